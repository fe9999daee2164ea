"""A batch of a run -> the ledger, in whole or not at all."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import duckdb
import pyarrow as pa

from claims.ledger.find_results import Known
from claims.ledger.flag_rows import flag_rows
from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger
from claims.ledger.pack_records import content_key, pack_checked
from claims.ledger.rows import article_row, error_row, evidence_rows, finding_rows, run_row
from claims.ledger.run import Run
from claims.records import CheckedArticle, ReadFailure


def record_run(
    path: Path,
    run: Run,
    articles: Sequence[CheckedArticle] = (),
    failures: Sequence[ReadFailure] = (),
    known: Sequence[Known] = (),
    seconds: Mapping[str, float] = MappingProxyType({}),
) -> None:
    """Write the run as it stands now, and a batch of its articles and failures, in one transaction.

    ``known`` are articles of the batch that an earlier run judged, ``seconds`` how long each stage took. Call it once a batch, and once more when
    the run is finished. The file is open no longer than that, so that others can look in between. A batch
    that comes twice is refused. Raises LedgerError, and then nothing of the batch is in the ledger.
    """
    with open_ledger(path) as db:
        db.begin()
        _write_run(db, run)
        _write_articles(db, run, articles)
        _copy_rows(db, run, known)
        insert_rows(db, "errors", (error_row(run, failure) for failure in failures))
        rows = [{"run": run.id, "stage": stage, "seconds": spent} for stage, spent in seconds.items()]
        insert_rows(db, "timings", rows)
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


def _write_articles(db: duckdb.DuckDBPyConnection, run: Run, articles: Sequence[CheckedArticle]) -> None:
    insert_rows(db, "articles", (article_row(run.id, checked) for checked in articles))
    insert_rows(db, "findings", (row for checked in articles for row in finding_rows(run.id, checked)))
    insert_rows(db, "evidence", (row for checked in articles for row in evidence_rows(run.id, checked)))
    insert_rows(db, "flags", (row for checked in articles for row in flag_rows(run.id, checked)))
    _write_results(db, run, articles)


def _copy_rows(db: duckdb.DuckDBPyConnection, run: Run, known: Sequence[Known]) -> None:
    """The rows of articles that another run judged, as that run has them."""
    db.execute(
        "INSERT INTO articles BY NAME SELECT a.* REPLACE ($run AS run) FROM articles a"
        " JOIN (SELECT unnest($contents) AS content, unnest($runs) AS run) k ON a.content = k.content AND a.run = k.run",
        {"run": run.id, "contents": [one.content for one in known], "runs": [one.run for one in known]},
    )


def _write_results(db: duckdb.DuckDBPyConnection, run: Run, articles: Sequence[CheckedArticle]) -> None:
    """All at once, as an Arrow table: binding values one by one costs a millisecond an article."""
    if not articles:
        return
    table = pa.table(
        {
            "content": [content_key(checked.article) for checked in articles],
            "versions": [run.versions] * len(articles),
            "run": [run.id] * len(articles),
            "checked": pa.array([pack_checked(checked) for checked in articles], pa.binary()),
        }
    )
    db.register("packed", table)
    db.execute("INSERT OR REPLACE INTO results BY NAME SELECT * FROM packed")
    db.unregister("packed")
