"""The ledger -> the articles and failures of one run, as its report shows them."""

from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.pack_records import unpack_checked
from claims.ledger.run import Run
from claims.records import CheckedArticle, ReadFailure


def read_run(path: Path, run: Run) -> tuple[list[CheckedArticle], list[ReadFailure]]:
    """Everything that stands under a run, in the order of ids, whichever run judged it. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(
            "SELECT r.checked FROM articles a JOIN results r ON r.content = a.content AND r.versions = ?"
            " WHERE a.run = ? ORDER BY a.article",
            [run.versions, run.id],
        ).fetchall()
        errors = db.execute(
            "SELECT input, source, error, coalesce(content, '') FROM errors WHERE run = ? ORDER BY ALL",
            [run.id],
        ).fetchall()
    return [unpack_checked(packed) for (packed,) in rows], [ReadFailure(*row) for row in errors]
