"""A run -> one string that is equal for two runs whose reports show the same."""

from hashlib import sha256
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.run import Run

SHOWN = {
    "articles": "article, content, judged_in",
    "errors": "input, source, error",
    "settled": "article, finding, decision",
}
"""What a report is made from: of each article by which run it was judged, what could not be read, and which decisions hold.

What one run found in an article by the same versions is never found anew, and a decision is never changed.
"""
ROWS = 10_000
"""Rows of a table in memory at a time."""


def digest_shown(path: Path, run: Run) -> str:
    """64 hex digits over what the report of a run shows, once it is settled; when it ran is not in them. Raises LedgerError."""
    digest = sha256(run.versions.encode())
    with open_ledger(path) as db:
        for table, columns in SHOWN.items():
            digest.update(f"\0{table}\0".encode())
            found = db.execute(f"SELECT {columns} FROM {table} WHERE run = ? ORDER BY ALL", [run.id])
            while rows := found.fetchmany(ROWS):
                digest.update(repr(rows).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
