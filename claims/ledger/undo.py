"""A decision that is taken back: a row that says so."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from claims.errors import DecidedMeanwhile, NothingToUndo
from claims.ledger.decide import PATIENCE_SECONDS, decision_id, utc
from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger
from claims.ledger.rows import Row
from claims.records import Choice, Decision, Scope

WITHIN = timedelta(hours=12)
"""How far back the undo key goes; an older decision is taken back on its own flag."""

# What was taken back already is no longer there to be undone, and an undo is not undone but decided anew.
_LAST = """
SELECT batch FROM decisions d WHERE reviewer = ? AND decided >= ? AND choice <> 'undo'
AND decision NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)
ORDER BY decided DESC, decision DESC LIMIT 1
"""
_ROWS = "SELECT * FROM decisions WHERE batch = ? AND decision NOT IN (SELECT undoes FROM decisions WHERE undoes IS NOT NULL)"
_LATER = """
SELECT DISTINCT l.reviewer, l.occurrence FROM decisions d JOIN standing_decisions l ON l.target = d.target AND l.decision <> d.decision
WHERE d.batch = ? AND d.choice <> 'undo' AND l.decided > d.decided
"""


def undo_last(path: Path, reviewer: str, now: datetime) -> tuple[str, ...]:
    """Take back what a reviewer decided last, a group as a whole; the flags it was made on.

    Raises NothingToUndo, DecidedMeanwhile where somebody has decided on it since, LedgerError.
    """
    with open_ledger(path, PATIENCE_SECONDS) as db:
        found = db.execute(_LAST, [reviewer, utc(now - WITHIN)]).fetchone()
        if found is None:
            raise NothingToUndo("there is nothing of yours to take back from the last 12 hours")
        return _undo_batch(db, found[0], reviewer, now)


def undo_decision(path: Path, id: str, reviewer: str, now: datetime) -> tuple[str, ...]:
    """Take back one decision with all that was decided by the same key, whoever decided it. Raises as ``undo_last``."""
    with open_ledger(path, PATIENCE_SECONDS) as db:
        found = db.execute("SELECT batch FROM decisions WHERE decision = ?", [id]).fetchone()
        if found is None:
            raise NothingToUndo("there is no such decision")
        return _undo_batch(db, found[0], reviewer, now)


def _undo_batch(db: duckdb.DuckDBPyConnection, batch: str, reviewer: str, now: datetime) -> tuple[str, ...]:
    later = db.execute(_LATER, [batch]).fetchall()
    if later:
        raise DecidedMeanwhile(
            f"{later[0][0]} has decided on it since; nothing was taken back", tuple(flag for _, flag in later)
        )
    rows = _read(db, batch)
    if not rows:
        raise NothingToUndo("it was taken back already")
    db.begin()
    insert_rows(db, "decisions", [_undo_row(row, reviewer, now) for row in rows])
    db.commit()
    return tuple(dict.fromkeys(row["occurrence"] for row in rows))


def _read(db: duckdb.DuckDBPyConnection, batch: str) -> list[Row]:
    cursor = db.execute(_ROWS, [batch])
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _undo_row(row: dict[str, Any], reviewer: str, now: datetime) -> Row:
    undo = Decision(Choice.UNDO, Scope(row["scope"]), reviewer, now)
    changed = {
        "decision": decision_id(row["target"], undo, row["decision"]),
        "decided": utc(now),
        "choice": undo.choice,
        "reviewer": reviewer,
        "reason": "",
        "note": "",
        "repair": None,
        "expires": None,
        "undoes": row["decision"],
    }
    # A batch of its own: what was undone together is not what was decided together.
    return {**row, **changed, "batch": f"undo:{row['batch']}"}
