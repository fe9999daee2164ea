"""A batch of a run -> the ledger, in whole or not at all."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger
from claims.ledger.rows import article_row, error_row, evidence_rows, finding_rows, run_row
from claims.ledger.run import Run
from claims.records import CheckedArticle, ReadFailure


def record_run(
    path: Path, run: Run, articles: Sequence[CheckedArticle] = (), failures: Sequence[ReadFailure] = ()
) -> None:
    """Write the run as it stands now, and a batch of its articles and failures, in one transaction.

    Call it once a batch, and once more when the run is finished. The file is open no longer than that, so
    that others can look in between. A batch that comes twice is refused. Raises LedgerError, and then
    nothing of the batch is in the ledger.
    """
    with open_ledger(path) as db:
        db.begin()
        _write_run(db, run)
        _write_articles(db, run.id, articles)
        insert_rows(db, "errors", (error_row(run.id, failure) for failure in failures))
        db.commit()


def _write_run(db: duckdb.DuckDBPyConnection, run: Run) -> None:
    row = run_row(run)
    known = db.execute("UPDATE runs SET finished = ? WHERE run = ?", [row["finished"], run.id]).fetchone()
    if known == (0,):
        insert_rows(db, "runs", [row])


def _write_articles(db: duckdb.DuckDBPyConnection, run: str, articles: Sequence[CheckedArticle]) -> None:
    insert_rows(db, "articles", (article_row(run, checked) for checked in articles))
    insert_rows(db, "findings", (row for checked in articles for row in finding_rows(run, checked)))
    insert_rows(db, "evidence", (row for checked in articles for row in evidence_rows(run, checked)))
