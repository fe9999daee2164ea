"""Recurring events and their editions."""

from dataclasses import dataclass

from claims.records import Fact


@dataclass(frozen=True, slots=True)
class Series:
    """A recurring event; ``complete`` bounds the years for which every edition is known."""

    entity: str
    family: str
    complete: tuple[int, int] | None
    edition_name: str
    blocked_before: frozenset[str]
    blocked_after: frozenset[str]
    context: tuple[frozenset[str], ...] = ()
    """Groups of words; an article must have a word of each, or the name may mean something else."""

    @classmethod
    def of(cls, row: tuple[object, ...]) -> "Series":
        """A series from its row of the store."""
        entity, family, first, last, edition_name, before, after, context = row
        complete = (first, last) if isinstance(first, int) and isinstance(last, int) else None
        groups = tuple(group for part in str(context or "").split("&") if (group := _words(part)))
        return cls(
            str(entity), str(family), complete, str(edition_name or ""), _words(before), _words(after), groups
        )

    def suits(self, words: frozenset[str]) -> bool:
        """Whether an article with these words has the context that the series' names need."""
        return all(group & words for group in self.context)

    def knows_year(self, year: int) -> bool:
        """Whether an edition of that year would be known if there were one."""
        return self.complete is not None and self.complete[0] <= year <= self.complete[1]


def _words(text: object) -> frozenset[str]:
    return frozenset(str(text or "").casefold().split("|")) - {""}


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a series with the facts of its time and place."""

    entity: str
    series: str
    year: int
    time: Fact | None
    places: tuple[Fact, ...]

    @property
    def held(self) -> bool:
        """Whether it took or will take place: not cancelled."""
        return self.time is None or self.time.status != "cancelled"
