"""A batch of a run -> the ledger, in whole or not at all."""

from collections.abc import Mapping, Sequence
from json import dumps
from pathlib import Path
from types import MappingProxyType

import duckdb

from claims.ledger.find_results import Known
from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger
from claims.ledger.part import Part, make_part, take_in
from claims.ledger.rows import disagreement_row, error_row, run_row
from claims.ledger.run import Run
from claims.records import CheckedArticle, Disagreement, ReadFailure


def record_run(
    path: Path,
    run: Run,
    articles: Sequence[CheckedArticle] = (),
    failures: Sequence[ReadFailure] = (),
    known: Sequence[Known] = (),
    seconds: Mapping[str, float] = MappingProxyType({}),
    parts: Sequence[Part] = (),
) -> None:
    """Write the run as it stands now, and a batch of its articles and failures, in one transaction.

    A batch is ``articles``, or ``parts`` made of them elsewhere. ``known`` are articles of the batch that an earlier run judged, ``seconds`` how long
    each stage took. Call it once a batch, and once more when
    the run is finished. The file is open no longer than that, so that others can look in between. A batch
    that comes twice is refused. Raises LedgerError, and then nothing of the batch is in the ledger.
    """
    whole = [*parts, make_part(run, articles)] if articles else parts
    with open_ledger(path) as db:
        db.begin()
        record_in(db, run, whole, failures, known)
        rows = [{"run": run.id, "stage": stage, "seconds": spent} for stage, spent in seconds.items()]
        insert_rows(db, "timings", rows)
        db.commit()


def record_in(
    db: duckdb.DuckDBPyConnection,
    run: Run,
    parts: Sequence[Part],
    failures: Sequence[ReadFailure],
    known: Sequence[Known],
) -> None:
    """The same of a ledger that is open, inside of the caller's transaction."""
    _write_run(db, run)
    for part in parts:
        take_in(db, part)
    _copy_rows(db, run, known)
    insert_rows(db, "errors", (error_row(run, failure) for failure in failures))


def record_disagreements(path: Path, run: Run, found: Sequence[Disagreement]) -> None:
    """Write what articles of the run say differently, in place of what stands there. Raises LedgerError."""
    with open_ledger(path) as db:
        db.begin()
        db.execute("DELETE FROM disagreements WHERE run = ?", [run.id])
        insert_rows(db, "disagreements", (disagreement_row(run.id, one) for one in found))
        db.commit()


def copy_disagreements(path: Path, run: Run, other: str) -> None:
    """Write what articles of another run say differently as what those of the run do. Raises LedgerError."""
    if other == run.id:
        return
    with open_ledger(path) as db:
        db.begin()
        db.execute("DELETE FROM disagreements WHERE run = ?", [run.id])
        db.execute(
            "INSERT INTO disagreements BY NAME SELECT * REPLACE ($run AS run) FROM disagreements WHERE run = $other",
            {"run": run.id, "other": other},
        )
        db.commit()


def _write_run(db: duckdb.DuckDBPyConnection, run: Run) -> None:
    row = run_row(run)
    fields = ("finished", "planted", "planted_found", "false_alarms")
    known = db.execute(
        f"UPDATE runs SET {', '.join(f'{field} = ?' for field in fields)} WHERE run = ?",
        [*(row[field] for field in fields), run.id],
    ).fetchone()
    if known == (0,):
        insert_rows(db, "runs", [row])


def _copy_rows(db: duckdb.DuckDBPyConnection, run: Run, known: Sequence[Known]) -> None:
    """The rows of articles that another run judged, as that run has them."""
    if not known:
        return
    db.execute(
        "INSERT INTO articles BY NAME SELECT a.* REPLACE ($run AS run) FROM articles a"
        ' JOIN (SELECT unnest(from_json($known, \'[{"content": "VARCHAR", "run": "VARCHAR"}]\'), max_depth := 2)) k'
        " ON a.content = k.content AND a.run = k.run",
        {"run": run.id, "known": dumps([{"content": one.content, "run": one.run} for one in known])},
    )
