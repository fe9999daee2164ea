"""The runs that a ledger holds."""

from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

_RUNS = """
SELECT r.run, r.inputs, r.default_date, r.program, r.facts, r.model, r.settings, r.rules, r.started, r.finished,
    r.planted, r.planted_found, r.false_alarms,
    (SELECT count(*) FROM articles a WHERE a.run = r.run),
    (SELECT count(*) FROM articles a WHERE a.run = r.run AND a.judged_in = r.run),
    (SELECT count(*) FROM run_findings f WHERE f.in_run = r.run AND f.verdict IN ('mismatch', 'outdated')),
    (SELECT count(*) FROM errors e WHERE e.run = r.run),
    (SELECT count(*) FROM settled s JOIN decisions d USING (decision) WHERE s.run = r.run AND d.choice = 'reject')
FROM runs r ORDER BY r.started, r.run
"""


@dataclass(frozen=True, slots=True)
class RunRecord:
    """A run with what it came to: articles, those that it judged itself, flags, and inputs with an error.

    ``suppressed`` flags were rejected by a reviewer before it was reported; they are not among the ``flags``.
    """

    run: Run
    articles: int
    judged: int
    flags: int
    errors: int
    suppressed: int = 0


def list_runs(path: Path) -> list[RunRecord]:
    """Every run, the oldest first; none where there is no ledger yet. Raises LedgerError."""
    if not path.exists():
        return []
    with open_ledger(path) as db:
        return [_record(row) for row in db.execute(_RUNS).fetchall()]


def _record(row: tuple[Any, ...]) -> RunRecord:
    name, inputs, day, *versions, started, finished = row[:10]
    planted = row[10:13]
    program, facts, model, settings, rules = versions
    end = finished.replace(tzinfo=UTC) if finished else None
    begun = started.replace(tzinfo=UTC)
    run = Run(name, begun, tuple(inputs), day, program, facts, model, settings, rules, end, *planted)
    articles, judged, disagreeing, errors, suppressed = row[13:]
    return RunRecord(run, articles, judged, disagreeing - suppressed, errors, suppressed)
