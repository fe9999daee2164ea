"""What a reviewer or a second reader says of a flag."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Choice(StrEnum):
    """What a reviewer says of a flag; ``undo`` takes an earlier decision back."""

    ACCEPT = "accept"
    REJECT = "reject"
    DEFER = "defer"
    UNDO = "undo"


class Scope(StrEnum):
    """How far a decision goes, the narrowest first: this place, this statement in any article, this rule."""

    OCCURRENCE = "occurrence"
    VALUE = "value"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer said of a flag.

    ``decided`` is UTC. ``reason`` is a code where one was chosen (docs/review.md). ``repair`` is which repair an accepted flag is to
    be corrected by, from 1. On the day ``expires``, and from then on, it holds no longer. ``id`` tells it from every other one.
    """

    choice: Choice
    scope: Scope
    reviewer: str
    decided: datetime
    reason: str = ""
    note: str = ""
    repair: int | None = None
    expires: date | None = None
    id: str = ""


class Opinion(StrEnum):
    """What a second reader says of a flag; ``failed`` where it gave no answer."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    UNSURE = "unsure"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A second reader's word on a flag; ``why`` is its reason, or what went wrong."""

    reader: str
    opinion: Opinion
    why: str = ""
