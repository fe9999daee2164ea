"""A run that begins, and what its parts share: it may begin in this process and go on as a flow. No Prefect in it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from claims.ledger.open import FILE_NAME
from claims.ledger.resume import check_same, find_unfinished
from claims.ledger.run import Run
from claims.matching.make_encoder import make_encoder
from claims.reading.estimate_articles import estimate_articles
from claims.reading.read import read_articles
from claims.records import Article, ReadFailure
from claims.store.open import Store
from claims.store.open_for import open_store_for
from flows.ledger_work import LedgerWork
from flows.open_reader import open_reader
from flows.order import Order
from flows.start_run import start_run
from flows.stopwatch import Stopwatch

KEPT = "fetched"
"""The folder in the output folder for pages of the web, so that the next run asks only for what has changed."""

Item = Article | ReadFailure


@dataclass(slots=True)
class BegunRun:
    """A run on its way. ``inputs`` are what nobody has read yet, of some ``about`` where that is known; ``done`` are written down."""

    order: Order
    ledger: Path
    run: Run
    store: Store
    inputs: Iterator[Item]
    about: int | None
    watch: Stopwatch
    remarks: list[str] = field(default_factory=list)
    done: int = 0


@contextmanager
def begin_run(order: Order, work: LedgerWork, watch: Stopwatch | None = None) -> Iterator[BegunRun]:
    """A new run that the ledger knows of, or the one that was cut off, for the length of the block. Raises ClaimsError."""
    settings, ledger = order.settings, order.out / FILE_NAME
    encoder = make_encoder(settings.encoder)
    open_reader(settings)  # what is wrong with it is said before a run begins
    watch, remarks = watch or Stopwatch(), list[str]()
    with open_store_for(encoder, order.facts) as store:
        run = start_run(order.paths, order.day, store.version, encoder.name, settings.version)
        if order.resume:
            run = _go_on(ledger, run)
        else:
            work.record(ledger, run)  # so that a run cut off in its first chunk can go on, too
        stdin = getattr(sys.stdin, "buffer", None)
        inputs = read_articles(
            run.inputs, run.default_date, stdin, remarks.append, order.reading, order.out / KEPT
        )
        yield BegunRun(order, ledger, run, store, inputs, estimate_articles(run.inputs), watch, remarks)


def _go_on(ledger: Path, run: Run) -> Run:
    old = find_unfinished(ledger)
    check_same(old, run)
    return old
