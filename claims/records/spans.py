"""Places in a text and stretches of days."""

from dataclasses import dataclass
from datetime import date

from claims.records.kinds import Precision


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into an article's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters the span stands for."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends inclusive; an end of None is open."""

    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share at least one day."""
        starts_in_time = self.start is None or other.end is None or self.start <= other.end
        ends_in_time = self.end is None or other.start is None or other.start <= self.end
        return starts_in_time and ends_in_time

    def covers(self, other: "Interval") -> bool:
        """Whether every day of the other lies inside this one."""
        from_start = self.start is None or (other.start is not None and self.start <= other.start)
        to_end = self.end is None or (other.end is not None and other.end <= self.end)
        return from_start and to_end
