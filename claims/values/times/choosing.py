"""Which of the possible years, weeks and months a time means, the likeliest first."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from claims.records import Interval, Precision
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Time, Yearly
from claims.values.times.tables import read_rows


@lru_cache(maxsize=1)
def _tenses() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words of the future and of the past, which "will be released" is not; a verb of ordering counts where it opens a sentence ("Book a table in two weeks")."""
    future, past, order = (_any_of(tense) for tense in ("future", "past", "order"))
    return (
        re.compile(
            rf"(?<!\bwas\s)(?<!\bwere\s)\b(?:{future}|should(?!\s+have)|(?-i:may|might))\b|['’]ll\b|\blet['’]s\b|(?:^|[.!?]\s)(?:{order})\b",
            re.IGNORECASE,
        ),
        re.compile(rf"(?<!\bbe\s)\b(?:{past}|\w{{3,}}ed)\b", re.IGNORECASE),
    )


def _any_of(tense: str) -> str:
    words = [row["words"] for row in read_rows("tenses") if row["tense"] == tense]
    return "|".join(re.escape(each).replace(r"\ ", r"\s+").replace("'", "['’]") for each in words)


_CLAUSE = 160
"""Characters before a time in which its verb is looked for."""


def is_future(context: Context, position: int) -> bool:
    """Whether the words just before a time speak of what is to come; the nearer cue decides."""
    before = context.before(position, _CLAUSE)
    coming, gone = _tenses()
    future = max((m.end() for m in coming.finditer(before)), default=-1)
    return future > 0 and future >= max((m.end() for m in gone.finditer(before)), default=-1)


def choose_year(yearly: Yearly, context: Context, position: int, weekday: int | None = None) -> Time:
    """The last occurrence that began by the article's date and the next one; news tells of the past.

    The future comes first where the words before say so, and of the two the one in which the written
    day of the week fits comes before all.
    """
    reference = context.reference
    if reference is None:
        return Time((), True, yearly, weekday)
    years = range(max(1, reference.year - 6), min(9999, reference.year + 5) + 1)
    known = [i for year in years if (i := yearly(year)) is not None and i.start is not None]
    past = [i for i in known if i.start and i.start <= reference][-1:]
    coming = [i for i in known if i.start and i.start > reference][:1]
    soon = bool(coming and past) and _is_soon(coming[0], past[0], reference)
    readings = coming + past if soon or is_future(context, position) else past + coming
    if weekday is not None:
        readings.sort(key=lambda i: i.start is not None and i.start.weekday() != weekday)
    return Time(tuple(readings), True, yearly, weekday)


SOON_DAYS = 10
"""A day that comes within so many days and has not been for half a year is meant without a word of the future."""


def _is_soon(coming: Interval, past: Interval, reference: date) -> bool:
    if coming.precision is not Precision.DAY or coming.start is None or past.start is None:
        return False
    return (coming.start - reference).days <= SOON_DAYS and (reference - past.start).days > 180


def choose_weekday(number: int, which: str, context: Context, position: int) -> Time:
    """ "Friday" is the last one or today, or the coming one; "last" is never today, "next" never this."""
    reference = context.reference
    if reference is None:
        return Time((), True)
    back = (reference.weekday() - number) % 7
    today_or_last = reference - timedelta(days=back)
    week = timedelta(days=7)
    last, coming = today_or_last, today_or_last + week
    if which == "next":
        days: tuple[date, ...] = (coming, coming + week)
    elif which in ("last", "previous"):
        days = (last, last - week) if back else (last - week,)
    elif which in ("this", "coming", "upcoming"):
        days = (last, coming) if back == 0 or _in_week(back, reference.weekday()) else (coming, last)
    else:
        days = (coming, last) if is_future(context, position) and back else (last, coming)
    return Time(tuple(Interval(day, day, Precision.DAY) for day in days), True, weekly=True)


def _in_week(back: int, weekday: int) -> bool:
    """Whether a day so many days back is of the same week, which begins on Monday."""
    return back <= weekday


def step_of(which: int) -> int:
    """How many units on "last" (-1), "past" (-2), "this" (0), "next" (1) and "coming" (2) lie."""
    return max(-1, min(1, which))


def choose_named(which: int, yearly: Yearly, context: Context, any_year: bool = False) -> Time:
    """ "last February": the most recent one, or last year's where this year's is already past.

    "this February" is this year's; with ``any_year`` last year's too ("this winter").
    """
    reference = context.reference
    if reference is None:
        return Time((), True)
    years = [year for year in range(reference.year + 1, reference.year - 3, -1) if 1 <= year <= 9999]
    known = [i for year in years if (i := yearly(year)) and i.start and i.end]
    if which == 0:
        own = [i for i in known if i.start and i.start.year == reference.year]
        before = [i for i in known if any_year and i.start and i.start.year == reference.year - 1]
        return Time(tuple(own + before), True)
    if which > 0:
        return Time(tuple(i for i in reversed(known) if i.start and i.start > reference), True)
    past = [i for i in known if i.end and i.end < reference]
    two = bool(past) and past[0].start is not None and past[0].start.year == reference.year
    return Time(tuple(past[: 2 if two else 1]), True)


def resolve(make: Callable[[date], Interval | tuple[Interval, ...]], context: Context) -> Time:
    """What the reference makes of a relative time; unresolved without one or beyond the calendar."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    try:
        made = make(context.reference)
    except (ValueError, OverflowError):
        return UNRESOLVED_RELATIVE
    return Time(made if isinstance(made, tuple) else (made,), True)
