"""The ledger -> the flags that reviewers may look at, each with what was decided of it."""

from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from claims.ledger.decide import PATIENCE_SECONDS
from claims.ledger.open import open_ledger
from claims.ledger.standing import COLUMNS, HOLDING, NEWEST, as_decision
from claims.records import Decision

_QUEUE = f"""
SELECT f.occurrence, f.value, f.rule, a.article, coalesce(a.title, a.article), a.source, a.published, n.shape, n.verdict, n.slot,
    n.voice, n.span_text, n.explanation, n.confidence, coalesce(w.assignee, ''), {COLUMNS}
FROM {NEWEST} a
JOIN flags f ON f.run = a.judged_in AND f.article = a.article
JOIN findings n ON (n.run, n.article, n.finding) = (f.run, f.article, f.finding)
LEFT JOIN ({HOLDING}) d ON (d.run, d.article, d.finding) = (f.run, f.article, f.finding)
LEFT JOIN (
    SELECT occurrence, assignee FROM assignments
    QUALIFY row_number() OVER (PARTITION BY occurrence ORDER BY assigned DESC) = 1
) w ON w.occurrence = f.occurrence
ORDER BY a.article, f.finding
"""


@dataclass(frozen=True, slots=True)
class QueuedFlag:
    """A flag of the newest findings of an article. ``value`` is equal for the same error, ``rule`` for the same kind of it.

    ``standing`` is the decision that holds, if any; ``assignee`` is empty where it is nobody's.
    """

    occurrence: str
    value: str
    rule: str
    article: str
    headline: str
    source: str
    published: date | None
    shape: str
    verdict: str
    slot: str
    voice: str
    span: str
    explanation: str
    confidence: float
    assignee: str
    standing: Decision | None


def read_queue(path: Path, day: date) -> list[QueuedFlag]:
    """Every flag by article and place, with what holds on a day; none where there is no ledger yet. Raises LedgerError."""
    if not path.exists():
        return []
    with open_ledger(path, PATIENCE_SECONDS) as db:
        return [_queued(row) for row in db.execute(_QUEUE, {"day": day}).fetchall()]


def _queued(row: tuple[Any, ...]) -> QueuedFlag:
    names = (field.name for field in fields(QueuedFlag))
    told = dict(zip(names, row[:15], strict=False))
    return QueuedFlag(**told, standing=as_decision(row[15:]) if row[15] else None)
