"""The ledger -> what each of the last runs came to, and what is new in the newest."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from claims.ledger.open import open_ledger
from claims.ledger.source_name import source_name

SHOWN = 12
"""Runs that are told of, with the one that is reported."""

# A sweep judges a part of the archive, so that neither its counts nor what it lacks say anything.
_RUNS = """
SELECT r.run, r.started, count(a.article), coalesce(sum(a.claims), 0), coalesce(sum(a.judged), 0)
FROM runs r LEFT JOIN articles a USING (run)
WHERE (r.finished IS NOT NULL AND r.inputs <> ['sweep'] OR r.run = $run)
    AND (r.started, r.run) <= (SELECT (started, run) FROM runs WHERE run = $run)
GROUP BY ALL ORDER BY r.started DESC, r.run DESC LIMIT $most
"""
# What a reviewer had rejected is not raised.
_RAISED = """
WITH raised AS (
    SELECT f.* FROM run_findings f WHERE f.verdict IN ('mismatch', 'outdated') AND NOT EXISTS (
        FROM settled s JOIN decisions d USING (decision)
        WHERE (s.run, s.article, s.finding) = (f.in_run, f.article, f.finding) AND d.choice = 'reject')
)
"""
_FLAGS = f"""{_RAISED}
SELECT f.in_run, f.shape, a.source, a.url, count(*)
FROM raised f JOIN articles a ON a.run = f.in_run AND a.article = f.article
WHERE f.in_run IN (SELECT unnest($runs)) GROUP BY ALL ORDER BY ALL
"""
_NEW = f"""{_RAISED}
SELECT f.article, f.finding FROM raised f
WHERE f.in_run = $run AND NOT EXISTS (
    FROM raised o WHERE o.in_run = $before
        AND (o.article, o.predicate, o.slot, o.span_text) = (f.article, f.predicate, f.slot, f.span_text))
"""


@dataclass(frozen=True, slots=True)
class PastRun:
    """A run in figures; its flags are counted by shape and by source."""

    id: str
    started: datetime
    articles: int
    claims: int
    judged: int
    shapes: Mapping[str, int]
    sources: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RunHistory:
    """The last runs, the oldest first and the reported one last.

    ``new`` holds (article, number of the finding) of each flag that the run before did not raise; None where there was none before.
    """

    runs: tuple[PastRun, ...]
    new: frozenset[tuple[str, int]] | None

    @property
    def before(self) -> PastRun | None:
        """The run before, where there was one."""
        return self.runs[-2] if len(self.runs) > 1 else None


def run_history(path: Path, run: str) -> RunHistory:
    """What led up to a run that the ledger holds. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(_RUNS, {"run": run, "most": SHOWN}).fetchall()[::-1]
        shapes, sources = _flags(db, [row[0] for row in rows])
        new = _new(db, run, rows[-2][0]) if len(rows) > 1 else None
    return RunHistory(tuple(_past(row, shapes, sources) for row in rows), new)


Counts = dict[str, Counter[str]]


def _flags(db: duckdb.DuckDBPyConnection, runs: list[str]) -> tuple[Counts, Counts]:
    """The flags of each run by shape, and by source."""
    shapes, sources = ({run: Counter[str]() for run in runs} for _ in range(2))
    name = cache(source_name)  # runs over the same articles ask for the same
    for run, shape, source, url, count in db.execute(_FLAGS, {"runs": runs}).fetchall():
        shapes[run][shape] += count
        sources[run][name(source, url)] += count
    return shapes, sources


def _new(db: duckdb.DuckDBPyConnection, run: str, before: str) -> frozenset[tuple[str, int]]:
    return frozenset(db.execute(_NEW, {"run": run, "before": before}).fetchall())


def _past(row: tuple[Any, ...], shapes: Counts, sources: Counts) -> PastRun:
    run, started, articles, claims, judged = row
    return PastRun(
        run, started.replace(tzinfo=UTC), articles, int(claims), int(judged), shapes[run], sources[run]
    )
