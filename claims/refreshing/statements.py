"""What one statement of Wikidata comes to before it is a fact, and why another comes to nothing."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Cause(StrEnum):
    """Why a statement makes no fact. The text stands in the list of what was left out."""

    DEPRECATED = "deprecated by Wikidata"
    UNKNOWN_VALUE = "its value is unknown"
    NO_LABEL = "no English name"
    IMPRECISE = "a time less precise than a year"
    BEFORE_CHRIST = "a time before the year 1"
    NO_DATE = "a time that is no date"
    NO_START = "no start"
    END_UNKNOWN = "ended, and it is unknown when"
    END_MISSING = "no end, and somebody holds it since"
    ENDS_EARLY = "it ends before it starts"
    SEVERAL_TIMES = "several times in one statement"
    OUTRANKED = "another statement of the same slot is preferred, or the same and more precise"
    DISPUTED = "statements of equal rank disagree"
    NO_YEAR = "an edition whose year is unknown"
    UNREADABLE = "no statement at all"


class Rank(StrEnum):
    """How Wikidata ranks a statement."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Statement:
    """Subject and value are items (``Q7747``), the value "" where it is the time; times are partial dates or ""."""

    id: str
    preferred: bool
    subject: str
    value: str
    start: str
    end: str


@dataclass
class Found:
    """The statements of one query with the names of the items in them; ``dropped`` counts the others."""

    statements: list[Statement] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    dropped: Counter[Cause] = field(default_factory=Counter)
