"""A run -> which decisions hold for its flags, written down with it."""

from datetime import date
from pathlib import Path

from claims.ledger.open import open_ledger
from claims.ledger.standing import HOLDING


def settle_run(path: Path, run: str, day: date) -> None:
    """Write the rows of ``settled`` of a run as of a day, in place of those it had. Raises LedgerError.

    What is known of an unchanged article is taken over from earlier runs, its decisions never are: they are looked up anew here.
    """
    with open_ledger(path) as db:
        db.begin()
        db.execute("DELETE FROM settled WHERE run = ?", [run])
        db.execute(
            f"INSERT INTO settled SELECT $run, a.article, h.finding, h.decision FROM articles a JOIN ({HOLDING}) h"
            " ON h.run = a.judged_in AND h.article = a.article WHERE a.run = $run ORDER BY ALL",
            {"run": run, "day": day},
        )
        db.commit()
