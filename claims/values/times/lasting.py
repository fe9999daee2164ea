"""A duration with its first or its last day: "for three weeks starting May 20", "the 12 months to June 2018"."""

import re
from datetime import timedelta

from claims.records import Interval, Precision
from claims.values.dates import month_interval
from claims.values.times.choosing import choose_year
from claims.values.times.distances import moved
from claims.values.times.intervals import DAYS_OF, MONTHS_OF
from claims.values.times.outcome import Amount, Context, Found, Parts, Time
from claims.values.times.yearless import yearly_day

_BEGINS = re.compile(
    r",?\s+(?P<word>starting|beginning|commencing|effective|from)(?:\s+(?:on|from|in))?\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor\s+(?:a\s+|the\s+)?$", re.IGNORECASE)


def lasting_from(first: Found, last: Found, context: Context) -> Found | None:
    """The stretch that a duration and the day of its beginning make, or None; "from" wants a "for" before."""
    amount, time = first.what, last.what
    gap = _BEGINS.fullmatch(context.text, first.end, last.start)
    if not isinstance(amount, Amount) or not isinstance(time, Time) or gap is None or not time.readings:
        return None
    if amount.kind != "duration" or amount.unit not in DAYS_OF.keys() | MONTHS_OF.keys():
        return None
    if gap["word"].casefold() == "from" and not _FOR.search(context.before(first.start)):
        return None
    readings = tuple(made for reading in time.readings if (made := _stretch(reading, amount)))
    return Found(first.start, last.end, Time(readings, time.relative)) if readings else None


def _stretch(begin: Interval, amount: Amount) -> Interval | None:
    if begin.start is None or begin.precision is not Precision.DAY:
        return None
    try:
        end = moved(begin.start, amount, 1) - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return Interval(begin.start, max(end, begin.start), Precision.DAY, begin.approximate)


_ENDS = re.compile(
    r"\s+(?:to|ended|ending|through|until|up\s+to)(?:\s+(?:on|in))?\s+(?:the\s+end\s+of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|for|in|over|during|of)\s+(?:first\s+|last\s+)?$", re.IGNORECASE)
_BOOK_UNITS = ("month", "quarter", "year")


def lasting_until(first: Found, last: Found, context: Context) -> Found | None:
    """ "the 12 months to June 2018", "the three months ended March 31": as long as said, up to the last day of the time."""
    amount, time = first.what, last.what
    if not isinstance(amount, Amount) or not isinstance(time, Time) or not time.readings:
        return None
    if (
        amount.kind != "duration"
        or amount.unit not in _BOOK_UNITS
        or not _THE.search(context.before(first.start))
    ):
        return None
    if not _ENDS.fullmatch(context.text, first.end, last.start):
        return None
    readings = tuple(made for reading in time.readings if (made := _up_to(reading, amount)))
    return Found(first.start, last.end, Time(readings, time.relative)) if readings else None


def _up_to(end: Interval, amount: Amount) -> Interval | None:
    if end.end is None or end.precision not in (Precision.DAY, Precision.MONTH):
        return None
    try:
        start = moved(end.end + timedelta(days=1), amount, -1)
    except (ValueError, OverflowError):
        return None
    return Interval(start, end.end, Precision.MONTH, end.approximate)


def read_unit_ending(parts: Parts, context: Context) -> Time | None:
    """ "the year to June", "the quarter ended March 31, 2018": the unit up to that month or day."""
    unit, month, day, year = parts["u"].word, parts["m"].value, parts.get("d"), parts.get("y")
    if unit not in _BOOK_UNITS:
        return None

    def make(each: int) -> Interval | None:
        end = yearly_day(month, day.value)(each) if day else month_interval(each, month)
        return _up_to(end, Amount("duration", 1.0, unit)) if end else None

    if year is None:
        return choose_year(make, context, parts.start)
    found = make(year.value)
    return Time((found,)) if found else None
