"""The terms of an office, and whether one covers a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.records import Fact, Interval, Precision


@dataclass(frozen=True, slots=True)
class Terms:
    """What the store knows of the offices that the title may mean."""

    offices: tuple[str, ...]
    held: tuple[Fact, ...]
    """Terms of the person named."""
    others: tuple[Fact, ...]
    """Terms of everybody else."""


def holds(fact: Fact, windows: Sequence[Interval]) -> bool:
    """Whether a term overlaps a window, as far as the term is known: an open one until its as-of."""
    return fact.valid is not None and any(known_term(fact).overlaps(window) for window in windows)


def known_term(fact: Fact) -> Interval:
    """A term with its open end put at its as-of."""
    if fact.valid is None:
        return Interval(None, None, Precision.DAY)
    end = fact.valid.end or fact.as_of
    return Interval(fact.valid.start, end, fact.valid.precision)


def covers_day(fact: Fact, day: date) -> bool:
    """Whether a term covers a day, as far as it is known."""
    valid = known_term(fact)
    return (valid.start is None or valid.start <= day) and (valid.end is None or day <= valid.end)


def begun_before(terms: Terms, day: date) -> list[Fact]:
    """The person's terms that had begun by a day, in order of time."""
    begun = [(f.valid.start, f) for f in terms.held if f.valid and f.valid.start and f.valid.start <= day]
    return [fact for _start, fact in sorted(begun, key=lambda row: row[0])]
