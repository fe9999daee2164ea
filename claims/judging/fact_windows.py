"""The times a statement may speak of, and whether a fact held at one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from claims.records import Article, Claim, Fact, Interval, Precision, Slot

RECENT_FIGURES = timedelta(days=4 * 366)
"""Figures for a year are published late and quoted for years; news without a year means one this recent."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Stretches named in the sentence, and the article's own day."""

    named: tuple[Interval, ...]
    own: Interval | None
    bound: bool
    """Whether the wording ties a named time to the value, so that the article's own day does not count."""

    @property
    def empty(self) -> bool:
        """Whether no time is known at all."""
        return not self.named and self.own is None

    def all(self) -> tuple[Interval, ...]:
        """Every stretch that may be meant."""
        own = (self.own,) if self.own and not (self.bound and self.named) else ()
        return (*self.named, *own)

    @property
    def name_a_year(self) -> bool:
        """Whether a whole year, and nothing shorter, is named."""
        return bool(self.named) and all(w.precision is Precision.YEAR for w in self.named)

    def after(self, day: date) -> bool:
        """Whether every stretch begins after a day."""
        return all(w.start is not None and w.start > day for w in self.all())


def windows_of(claim: Claim, article: Article) -> Windows:
    """The times a claim may speak of."""
    times = claim.all_slots("time")
    if any(_is_year(slot) for slot in times):  # "in 2022, the office said in January" is of 2022 alone
        times = tuple(slot for slot in times if not slot.yearless)
    named = tuple(reading for slot in times for reading in slot.readings)
    day = article.published
    return Windows(named, Interval(day, day, Precision.DAY) if day else None, "bound" in claim.cues)


def _is_year(slot: Slot) -> bool:
    return not slot.yearless and any(reading.precision is Precision.YEAR for reading in slot.readings)


def in_time(fact: Fact, windows: Windows) -> bool:
    """Whether a fact held at one of the times; a figure of a past year counts as present for some years."""
    known = known_interval(fact)
    if known is None:
        return True
    if any(known.overlaps(window) for window in windows.all()):
        return True
    own = windows.own
    if own is None or windows.bound or own.start is None or not is_figure(fact):
        return False
    return known.end is not None and timedelta(0) <= own.start - known.end <= RECENT_FIGURES


def latest_first(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """The facts, those that hold or were measured last before the others."""
    return tuple(sorted(facts, key=_start, reverse=True))


def _start(fact: Fact) -> date:
    return fact.valid.start if fact.valid and fact.valid.start else date.min


def is_figure(fact: Fact) -> bool:
    """Whether a fact gives the figure of one year or month, not a lasting state."""
    valid = fact.valid
    if valid is None or valid.start is None or valid.end is None:
        return False
    return (valid.end - valid.start).days <= 366


def known_interval(fact: Fact) -> Interval | None:
    """The time a fact is known to hold: an open end is put at its as-of."""
    if fact.valid is None:
        return Interval(None, fact.as_of, Precision.DAY) if fact.as_of else None
    return Interval(fact.valid.start, fact.valid.end or fact.as_of, fact.valid.precision)
