"""A flag -> everything that was ever decided on it, and on the same statement before its facts or its rule changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import duckdb

from claims.ledger.standing import COLUMNS, as_decision
from claims.records import Decision

HOLDS, UNDONE, EXPIRED, REPLACED, OTHER_FACTS, OTHER_RULE = (
    "holds", "undone", "expired", "replaced", "other_facts", "other_rule",
)  # fmt: skip

# The newest row of the flag tells its run; a decision on the same statement in other words counts as well.
_HISTORY = f"""
WITH this AS (SELECT f.* FROM flags f JOIN runs r ON r.run = f.run WHERE f.occurrence = $flag ORDER BY r.started DESC LIMIT 1),
targets AS (SELECT t.target FROM flag_targets t, this WHERE (t.run, t.article, t.finding) = (this.run, this.article, this.finding))
SELECT {COLUMNS}, d.article = this.article, d.target IN (FROM targets), d.decision IN (SELECT decision FROM standing_decisions),
    d.decision IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL), d.facts = this.facts
FROM decisions d, this
WHERE d.choice <> 'undo' AND (
    d.target IN (FROM targets)
    OR (d.scope = 'occurrence' AND d.article = this.article AND d.claim = this.claim)
    OR (d.scope = 'value' AND d.claim = this.claim)
    OR (d.scope = 'rule' AND d.rule = this.rule)
)
ORDER BY d.decided DESC, d.decision DESC LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class PastDecision:
    """A decision, and whether it ``holds`` or why it does not: undone, expired, replaced, other_facts, other_rule."""

    decision: Decision
    state: str


def read_history(db: duckdb.DuckDBPyConnection, flag: str, day: date) -> list[PastDecision]:
    """The newest 20 decisions, the last first."""
    rows = db.execute(_HISTORY, {"flag": flag}).fetchall()
    return [PastDecision(as_decision(row[:9]), _state(row, day)) for row in rows]


def _state(row: tuple[Any, ...], day: date) -> str:
    _same_article, on_target, stands, undone, same_facts = row[9:]
    expires = row[8]
    if undone:
        return UNDONE
    if not on_target:
        return OTHER_RULE if same_facts else OTHER_FACTS
    if not stands:
        return REPLACED
    return EXPIRED if expires and expires <= day else HOLDS
