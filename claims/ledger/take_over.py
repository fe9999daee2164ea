"""A batch of which every article is known -> the ledger, at one go."""

from collections.abc import Sequence
from pathlib import Path

from claims.ledger.find_results import find_in
from claims.ledger.open import open_ledger
from claims.ledger.record import record_in
from claims.ledger.run import Run
from claims.records import Article, ReadFailure


def take_over(
    path: Path, run: Run, articles: Sequence[Article], unread: Sequence[ReadFailure], retry: bool
) -> bool:
    """Write down what is known of a batch; nothing, and False, where one of its articles has to be judged first.

    ``retry`` has those judged that could not be before. Raises LedgerError, and then nothing of the batch is in the ledger.
    """
    with open_ledger(path) as db:
        batch = find_in(db, run, articles, retry, unread)
        if batch.new:
            return False
        failures = [*(one for one in unread if one.id not in batch.done), *batch.failed]
        db.begin()
        record_in(db, run, (), failures, batch.known)
        db.commit()
    return True
