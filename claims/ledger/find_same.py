"""A run -> the run before it, if that reported the very same articles, failures and decisions."""

from pathlib import Path

import duckdb

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

_BEFORE = """
SELECT run FROM runs WHERE finished IS NOT NULL AND inputs <> ['sweep'] AND (started, run) < (SELECT (started, run) FROM runs WHERE run = $run)
    AND (facts, rules, model, settings) = ($facts, $rules, $model, $settings)
ORDER BY started DESC, run DESC LIMIT 1
"""
_SHOWN = {
    "articles": "article, content, judged_in",
    "errors": "input, source, error",
    "settled": "article, finding, decision",
}
"""What a report is made from: of each article by whom it was judged, what could not be read, and which decisions hold.

Findings of an article by the same run are the same, and a decision is never changed.
"""


def find_same(path: Path, run: Run) -> str | None:
    """The id of the run before, where its report shows the same as that of the run, which is settled. Raises LedgerError."""
    versions = {"facts": run.facts, "rules": run.rules, "model": run.model, "settings": run.settings}
    with open_ledger(path) as db:
        before = db.execute(_BEFORE, {"run": run.id, **versions}).fetchone()
        if before is None:
            return None
        (other,) = before
        same = all(_is_same(db, table, columns, run.id, other) for table, columns in _SHOWN.items())
    return str(other) if same else None


def _is_same(db: duckdb.DuckDBPyConnection, table: str, columns: str, run: str, other: str) -> bool:
    """Whether both runs have the same rows, however often each."""
    rows = f"SELECT {columns} FROM {table} WHERE run ="
    (differing,) = db.execute(
        f"SELECT (SELECT count(*) FROM ({rows} $run EXCEPT ALL {rows} $other)) + (SELECT count(*) FROM ({rows} $other EXCEPT ALL {rows} $run))",
        {"run": run, "other": other},
    ).fetchall()[0]
    return bool(differing == 0)
