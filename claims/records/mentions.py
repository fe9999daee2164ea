"""What is read in a sentence as something typed: names, times, durations."""

from dataclasses import dataclass

from claims.records.kinds import Reason
from claims.records.spans import Interval, Span


@dataclass(frozen=True, slots=True)
class Sense:
    """One entity a name may stand for, and the kind of alias that links the two."""

    entity: str
    alias_kind: str


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the text and everything of the store it may stand for, kept open."""

    span: Span
    text: str
    senses: tuple[Sense, ...]

    def of_kind(self, *kinds: str) -> tuple[Sense, ...]:
        """The senses whose entity is of one of the kinds (``country``, ``person`` ...)."""
        return tuple([s for s in self.senses if s.entity.partition("/")[0] in kinds])

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """The entities of those kinds that the name may stand for, each once."""
        return tuple(dict.fromkeys(s.entity for s in self.of_kind(*kinds)))

    def alias_kinds(self) -> frozenset[str]:
        """The alias kinds among its senses."""
        return frozenset(s.alias_kind for s in self.senses)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and its readings, the likeliest first.

    No reading means that it could not be resolved; ``unresolved`` then holds the reason.
    """

    span: Span
    text: str
    readings: tuple[Interval, ...]
    relative: bool = False
    unresolved: Reason | None = None
    relation: str = "at"
    """``at``, ``since``, ``until``, ``before``, ``after``, ``by``, ``from`` or ``between``."""
    yearless: bool = False
    """Whether it is a day or month without its year, which what it is said of may supply."""
    weekday: int | None = None
    """The day of the week written with the date, 0 for Monday; None where none is."""

    @property
    def weekday_fits(self) -> bool | None:
        """Whether any reading falls on the written day of the week; None where nothing can be said."""
        if self.weekday is None or not self.readings:
            return None
        return any(r.start is not None and r.start.weekday() == self.weekday for r in self.readings)


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A stretch of time without a place in the calendar.

    ``kind`` is ``duration`` ("two weeks"), ``age`` ("70-year-old") or ``every`` ("weekly", "every
    Monday": from one to the next). ``days`` is its length with 30 days to a month and 365 to a year.
    """

    span: Span
    text: str
    kind: str
    count: float
    unit: str
    days: float
