"""A true statement found in an article, with plausible wrong values for one of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from claims.records import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """Where a value stands, ways of writing the right one, and what a writer might put there by mistake."""

    shape: str
    kind: str
    span: Span
    right: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article: its place, its text, the article's date and the people it names in full."""

    start: int
    text: str
    published: date | None
    people: Mapping[str, str]
    """Person by last name, where one person of that name is named in full in the article."""

    def span(self, first: int, last: int) -> Span:
        """Offsets in the article of a stretch of this sentence."""
        return Span(self.start + first, self.start + last)


def off_by_years(year: int, wrong: range | None = None) -> tuple[str, ...]:
    """Neighbouring years, the nearest first."""
    gaps = wrong or range(1, 4)
    return tuple(str(year + sign * gap) for gap in gaps for sign in (-1, 1))
