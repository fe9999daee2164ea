"""A time read in the text against the time of a fact, by the precision of both."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum

from claims.records import Interval, Precision, Slot


class TimeRelation(StrEnum):
    """How a stated time stands to a known one."""

    AGREES = "agrees"
    NEAR = "near"
    """Off by so little that a time zone, a session that ran over or a loose word explains it."""
    DIFFERENT = "different"
    UNKNOWN = "unknown"


# Days by which a stated time of a precision may miss and still be NEAR: a day for time zones and
# another for reports on the morning after; longer units by the looseness with which news uses them.
SLACK = {
    Precision.DAY: 2,
    Precision.MONTH: 7,
    Precision.SEASON: 31,
    Precision.YEAR: 14,
    Precision.DECADE: 366,
    Precision.CENTURY: 3660,
}
APPROXIMATE_SLACK = 3
"""Factor on the slack of a hedged time ("around 2014", "late 2021", "two years ago")."""


def compare_times(readings: Iterable[Interval], known: Interval | None, boundary: str) -> TimeRelation:
    """The best relation that any reading has to a fact's time.

    ``boundary`` says which part of the fact is meant: ``start``, ``end`` or ``during``.
    """
    target = _target(known, boundary)
    if target is None:
        return TimeRelation.UNKNOWN
    relations = {_compare(reading, target) for reading in readings}
    order = (TimeRelation.AGREES, TimeRelation.NEAR, TimeRelation.DIFFERENT)
    return next((r for r in order if r in relations), TimeRelation.UNKNOWN)


def readings_for(slot: Slot, known: Interval | None) -> tuple[Interval, ...]:
    """A slot's readings for one fact: a day or month without its year may be of the fact's own years."""
    if not slot.yearless or known is None:
        return slot.readings
    years = {day.year for day in (known.start, known.end) if day}
    return slot.readings + tuple(
        moved for reading in slot.readings[:1] for year in sorted(years) if (moved := _in_year(reading, year))
    )


def days_apart(readings: Iterable[Interval], known: Interval | None, boundary: str) -> int | None:
    """The fewest days between any reading and the meant part of a fact's time, 0 where they overlap; None where it has none."""
    target = _target(known, boundary)
    if target is None:
        return None
    return min((0 if r.overlaps(target) else _gap(r, target) for r in readings), default=None)


def _in_year(reading: Interval, year: int) -> Interval | None:
    if reading.start is None or reading.end is None:
        return None
    try:
        start = reading.start.replace(year=year)
        end = reading.end.replace(year=year + reading.end.year - reading.start.year)
    except ValueError:  # 29 February
        return None
    return Interval(start, end, reading.precision, reading.approximate)


def _target(known: Interval | None, boundary: str) -> Interval | None:
    if known is None or known.start is None:
        return None
    if boundary == "start":
        return Interval(known.start, _unit_end(known.start, known.precision), known.precision)
    if boundary == "end":
        # What is known as one day has no end of its own: a pact is signed on a day and wound up on another.
        lasts = known.end is not None and known.end != known.start
        return Interval(known.end, known.end, known.precision) if lasts else None
    return known


def _unit_end(start: date, precision: Precision) -> date:
    """The last day a start may be when it is known by the month or year only."""
    if precision is Precision.MONTH:
        return start.replace(day=monthrange(start.year, start.month)[1])
    if precision is Precision.YEAR:
        return date(start.year, 12, 31)
    return start if precision is Precision.DAY else start + timedelta(days=366)


def _compare(reading: Interval, target: Interval) -> TimeRelation:
    if reading.overlaps(target):
        return TimeRelation.AGREES
    loose = (
        reading.approximate and reading.precision is not Precision.CENTURY
    )  # "the late 19th century" is wide
    slack = SLACK[reading.precision] * (APPROXIMATE_SLACK if loose else 1)
    return TimeRelation.NEAR if _gap(reading, target) <= slack else TimeRelation.DIFFERENT


def _gap(one: Interval, other: Interval) -> int:
    """Days between two intervals that do not overlap."""
    if one.end is not None and other.start is not None and one.end < other.start:
        return (other.start - one.end).days
    if other.end is not None and one.start is not None:
        return (one.start - other.end).days
    return 0


ANNOUNCED = timedelta(days=150)
"""Who resigns says so before the office is left: news dates an end by either day."""


def may_be_announced(readings: Iterable[Interval], known: Interval | None) -> bool:
    """Whether a stated time lies so little before an end that it may be that of its announcement."""
    end = known.end if known else None
    return any(
        end is not None and r.end is not None and timedelta(0) <= end - r.end <= ANNOUNCED for r in readings
    )
