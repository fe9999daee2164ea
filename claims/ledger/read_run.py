"""The ledger -> the articles and failures of one run, as its report shows them."""

from collections.abc import Sequence
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.pack_records import unpack_checked
from claims.ledger.run import Run
from claims.records import CheckedArticle, ReadFailure


def list_articles(path: Path, run: Run) -> list[tuple[str, str]]:
    """The (source, id) of each article that stands under a run. Raises LedgerError."""
    with open_ledger(path) as db:
        return db.execute(
            "SELECT source, article FROM articles WHERE run = ? ORDER BY ALL", [run.id]
        ).fetchall()


def read_articles_of(path: Path, run: Run, ids: Sequence[str]) -> list[CheckedArticle]:
    """What was found in some articles of a run, whichever run judged them, in the order given. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(
            "SELECT a.article, r.checked FROM articles a JOIN results r ON r.content = a.content AND r.versions = ?"
            " WHERE a.run = ? AND a.article IN (SELECT unnest(?))",
            [run.versions, run.id, list(ids)],
        ).fetchall()
    packed = dict(rows)
    return [unpack_checked(packed[id]) for id in ids]


def read_failures(path: Path, run: Run) -> list[ReadFailure]:
    """The inputs of a run that could not be read or judged. Raises LedgerError."""
    with open_ledger(path) as db:
        rows = db.execute(
            "SELECT input, source, error, coalesce(content, '') FROM errors WHERE run = ? ORDER BY ALL",
            [run.id],
        ).fetchall()
    return [ReadFailure(*row) for row in rows]
