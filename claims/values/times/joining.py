"""Neighbouring times that make one: "from May to July 2018", "two days before Christmas"."""

import re
from dataclasses import replace
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.times.choosing import choose_year
from claims.values.times.far_weekdays import weekday_from_now
from claims.values.times.intervals import join
from claims.values.times.lasting import lasting_from, lasting_until
from claims.values.times.outcome import Amount, Context, Found, Time, Yearly

_OPENING = re.compile(r"\b(?P<word>from|between)\s+(?:the\s+)?$", re.IGNORECASE)
_LINKS = {
    "from": re.compile(r",?\s*(?:[-–—]|to|until|till|through|thru)\s*(?:the\s+)?", re.IGNORECASE),
    "between": re.compile(r",?\s*(?:[-–—]|and|to|through)\s*(?:the\s+)?", re.IGNORECASE),
    "": re.compile(r"\s?[-–]\s?|,?\s+(?:to|until|till|through|thru)\s+(?:the\s+)?", re.IGNORECASE),
}
_UNTIL_NOW = re.compile(
    r"\s*(?:[-–—]|to|until|till|through|and)\s*(?:now|(?:the\s+)?(?:present(?:\s+day)?|current\s+date)|date)\b",
    re.IGNORECASE,
)


def join_neighbours(found: list[Found], context: Context) -> list[Found]:
    """The finds of a text with neighbours that belong together made one."""
    joined: list[Found] = []
    for item in found:
        one = _joined(joined[-1], item, context) if joined else None
        if one is None:
            joined.append(item)
        else:
            joined[-1] = one
    return [_from_now(_until_now(_alone(item, context), context), context) for item in joined]


def _alone(item: Found, context: Context) -> Found:
    """A distance with no time to measure it from is a duration: "two hours from Paris"."""
    what = item.what
    if not isinstance(what, Time) or what.alone is None or what.shift is None:
        return item
    words = context.text[item.start : item.end]
    return Found(item.start, item.start + len(words[: -len("from")].rstrip()), what.alone)


_GOES_ON = re.compile(r"\s*(?:[-–—]|to|until|till|through)\s", re.IGNORECASE)
"""After "two decades from the 1980s": the words say from when to when, and not how far from."""


def _joined(first: Found, last: Found, context: Context) -> Found | None:
    gap = context.text[first.end : last.start]
    if len(gap) > 14:
        return None
    if isinstance(first.what, Amount):
        return lasting_from(first, last, context) or lasting_until(first, last, context)
    if not isinstance(last.what, Time):
        return None
    if far := weekday_from_now(first, last, context):
        return far
    if first.what.shift and not first.what.from_before:
        ranged = first.what.alone and _GOES_ON.match(context.text, last.end)
        shifted = _shifted(first.what, last.what) if gap.strip() in ("", "the") and not ranged else None
        return Found(first.start, last.end, shifted) if shifted else None
    return _range(first, last, gap, context)


def _range(first: Found, last: Found, gap: str, context: Context) -> Found | None:
    opening = _OPENING.search(context.before(first.start, 14))
    word = opening["word"].casefold() if opening else ""
    if not isinstance(first.what, Time) or not isinstance(last.what, Time) or not _LINKS[word].fullmatch(gap):
        return None
    time = _span(first.what, last.what, context, first.start, strict=not word)
    start = first.start - len(opening.group()) if opening else first.start
    return Found(start, last.end, time) if time else None


def _span(first: Time, last: Time, context: Context, position: int, strict: bool) -> Time | None:
    """From one time to another; what lacks a year takes it from the other."""
    dated = first.readings and last.readings and not first.relative and not last.relative
    if first.shift or last.shift or (strict and not dated and _grain(first) is not _grain(last)):
        return None
    if first.yearly and last.yearly:
        return choose_year(_yearly(first.yearly, last.yearly), context, position)
    if first.yearly and last.readings:
        return _ending(first.yearly, last.readings[0], last.relative)
    if last.yearly and first.readings:
        return _beginning(first.readings[0], last.yearly, first.relative)
    if last.weekly and _grain(first) is Precision.DAY:  # "from 2009 until Wednesday" is this week's
        last = replace(last, readings=tuple(_week_on(a, last.readings[0]) for a in first.readings))
    pairs = [(a, b) for a in first.readings for b in last.readings if a.start and b.end and a.start < b.end]
    if not pairs:
        return None
    readings = tuple(dict.fromkeys(join(*pair) for pair in pairs[:4]))
    return Time(readings, first.relative or last.relative)


def _week_on(start: Interval, end: Interval) -> Interval:
    """The first such day of the week after a start."""
    if start.start is None or end.start is None:
        return end
    day = start.start + timedelta(days=(end.start - start.start).days % 7)
    return Interval(day, day, end.precision)


def _grain(time: Time) -> Precision | None:
    if time.readings:
        return time.readings[0].precision
    made = time.yearly(2020) if time.yearly else None
    return made.precision if made else None


def _yearly(first: Yearly, last: Yearly) -> Yearly:
    def make(year: int) -> Interval | None:
        return _first_after(first(year), last, year)

    return make


def _first_after(start: Interval | None, last: Yearly, year: int) -> Interval | None:
    """From a start to the first end after it, in its year or the next."""
    for each in (year, year + 1):
        end = last(each) if each <= date.max.year else None
        if start and end and start.start and end.end and start.start <= end.end:
            return join(start, end)
    return None


def _beginning(start: Interval, last: Yearly, relative: bool) -> Time | None:
    made = _first_after(start, last, start.start.year) if start.start else None
    return Time((made,), relative) if made else None


def _ending(first: Yearly, end: Interval, relative: bool) -> Time | None:
    if end.end is None:
        return None
    for year in (end.end.year, end.end.year - 1):
        start = first(year) if year >= 1 else None
        if start and start.start and start.start <= end.end:
            return Time((join(start, end),), relative)
    return None


def _shifted(distance: Time, anchor: Time) -> Time | None:
    if distance.shift is None or not anchor.readings:
        return None
    try:
        readings = tuple(made for reading in anchor.readings for made in distance.shift(reading))
    except (ValueError, OverflowError):
        return None
    return Time(readings, anchor.relative)


def _until_now(item: Found, context: Context) -> Found:
    """ "from 2014 until now"."""
    time, reference = item.what, context.reference
    match = _UNTIL_NOW.match(context.text, item.end)
    if match is None or reference is None or not isinstance(time, Time) or not time.readings:
        return item
    start = time.readings[0].start
    if start is None or start > reference:
        return item
    whole = Interval(start, reference, time.readings[0].precision)
    opening = _OPENING.search(context.before(item.start, 14))
    if "and" in match.group() and not opening:
        return item
    begin = item.start - len(opening.group()) if opening else item.start
    return Found(begin, match.end(), replace(time, readings=(whole,), relative=True, yearly=None))


_FROM_NOW = re.compile(
    r"\b(?:between|from)\s+(?:right\s+)?now\s+(?:and|to|until|till|through)\s+$", re.IGNORECASE
)


def _from_now(item: Found, context: Context) -> Found:
    """ "between now and the election day"."""
    time, reference = item.what, context.reference
    match = _FROM_NOW.search(context.before(item.start))
    if match is None or reference is None or not isinstance(time, Time):
        return item
    end = next((r for r in time.readings if r.end and r.end >= reference), None)
    if end is None:
        return item
    whole = Interval(reference, end.end, end.precision)
    return Found(
        item.start - len(match.group()),
        item.end,
        replace(time, readings=(whole,), relative=True, yearly=None),
    )
