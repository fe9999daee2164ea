"""The articles of a run that the ledger knows already, taken over without workers and without Prefect."""

from collections.abc import Sequence
from itertools import chain, islice, repeat

from claims.errors import LedgerLocked
from claims.ledger.take_over import take_over
from flows.begin_run import BegunRun, Item
from flows.show_progress import progress
from flows.split_failures import split_failures

FIRST, MOST = (125, 500), 4000
"""Articles that are read, looked up and written to the ledger together: few at first, so that a run with new ones soon goes to workers, then
some 20 MB of text."""


def take_known(begun: BegunRun) -> bool:
    """Write down chunk after chunk while the ledger knows every article of it; whether that was all of the run.

    Where it was not, or another process has the ledger open, what was read and not written down stands before the other inputs again.
    """
    for size in chain(FIRST, repeat(MOST)):
        with begun.watch.time("read"):
            items = list(islice(begun.inputs, size))
        if not items:
            break
        if not _take(begun, items):
            begun.inputs = chain(items, begun.inputs)
            return False
        begun.done += len(items)
        progress("Articles checked", begun.done, begun.about, 0)
    return True


def _take(begun: BegunRun, items: Sequence[Item]) -> bool:
    articles, unread = split_failures(items)
    with begun.watch.time("ledger"):
        try:
            return take_over(begun.ledger, begun.run, articles, unread, begun.order.retry_errors)
        except LedgerLocked:
            return False
