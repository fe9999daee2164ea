"""What the store says: facts, and the entities that may be meant."""

from dataclasses import dataclass
from datetime import date

from claims.records.spans import Interval


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the store, with its value and times typed and a sentence made from its template."""

    id: str
    subject: str
    predicate: str
    value: str
    text: str
    valid: Interval | None
    as_of: date | None
    source: str
    status: str = ""
    """Empty, ``scheduled``, ``cancelled`` or ``unconfirmed``."""

    @property
    def confirmed(self) -> bool:
        """Whether it may contradict a statement."""
        return self.status != "unconfirmed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be what a claim speaks of, how it was found, and how near it is."""

    entity: str
    found_by: str
    score: float


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate that was looked at; ``obstacle`` is the code of why it was not taken, empty where it was."""

    candidate: Candidate
    obstacle: str = ""
