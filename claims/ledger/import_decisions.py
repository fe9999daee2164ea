"""Decisions that were made in a report -> the ledger, as if they had been made at the desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from claims.ledger.decide import PATIENCE_SECONDS, decision_id, decision_row, insert_decisions
from claims.ledger.open import open_ledger
from claims.ledger.read_decisions import DecisionsFile, GivenDecision
from claims.ledger.rows import Row
from claims.ledger.standing import KnownFlag, find_flags
from claims.records import Decision
from claims.store.text_list import TEXTS, text_list

AHEAD = timedelta(days=1)
"""How far a clock elsewhere may be ahead; a decision of next year would hold against all of this one."""

_FLAGS = f"""
SELECT a.article, a.sha256, f.finding, f.claim, f.facts, f.rule, f.value, f.occurrence, f.run, n.confidence, r.rules
FROM articles a JOIN flags f ON f.run = a.judged_in AND f.article = a.article
JOIN findings n ON (n.run, n.article, n.finding) = (f.run, f.article, f.finding)
JOIN runs r ON r.run = f.run WHERE a.run = ? AND a.article IN {TEXTS.format("?")}
"""


@dataclass(frozen=True, slots=True)
class Imported:
    """How many decisions were new, how many the ledger had, and which were refused: their place in the file, and why.

    ``overtaken`` of the new ones were made before one that the ledger has on the same flag; the later one holds.
    """

    taken: int
    known: int
    overtaken: int
    refused: tuple[tuple[int, str], ...]


def import_decisions(path: Path, file: DecisionsFile, now: datetime) -> Imported:
    """Take in what a report's reader decided, all in one transaction. Raises LedgerError.

    A decision is taken in where the run had that flag of that very text. It keeps its own time: of two on one flag the later one holds.
    """
    with open_ledger(path, PATIENCE_SECONDS) as db:
        flags = _find(db, file)
        refused = list(file.bad)
        good: list[tuple[KnownFlag, Decision]] = []
        for place, given in file.decisions:
            flag = flags.get((given.article, given.finding))
            cause = _refusal(given, flag, now)
            if cause or flag is None:
                refused.append((place, cause))
            else:
                good.append((flag[1], given.decision))
        overtaken = _overtaken(db, good, now)
        rows: list[Row] = [
            decision_row(flag, decision, decision_id("import", decision, flag.occurrence))
            for flag, decision in good
        ]
        db.begin()
        taken = insert_decisions(db, rows)
        db.commit()
    return Imported(taken, len(good) - taken, overtaken, tuple(sorted(refused)))


Found = dict[tuple[str, int], tuple[str, KnownFlag]]
"""The hash of the text and the flag, by article and finding."""


def _find(db: duckdb.DuckDBPyConnection, file: DecisionsFile) -> Found:
    articles = sorted({given.article for _, given in file.decisions})
    return {
        (row[0], row[2]): (row[1], _known(row))
        for row in db.execute(_FLAGS, [file.run, text_list(articles)]).fetchall()
    }


def _known(row: tuple[Any, ...]) -> KnownFlag:
    article, _sha, finding, claim, facts, rule, value, occurrence, run, confidence, rules = row
    told_by = {
        "occurrence": occurrence, "run": run, "article": article, "finding": finding, "claim": claim, "facts": facts,
        "rule": rule, "value": value, "confidence": confidence,
    }  # fmt: skip
    return KnownFlag(occurrence, None, told_by, rules)


def _refusal(given: GivenDecision, found: tuple[str, KnownFlag] | None, now: datetime) -> str:
    """Why a decision is not taken in; empty where it is."""
    if found is None:
        return f"the run had no flag {given.finding} in {given.article}"
    sha, flag = found
    if sha != given.sha256:
        return f"the run had another text of {given.article}"
    if any(flag.told_by[name] != getattr(given, name) for name in ("claim", "facts", "rule")):
        return f"finding {given.finding} of {given.article} is another flag"
    if given.decision.decided > now + AHEAD:
        return "it is of a time to come"
    return ""


def _overtaken(
    db: duckdb.DuckDBPyConnection, good: Sequence[tuple[KnownFlag, Decision]], now: datetime
) -> int:
    standing = find_flags(db, [flag.occurrence for flag, _ in good], now.date())
    return sum(
        _is_later(standing[flag.occurrence].standing, decision)
        for flag, decision in good
        if flag.occurrence in standing
    )


def _is_later(stood: Decision | None, decision: Decision) -> bool:
    return stood is not None and stood.decided > decision.decided
