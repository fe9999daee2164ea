"""Times that name their year: dates, months, quarters, halves, years, in words or in numbers."""

import re
from datetime import date

from claims.records import Interval, Precision
from claims.values.dates import day_interval, month_interval, year_interval
from claims.values.times.choosing import choose_year
from claims.values.times.intervals import months_interval, narrow, years_interval
from claims.values.times.outcome import Context, Parts, Time

UNRESOLVED = Time()


def is_counted(parts: Parts) -> bool:
    """Whether the number counts days: "two days of March"."""
    written = parts.get("day")
    return written is not None and written.key == "days"


def read_date(parts: Parts, _context: Context) -> Time | None:
    """ "Friday, 4 February 2022"; a day that is in no calendar stays unresolved."""
    if is_counted(parts):
        return None
    try:
        day = date(parts["y"].value, parts["m"].value, parts["d"].value)
    except ValueError:
        return UNRESOLVED
    return Time((day_interval(day),), weekday=parts.weekday)


def read_iso(parts: Parts, _context: Context) -> Time:
    """ "2022-02-04"."""
    try:
        return Time((day_interval(date.fromisoformat(parts["d"].key)),))
    except ValueError:
        return UNRESOLVED


def read_numeric(parts: Parts, context: Context) -> Time | None:
    """ "30.12.2022" is day first, "3/11/2004" either: both readings, the American first."""
    key = parts["d"].key
    if context.reference is None and re.fullmatch(r"\d\d?[/.]\d\d?[/.]\d\d", key):
        return Time((), True)  # which century is not known
    first, second, third = (int(number) for number in re.split(r"[/.-]", key))
    if first > 31:
        possible = [(first, second, third)]
    else:
        year = third if third >= 100 else whole_year(third, context)
        possible = [(year, second, first)] if "." in key else [(year, first, second), (year, second, first)]
    days = dict.fromkeys(day for order in possible if (day := _day(*order)))
    fitting = [day for day in days if parts.weekday in (None, day.weekday())]
    if not days:
        return (
            UNRESOLVED
            if len(str(third)) == 4 and min(first, second) <= 12 and max(first, second) <= 31
            else None
        )
    return Time(tuple(day_interval(day) for day in fitting or days), weekday=parts.weekday)


def whole_year(short: int, context: Context) -> int:
    """The year of two digits: "16" is 2016; a year more than ten years after the article's is of the century before."""
    limit = (context.reference or date(2030, 1, 1)).year + 10
    year = limit // 100 * 100 + short
    return year if year <= limit else year - 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_month_number(parts: Parts, context: Context) -> Time | None:
    """ "11/2016", "11 - 2016"; "10/7" and other fractions are no time."""
    written = parts.get("m")
    if written:
        glued = context.before(parts.start)[-1:] in ("-", "/", ".", "$") or context.text[
            parts.end : parts.end + 1
        ] in ("-", "/")
        return None if glued else Time((month_interval(parts["y"].value, written.value),))
    month, _, year = parts["d"].key.partition("/")
    if len(year) != 4 or not 1 <= int(month) <= 12 or not 1900 <= int(year) <= 2100:
        return None
    return Time((month_interval(int(year), int(month)),))


def read_compact(parts: Parts, context: Context) -> Time | None:
    """ "20161016": eight digits that are a day of the last or this century."""
    key = parts["d"].key
    if len(key) != 8 or not key.startswith(("19", "20")) or context.before(parts.start)[-1:].isalnum():
        return None
    day = _day(int(key[:4]), int(key[4:6]), int(key[6:]))
    return Time((day_interval(day),)) if day else None


def read_month(parts: Parts, _context: Context) -> Time:
    """ "late March 2014"."""
    return Time((narrow(month_interval(parts["y"].value, parts["m"].value), parts.part),))


def read_short_year_month(parts: Parts, context: Context) -> Time:
    """ "March '14"."""
    return Time((month_interval(whole_year(parts["y"].value, context), parts["m"].value),))


def read_day_span(parts: Parts, _context: Context) -> Time:
    """ "15-16 September 2022"."""
    span = day_span(parts["y"].value, parts["m"].value, parts["d"].value, parts["e"].value)
    return Time((span,)) if span else UNRESOLVED


def day_span(year: int, month: int, first: int, last: int) -> Interval | None:
    """Some days of a month, None where there are no such days."""
    start, end = _day(year, month, first), _day(year, month, last)
    return Interval(start, end, Precision.DAY) if start and end and start <= end else None


def read_half(parts: Parts, _context: Context) -> Time | None:
    """ "the first half of 2018", "H1 2018"."""
    number = parts["n"].value
    return Time((months_interval(parts["y"].value, number * 6 - 5, 6),)) if number <= 2 else None


_CLOSES = re.compile(r"\s*(?:$|[.,;)])")


def read_year_span(parts: Parts, context: Context) -> Time | None:
    """ "2014-15", "1939-45", "2016/17", "2010-2015"; "2015-03" is a month."""
    first, last = parts["y"].value, parts["z"]
    if len(last.key) < 4 and last.start > parts["y"].end + 1 and not _CLOSES.match(context.text, parts.end):
        return None  # "in 2016 - 11 years later"
    end = last.value if len(last.key) == 4 else first // 100 * 100 + last.value
    if len(last.key) == 2 and last.value == (first + 1) % 100:
        end = first + 1  # 1999/00
    if end > first and len(last.key) > 1:
        return Time((years_interval(first, end, Precision.YEAR),))
    return Time((month_interval(first, last.value),)) if 1 <= last.value <= 12 else None


def read_months(parts: Parts, context: Context) -> Time | None:
    """ "May to July 2018", "December-February": the last month's year is the one written."""
    first, last, year = parts["m"].value, parts["n"].value, parts.get("y")
    before = 1 if last < first else 0
    following = context.next_token(parts.end)
    if year is None and following and following.kind.startswith("day_") and following.start <= parts.end + 2:
        return None  # "May to June 5"

    def span(of: int) -> Interval | None:
        return months_interval(of - before, first, last - first + 1 + 12 * before) if of > before else None

    if year is None:
        return choose_year(span, context, parts.start)
    made = span(year.value)
    return Time((made,)) if made else UNRESOLVED


def read_after_christ(parts: Parts, _context: Context) -> Time:
    """ "AD 79", "79 AD"; a year before Christ is beyond the calendar we have."""
    era = parts["era"].value
    return Time((year_interval(parts["n"].value),)) if era > 0 and parts["n"].value else UNRESOLVED
