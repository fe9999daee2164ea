"""The decisions that hold: for the flags of a run, and for flags by what they are known by."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date
from typing import Any

import duckdb

from claims.records import Choice, Decision, Scope

COLUMNS = "d.decision, d.choice, d.scope, d.reviewer, d.decided, d.reason, d.note, d.repair, d.expires"
"""What ``as_decision`` reads, in its order."""

HOLDING = """
SELECT t.run, t.article, t.finding, t.occurrence, d.* FROM flag_targets t JOIN standing_decisions d USING (target)
WHERE d.expires IS NULL OR d.expires > $day
QUALIFY row_number() OVER (PARTITION BY t.run, t.article, t.finding ORDER BY t.rank) = 1
"""
"""Of each flag the decision that holds for it on a day: the narrowest."""

NEWEST = """
(SELECT a.* FROM articles a JOIN runs r USING (run) WHERE a.article IN (SELECT article FROM flags)
QUALIFY row_number() OVER (PARTITION BY a.article ORDER BY r.started DESC, r.run DESC) = 1)
"""
"""``newest_articles`` that ever had a flag: of an archive of a million the few that matter."""

_NEWEST = f"""
SELECT f.occurrence, {COLUMNS}, f.run, f.article, f.finding, f.claim, f.facts, f.rule, f.value, n.confidence, r.rules
FROM {NEWEST} a
JOIN flags f ON f.run = a.judged_in AND f.article = a.article
JOIN findings n ON (n.run, n.article, n.finding) = (f.run, f.article, f.finding)
JOIN runs r ON r.run = f.run
LEFT JOIN ({HOLDING}) d ON (d.run, d.article, d.finding) = (f.run, f.article, f.finding)
WHERE f.occurrence IN (SELECT unnest($flags))
"""


@dataclass(frozen=True, slots=True)
class KnownFlag:
    """A flag as it was found last: the columns of ``decisions`` that tell it, and the decision that holds for it."""

    occurrence: str
    standing: Decision | None
    told_by: Mapping[str, Any]
    rules: str

    def target(self, scope: Scope) -> str:
        """What a decision of that scope is keyed to: ``flag_targets.target``."""
        if scope is Scope.OCCURRENCE:
            return f"occurrence:{self.occurrence}"
        if scope is Scope.VALUE:
            return f"value:{self.told_by['value']}"
        return f"rule:{self.told_by['rule']}@{self.rules}"


def find_flags(db: duckdb.DuckDBPyConnection, flags: Iterable[str], day: date) -> dict[str, KnownFlag]:
    """The flags of the newest findings among those named, with what holds for them on a day."""
    rows = db.execute(_NEWEST, {"flags": list(flags), "day": day}).fetchall()
    return {row[0]: _known(row) for row in rows}


def as_decision(row: tuple[Any, ...]) -> Decision:
    """The record of a row of ``COLUMNS``."""
    id, choice, scope, reviewer, decided, reason, note, repair, expires = row
    moment = decided.replace(tzinfo=UTC)
    return Decision(Choice(choice), Scope(scope), reviewer, moment, reason, note, repair, expires, id)


def _known(row: tuple[Any, ...]) -> KnownFlag:
    names = ("run", "article", "finding", "claim", "facts", "rule", "value", "confidence")
    told_by = {"occurrence": row[0], **dict(zip(names, row[10:18], strict=True))}
    return KnownFlag(row[0], as_decision(row[1:10]) if row[1] else None, told_by, row[18])
