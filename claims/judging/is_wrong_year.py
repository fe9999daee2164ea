"""Whether a stated time has another year than a fact that is known to the day, where nothing explains the difference."""

from collections.abc import Sequence
from datetime import date

from claims.records import Fact, Interval, Precision
from claims.store.open import Store

APART = 150
"""Days between a stated year and a day from which on a festival before the release, or another country after it, hardly explains it."""
AROUND_NEW_YEAR = 2
"""Days that a time zone or the news of the next morning may explain."""


def is_wrong_year(readings: Sequence[Interval], fact: Fact, store: Store) -> bool:
    """Whether each reading is a plain year or day of another year than the fact's day.

    A day and month that are the fact's own give a slip in the year away, whatever it is of. A year alone is held against what has one
    day for everybody (list ``one_day``: births, deaths), and at some distance against a first release (``first_day``).
    """
    known = fact.valid
    if known is None or known.start is None or known.precision is not Precision.DAY or not readings:
        return False
    day = known.start
    return all(_is_other_year(reading, day, fact.predicate, store) for reading in readings)


def _is_other_year(reading: Interval, day: date, predicate: str, store: Store) -> bool:
    start, end = reading.start, reading.end
    if start is None or end is None or reading.approximate or start.year == day.year:
        return False
    if reading.precision is Precision.DAY:
        return (start.month, start.day) == (day.month, day.day)
    if reading.precision is not Precision.YEAR:
        return False
    apart = (day - end).days if end < day else (start - day).days
    if predicate in store.word_list("one_day"):
        return apart > AROUND_NEW_YEAR
    return predicate in store.word_list("first_day") and apart >= APART
