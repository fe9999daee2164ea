"""Times measured from the article's date or from a time named before: "last week", "two years ago", "the following day"."""

import re
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import day_interval
from claims.values.times.amounts import amount_of
from claims.values.times.choosing import is_future, resolve, step_of
from claims.values.times.distances import moved, read_anaphor
from claims.values.times.intervals import (
    join,
    narrow,
    unit_around,
)
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Parts, Time
from claims.values.times.unit_parts import side_of

PAST, COMING = -2, 2
_RUNNING_DAYS = {
    "day": 1,
    "weekend": 7,
    "week": 7,
    "fortnight": 14,
    "month": 31,
    "quarter": 92,
    "year": 366,
    "decade": 3653,
    "century": 36525,
    "millennium": 365250,
}


_NAMED = re.compile(r"\b[A-Z]\w+\s$")


def read_day_word(parts: Parts, context: Context) -> Time | None:
    """ "yesterday", "today", "tomorrow night", "the day after tomorrow", "last night", "this morning"."""
    word, which = parts.get("word"), parts.get("which")
    if word and _NAMED.search(context.before(parts.start)) and context.text[parts.start].isupper():
        return None  # "USA Today"
    step = word.value if word else -1 if which and which.value == -1 else 0
    step += 1 if parts.get("further") and step > 0 else -1 if parts.get("further") else 0
    return resolve(lambda reference: day_interval(reference + timedelta(days=step)), context)


_SPAN_WORDS = ("over", "during", "within", "for", "throughout", "of")


def read_unit(parts: Parts, context: Context) -> Time | None:
    """ "last week", "early next year", "the past decade", "later this month", "the last year"."""
    which, unit = parts["which"].value, parts["u"].word
    if _is_no_unit(parts, context):
        return None
    if abs(which) == COMING and parts["u"].key.endswith("s"):
        return UNRESOLVED_RELATIVE  # "in the coming years"
    if parts.get("the") and which == 1 and not is_future(context, parts.start) and not _spans(parts, context):
        return read_anaphor(parts, context)
    compared = parts.get("c")
    if compared:
        side = compared.word
        return resolve(lambda day: side_of(unit_around(unit, day, step_of(which)), side, day), context)
    return resolve(lambda reference: _units(which, unit, reference, parts), context)


def _is_no_unit(parts: Parts, context: Context) -> bool:
    """Whether it is too short a time, "the last day" of something, or a title ("This Week")."""
    which, unit = parts["which"].value, parts["u"].word
    if unit in ("second", "minute", "hour"):
        return True
    if unit == "day" and (which == -1 or (which == 1 and not parts.get("the"))):
        return True
    return context.text[parts["u"].start].isupper() and not context.text.isupper()


def _spans(parts: Parts, context: Context) -> bool:
    """Whether a word before says that the whole of it is meant: "over the next year"."""
    words = context.before(parts.start, 14).casefold().split()
    return bool(words) and words[-1] in _SPAN_WORDS


def _units(which: int, unit: str, reference: date, parts: Parts) -> tuple[Interval, ...]:
    if which == PAST:
        return (_running(unit, reference, which),)
    whole = narrow(unit_around(unit, reference, step_of(which)), parts.part)
    if unit == "weekend" and which == 0:
        last = unit_around(unit, reference, -1)
        return (whole, last) if reference.weekday() >= 3 else (last, whole)
    if which == COMING or (parts.get("the") and which and parts.part is None):  # "over the last year"
        running = _running(unit, reference, PAST if which < 0 else COMING)
        return (whole, running) if which == COMING else (running, whole)
    return (whole,)


def _whole_quarters(reference: date, count: float, sign: int) -> Interval:
    """ "the last two quarters" are those of the books, before the one that runs."""
    first, last = sorted((sign, sign * int(count)))
    return join(unit_around("quarter", reference, first), unit_around("quarter", reference, last))


def read_weekend(parts: Parts, context: Context) -> Time:
    """ "the weekend": the last one or the coming one."""
    steps = (
        (0, -1)
        if is_future(context, parts.start) or (context.reference and context.reference.weekday() > 4)
        else (-1, 0)
    )
    return resolve(lambda day: tuple(unit_around("weekend", day, step) for step in steps), context)


def read_second_next(parts: Parts, context: Context) -> Time | None:
    """ "the week after next", "the year before last"."""
    step = -2 if parts.get("back") else 2
    return resolve(lambda reference: unit_around(parts["u"].word, reference, step), context)


def _running(unit: str, reference: date, which: int) -> Interval:
    """ "the past decade": the days up to the reference; "the coming week": those after it."""
    days = timedelta(days=min(_RUNNING_DAYS[unit], (reference - date.min).days, (date.max - reference).days))
    first, last = (reference - days, reference) if which == PAST else (reference, reference + days)
    return Interval(first, last, Precision.DAY, approximate=True)


def read_counted(parts: Parts, context: Context) -> Time | None:
    """ "the last three years", "the next two weeks": up to the reference, or after it."""
    amount, which = amount_of(parts), parts["which"].value
    if amount is None or which == 0 or amount.unit in ("second", "minute", "hour"):
        return None
    if _lasts(parts, context) or context.text[parts.end : parts.end + 4].casefold() == " of ":
        return None
    sign = 1 if which > 0 else -1

    def make(reference: date) -> Interval:
        other = moved(reference, amount, sign)
        if amount.unit == "quarter":
            return _whole_quarters(reference, amount.count, sign)
        first, last = (other, reference) if sign < 0 else (reference + timedelta(days=1), other)
        return Interval(first, last, Precision.DAY, approximate=True)

    return resolve(make, context)


_BEFORE_VERB = frozenset(
    [
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
    ]
)


def _lasts(parts: Parts, context: Context) -> bool:
    """Whether "last" is the verb: "will last three weeks"."""
    words = context.before(parts.start, 14).casefold().split()
    return (
        parts["which"].key == "last"
        and bool(words)
        and (words[-1] in _BEFORE_VERB or words[-1].endswith(("n't", "n’t", "'ll", "’ll")))
    )
