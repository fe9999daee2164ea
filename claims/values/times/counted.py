"""Several units up to the reference or after it: "the last three years", "the next four business days", "five past years"."""

from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import month_interval, year_interval
from claims.values.times.amounts import amount_of
from claims.values.times.choosing import choose_year, resolve, step_of
from claims.values.times.distances import moved
from claims.values.times.intervals import join, shift, unit_around
from claims.values.times.outcome import Amount, Context, Parts, Time
from claims.values.times.weekdays import week_of

_BEFORE_VERB = frozenset(
    (
        "will",
        "to",
        "would",
        "could",
        "can",
        "might",
        "must",
        "should",
        "may",
        "not",
        "did",
        "does",
        "do",
        "typically",
        "usually",
        "often",
    )
)
_BOOK_UNITS = ("quarter", "decade")
"""Units that are counted whole: "the last two quarters" are those before the one that runs."""


def read_counted(parts: Parts, context: Context) -> Time | None:
    """ "the last three years", "the next two weeks", "previous four quarters": up to the reference, or after it."""
    amount, which = amount_of(parts), parts["which"].value
    if amount is None or which == 0 or amount.unit in ("second", "minute", "hour"):
        return None
    if _is_counted_otherwise(parts):
        return None
    if parts["which"].kind == "anaphor" and (parts.get("the") or which > 0):
        return None  # measured from what is told before
    if _lasts(parts, context) or context.text[parts.end : parts.end + 4].casefold() in (" of ", " ago"):
        return None
    sign = step_of(which)
    if parts.get("work"):
        return resolve(lambda day: _work_days(day, sign, int(amount.count)), context)
    return resolve(lambda day: _counted(day, amount, sign), context)


def _is_counted_otherwise(parts: Parts) -> bool:
    """Whether a number before "last year" counts something else: "only one last year", "$700,000 last year"."""
    count = parts.all("n")
    return bool(count) and count[0].start < parts["which"].start and not parts["u"].key.endswith("s")


def _counted(reference: date, amount: Amount, sign: int) -> tuple[Interval, ...]:
    other = moved(reference, amount, sign)
    first, last = (other, reference) if sign < 0 else (reference + timedelta(days=1), other)
    running = Interval(first, last, Precision.DAY, approximate=True)
    if amount.unit not in _BOOK_UNITS:
        return (running,)
    whole = _whole_units(reference, amount, sign)
    return (whole,) if amount.unit == "quarter" else (running, whole)


def _whole_units(reference: date, amount: Amount, sign: int) -> Interval:
    first, last = sorted((sign, sign * int(amount.count)))
    return join(unit_around(amount.unit, reference, first), unit_around(amount.unit, reference, last))


def _work_days(reference: date, sign: int, count: int) -> Interval:
    """So many days from Monday to Friday; holidays are not left out, for they differ by country."""
    days: list[date] = []
    day = reference
    while len(days) < min(count, 1000):
        day += timedelta(days=sign)
        if day.weekday() < 5:
            days.append(day)
    first, last = sorted((days[0], days[-1]))
    return Interval(first, last, Precision.DAY, approximate=True)


def _lasts(parts: Parts, context: Context) -> bool:
    """Whether "last" is the verb: "will last three weeks"."""
    words = context.before(parts.start, 14).casefold().split()
    return (
        parts["which"].key == "last"
        and bool(words)
        and (words[-1] in _BEFORE_VERB or words[-1].endswith(("n't", "n’t", "'ll", "’ll")))
    )


def read_counted_of(parts: Parts, context: Context) -> Time | None:
    """ "the last three months of 2018", "the first two weeks of May", "the last day of the month"."""
    year, month, which = parts.get("y"), parts.get("m"), parts.get("which")
    if not _counts_from_an_end(parts):
        return None
    if year:
        whole = month_interval(year.value, month.value) if month else year_interval(year.value)
    elif context.reference is None:
        return Time((), True)
    elif month:
        named = month.value
        return choose_year(lambda each: _counted_in(parts, month_interval(each, named)), context, parts.start)
    else:
        step = step_of(which.value) if which else 0
        whole = unit_around("month" if parts.get("month") else "year", context.reference, step)
    made = _counted_in(parts, whole)
    return Time((made, *_by_calendar_weeks(parts, whole)), year is None) if made else None


def _by_calendar_weeks(parts: Parts, whole: Interval) -> tuple[Interval, ...]:
    """ "the first two weeks of 2021" may be those from Monday to Sunday, of which the first holds the 4th."""
    number, which = parts.get("k"), -1 if parts.get("last") else 1
    if number is None or parts["u"].word != "week" or whole.start is None:
        return ()
    near = week_of(whole.start.year, whole.start.month if parts.get("m") else None, which)
    if near.start is None:
        return ()
    far = unit_around("week", near.start, which * (number.value - 1))
    return (join(*((near, far) if which > 0 else (far, near))),)


def _counts_from_an_end(parts: Parts) -> bool:
    """Whether it is the first or the last of several; "the first week of May" is one by the calendar."""
    last, first = parts.get("last"), parts.get("first")
    single = parts.get("k") is None and parts["u"].word != "day"
    return not single and (first is None or first.value == 1) and (last is None or last.value == -1)


def _counted_in(parts: Parts, whole: Interval) -> Interval | None:
    """The first or last so many units of a month or year; None where it has fewer."""
    if whole.start is None or whole.end is None:
        return None
    number, unit = parts.get("k"), parts["u"].word
    count = number.value if number else 1
    if parts.get("last"):
        start, end = shift(whole.end + timedelta(days=1), unit, -count), whole.end
    else:
        start, end = whole.start, shift(whole.start, unit, count) - timedelta(days=1)
    inside = whole.start <= start <= end <= whole.end
    precision = Precision.MONTH if unit != "day" else Precision.DAY
    return Interval(start, end, precision) if inside else None
