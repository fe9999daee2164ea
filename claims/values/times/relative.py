"""Times measured from the article's date or from a time named before: "last week", "two years ago", "the following day"."""

import re
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import day_interval
from claims.values.times.choosing import is_future, resolve, step_of
from claims.values.times.distances import read_anaphor
from claims.values.times.intervals import parts_of, unit_around
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Parts, Time
from claims.values.times.unit_parts import sides_of

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
    if _is_no_unit(parts, context) or (which == -1 and _OF_TIME.match(context.text, parts.end)):
        return None
    if abs(which) == COMING and parts["u"].key.endswith("s"):
        return UNRESOLVED_RELATIVE  # "in the coming years"
    if parts.get("the") and which == 1 and not is_future(context, parts.start) and not _spans(parts, context):
        return read_anaphor(parts, context)
    compared = parts.get("c")
    if compared:
        side = compared.word
        return resolve(lambda day: sides_of(unit_around(unit, day, step_of(which)), side, day), context)
    return resolve(lambda reference: _units(which, unit, reference, parts), context)


_OF_TIME = re.compile(
    r"\s+(?:of|in)\s+(?:(?:the|this|last|next|each|every)\s+(?:year|month|season|decade|century)\b|the\s+[\w-]+\s+century\b|[12]\d{3}\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
"""After "the last week" or "the last weekend": of something named, and not the one before this."""


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


SUNDAY = 6
"""On which "last week" is the one that has just ended, or the one before."""


def _units(which: int, unit: str, reference: date, parts: Parts) -> tuple[Interval, ...]:
    if which == PAST:
        before = () if unit == "day" else (unit_around(unit, reference, -1),)
        return (_running(unit, reference, which), *before)
    if unit == "week" and which == -1 and reference.weekday() == SUNDAY and parts.part is None:
        return (unit_around(unit, reference, 0), unit_around(unit, reference, -1))
    whole, *wider = parts_of(unit_around(unit, reference, step_of(which)), parts.part)
    if unit == "weekend" and which == 0:
        last = unit_around(unit, reference, -1)
        return (whole, last) if reference.weekday() >= 3 else (last, whole)
    if which == COMING or (parts.get("the") and which and parts.part is None):  # "over the last year"
        running = _running(unit, reference, PAST if which < 0 else COMING)
        return (whole, running) if which == COMING else (running, whole)
    return (whole, *wider)


_CLOSES = re.compile(r"\s*(?:$|[.,;:!?)])")


def read_weekend(parts: Parts, context: Context) -> Time | None:
    """ "the weekend", "on weekend": the last one or the coming one."""
    end = parts.get("end")
    if end and (end.key != "weekend" or not _CLOSES.match(context.text, parts.end)):
        return None  # "on weekend duty"
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
