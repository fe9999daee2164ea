"""A reviewer's decision on flags -> the ledger, unless somebody else was faster."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import duckdb

from claims.errors import DecidedMeanwhile, NoSuchFlag
from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger
from claims.ledger.rows import Row
from claims.ledger.standing import KnownFlag, find_flags
from claims.records import Choice, Decision, Scope
from claims.store.text_list import TEXTS, text_list

PATIENCE_SECONDS = 10.0
"""How long a run that is writing is waited for; it has the ledger open for a second or two at a time."""


def decide(path: Path, shown: Mapping[str, str], decision: Decision) -> int:
    """Write the decision for each flag, by ``flags.occurrence``; how many flags it was for.

    ``shown`` has with each flag the id of the decision that the reviewer saw on it, empty where there was none. All or nothing is written.
    What stood on the very flag is taken back where the new decision goes further, so that it holds there too; on other flags
    a narrower decision keeps holding. Raises NoSuchFlag, DecidedMeanwhile where what holds is not what was shown, LedgerError.
    """
    day = decision.decided.date()
    with open_ledger(path, PATIENCE_SECONDS) as db:
        known = find_flags(db, shown, day)
        _check(shown, known)
        db.begin()
        batch = decision_id("batch", decision, *sorted(shown))
        rows = [row for flag in shown for row in _rows(known[flag], decision, batch)]
        insert_rows(db, "decisions", _distinct(rows))
        db.commit()
    return len(shown)


def decision_row(flag: KnownFlag, decision: Decision, batch: str, undoes: str | None = None) -> Row:
    """The row of ``decisions`` of a decision on a flag; the same decision has the same id, however often it comes."""
    target = flag.target(decision.scope)
    return {
        "decision": decision_id(target, decision, undoes or ""),
        "decided": utc(decision.decided),
        "choice": decision.choice,
        "scope": decision.scope,
        "target": target,
        "reviewer": decision.reviewer,
        "reason": decision.reason,
        "note": decision.note,
        "repair": decision.repair,
        "expires": decision.expires,
        "undoes": undoes,
        "batch": batch,
        **flag.told_by,
    }


def decision_id(target: str, decision: Decision, *more: str) -> str:
    """16 hex digits that tell a decision by what it is for, who made it and when."""
    parts = (target, decision.choice, decision.reviewer, utc(decision.decided).isoformat(), *more)
    return sha256("\x1e".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def utc(moment: datetime) -> datetime:
    """In UTC and without its zone, as the ledger keeps times."""
    return moment.astimezone(UTC).replace(tzinfo=None)


def _check(shown: Mapping[str, str], known: Mapping[str, KnownFlag]) -> None:
    missing = [flag for flag in shown if flag not in known]
    if missing:
        raise NoSuchFlag(
            f"{len(missing):,} of {len(shown):,} flags are not in the ledger: the article, the facts or the rule have changed"
        )
    changed = tuple(flag for flag, seen in shown.items() if _id(known[flag].standing) != seen)
    if changed:
        raise DecidedMeanwhile(
            f"{len(changed):,} of {len(shown):,} flags were decided meanwhile; nothing was written", changed
        )


def _rows(flag: KnownFlag, decision: Decision, batch: str) -> Iterator[Row]:
    # A clock may go back; what is decided later holds, so that it has to look later.
    stood = flag.standing
    if stood and decision.decided <= stood.decided:
        decision = replace(decision, decided=stood.decided + timedelta(microseconds=1))
    if stood and stood.scope is Scope.OCCURRENCE and decision.scope is not Scope.OCCURRENCE:
        undo = Decision(Choice.UNDO, stood.scope, decision.reviewer, decision.decided)
        yield decision_row(flag, undo, batch, stood.id)
    yield decision_row(flag, decision, batch)


def _distinct(rows: list[Row]) -> list[Row]:
    """One decision on a value or a rule, on however many of its flags it was made."""
    return list({row["decision"]: row for row in reversed(rows)}.values())[::-1]


def _id(decision: Decision | None) -> str:
    return decision.id if decision else ""


def insert_decisions(db: duckdb.DuckDBPyConnection, rows: list[Row]) -> int:
    """Add the rows that the ledger does not hold yet; how many those were."""
    ids = [row["decision"] for row in rows]
    there = {
        id
        for (id,) in db.execute(
            f"SELECT decision FROM decisions WHERE decision IN {TEXTS.format('?')}", [text_list(ids)]
        ).fetchall()
    }
    new = [row for row in _distinct(rows) if row["decision"] not in there]
    insert_rows(db, "decisions", new)
    return len(new)
