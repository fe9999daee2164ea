"""The ledger -> what reviewers said of flags, as measurements of the program."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from claims.ledger.decide import PATIENCE_SECONDS
from claims.ledger.open import open_ledger
from claims.records import Choice

# One error is one measurement, in however many articles it stands and whoever decided on it; the last word counts.
_JUDGED = """
SELECT rule, confidence, choice, reason FROM standing_decisions WHERE choice IN ('accept', 'reject')
QUALIFY row_number() OVER (PARTITION BY value ORDER BY decided DESC, decision DESC) = 1 ORDER BY ALL
"""
# What was decided by one key has one time, and what a report's reader decided has a time of its own.
_MOMENTS = """
SELECT reviewer, max(decided), count(*) FROM decisions WHERE choice <> 'undo' GROUP BY reviewer, batch ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class JudgedFlag:
    """An error that the program reported, and whether it was one. ``useful`` is whether it was worth reporting, too."""

    rule: str
    confidence: float
    right: bool
    useful: bool

    @property
    def shape(self) -> str:
        """The first part of the rule."""
        return self.rule.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Moment:
    """When a reviewer pressed a key, and how many flags it decided."""

    reviewer: str
    decided: datetime
    flags: int


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that was decided and stands, and when reviewers were at work."""

    flags: tuple[JudgedFlag, ...]
    moments: tuple[Moment, ...]


def read_reviewed(path: Path) -> Reviewed:
    """The measurements in a ledger. Raises LedgerError."""
    with open_ledger(path, PATIENCE_SECONDS) as db:
        judged, moments = db.execute(_JUDGED).fetchall(), db.execute(_MOMENTS).fetchall()
    return Reviewed(
        tuple(_flag(*row) for row in judged),
        tuple(Moment(reviewer, decided.replace(tzinfo=UTC), count) for reviewer, decided, count in moments),
    )


def _flag(rule: str, confidence: float, choice: str, reason: str) -> JudgedFlag:
    accepted = choice == Choice.ACCEPT
    return JudgedFlag(rule, confidence, accepted or reason == "unimportant", accepted)
