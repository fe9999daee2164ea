"""Shape *calendar*: does the date fall on the day of the week that is written with it?"""

import re
from calendar import day_name, isleap
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from claims.judging.judge_days import judge_day
from claims.judging.opinion import Opinion, silent
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Interval,
    Precision,
    Reason,
    Repair,
    Slot,
    Span,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store

NEWS = timedelta(days=45)
"""A date without its year that lies this near the article's own is of that year."""
LAST_JULIAN = date(1923, 3, 1)
"""When the last state of Europe, Greece, left the Julian calendar; an earlier date may be of it."""
WEEK = 7
NO_SUCH_DAY = "no_such_day"
"""The cue of a date that does not exist."""
LEAP_DAY = (2, 29)


def judge_calendar(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, _store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a date's day of the week; the calendar itself is the evidence."""
    if NO_SUCH_DAY in claim.cues:
        return judge_day(claim)
    slot = claim.checked
    weekday = next(int(cue[8:]) for cue in claim.cues if cue.startswith("weekday:"))
    days = _days(claim, article)
    if not days:
        return silent(Reason.TIME_UNKNOWN, "time", slot.span, "Which day is meant is not known.")
    if days[0].weekday() == weekday:
        return _supported(slot, days[0])
    if any(day.weekday() == weekday for day in days[1:]):
        return silent(Reason.TIME_UNKNOWN, "time", slot.span, "The date may be of another year.")
    if any(_julian(day).weekday() == weekday for day in days if day < LAST_JULIAN):
        return silent(Reason.AMBIGUOUS_ENTITY, "time", slot.span, "The date fits the Julian calendar.")
    return _flag(slot, days[0], weekday)


def _days(claim: Claim, article: Article) -> list[date]:
    """The days that may be meant, the likeliest first; none where the year cannot be told.

    A date without its year may be of a year that the article names, else it is of the year that puts it
    nearest to the article's date.
    """
    days = [r.start for r in claim.checked.readings if r.start and r.precision is Precision.DAY]
    published = article.published
    if not days or "yearless" not in claim.cues:
        return days
    if published is None:
        return []
    years = (published.year, published.year - 1, published.year + 1)
    nearest = min(_in_years(days[0], years), key=lambda day: abs(day - published), default=date.min)
    if abs(nearest - published) > NEWS:
        return []
    named = [int(cue[5:]) for cue in claim.cues if cue.startswith("year:")]
    return [nearest, *(day for day in _in_years(days[0], named) if day != nearest)]


def _in_years(day: date, years: Iterable[int]) -> list[date]:
    """The day in each of the years that has it."""
    return [day.replace(year=y) for y in years if (day.month, day.day) != LEAP_DAY or isleap(y)]


def _julian(day: date) -> date:
    """The day that a date of the Julian calendar is in ours: 13 days on from 1900, one less a century before."""
    ahead = day.year // 100 - day.year // 400 - 2
    return day + timedelta(days=ahead)


def _fact(day: date) -> Fact:
    text = f"{day.day} {day:%B %Y} was a {day_name[day.weekday()]}"
    name = day_name[day.weekday()]
    return Fact(
        f"calendar:{day.isoformat()}", f"day/{day.isoformat()}", "weekday", name, text,
        Interval(day, day, Precision.DAY), None, "calendar",
    )  # fmt: skip


def _supported(slot: Slot, day: date) -> Opinion:
    fact = _fact(day)
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "time", slot.span, f"{fact.text}.", (fact,))


def _flag(slot: Slot, day: date, weekday: int) -> Opinion:
    fact = _fact(day)
    text = f"{fact.text}, not a {day_name[weekday]}."
    return Opinion(
        Verdict.MISMATCH,
        Reason.DIFFERENT_WEEKDAY,
        "time",
        slot.span,
        text,
        (fact,),
        _repairs(slot, day, weekday, fact),
    )


_WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?P<full>day)?\b\.?", re.IGNORECASE
)


def _repairs(slot: Slot, day: date, weekday: int, fact: Fact) -> tuple[Repair, ...]:
    """The right day of the week, and the nearest date that falls on the written one."""
    name = _WEEKDAY.search(slot.text)
    if name is None:
        return ()
    right = day_name[day.weekday()] if name["full"] else day_name[day.weekday()][:3]
    span = Span(slot.span.start + name.start(), slot.span.start + name.end())
    shift = (weekday - day.weekday() + 3) % WEEK - 3
    other = day + timedelta(days=shift)
    number = re.search(rf"\b0?{day.day}(?=\D|$)", slot.text)
    repairs = [Repair(span, right, (fact.id,))]
    if number and other.month == day.month:
        start = slot.span.start + number.start()
        repairs.append(Repair(Span(start, start + len(number.group())), str(other.day), (fact.id,)))
    return tuple(repairs)
