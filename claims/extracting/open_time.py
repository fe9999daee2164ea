"""The time that a wording leaves open on one side: "born before 1990" is any day before that year."""

from dataclasses import replace
from datetime import timedelta

from claims.records import Interval, Precision, Slot

BEFORE, AFTER, FROM = "before", "after", "from"
"""Boundaries of wordings whose value is what lies before or after a time, or only the beginning of it."""
DAY = timedelta(days=1)


def open_time(slot: Slot, boundary: str) -> Slot:
    """The slot with the days that are meant; itself for any other boundary. "After 1990" may be in that year."""
    read = _READ.get(boundary)
    if read is None:
        return slot
    return replace(slot, readings=tuple(opened for r in slot.readings if (opened := read(r)) is not None))


def _before(reading: Interval) -> Interval | None:
    if reading.start is None:
        return None
    return Interval(None, reading.start - DAY, reading.precision, reading.approximate)


def _after(reading: Interval) -> Interval | None:
    if reading.start is None:
        return None
    return Interval(reading.start, None, reading.precision, reading.approximate)


def _beginning(reading: Interval) -> Interval | None:
    """The year in which a stretch begins: "for the past 25 years"."""
    day = reading.start
    if day is None:
        return None
    first, last = day.replace(month=1, day=1), day.replace(month=12, day=31)
    return Interval(first, last, Precision.YEAR, approximate=True)


_READ = {BEFORE: _before, AFTER: _after, FROM: _beginning}
