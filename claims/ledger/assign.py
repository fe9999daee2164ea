"""Flags -> who is to look at them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from claims.ledger.decide import PATIENCE_SECONDS, utc
from claims.ledger.insert import insert_rows
from claims.ledger.open import open_ledger


def assign(path: Path, flags: Iterable[str], assignee: str, reviewer: str, now: datetime) -> None:
    """Give flags, by ``flags.occurrence``, to somebody; to nobody where the name is empty. Raises LedgerError."""
    with open_ledger(path, PATIENCE_SECONDS) as db:
        db.begin()
        row = {"assignee": assignee, "assigned": utc(now), "assigned_by": reviewer}
        insert_rows(db, "assignments", [{"occurrence": flag, **row} for flag in flags])
        db.commit()
