"""The task of a worker: a batch of articles -> a part of the ledger.

A task takes a second of work or more, since it costs Prefect some 5 ms in this process and some 70 in another one, and its
server digests some 50 a second. What it is given and hands back is bytes: Prefect looks through anything else.
"""

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prefect import task

from claims.ledger.part import Part, Pieces, make_part
from claims.ledger.run import Run
from claims.records import Article, ReadFailure
from claims.report.json_piece import piece_form, render_piece
from claims.settings import Settings
from flows.check_batch import check_batch
from flows.open_bench import open_bench
from flows.spare_collector import spare_collector
from flows.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class Work:
    """What a worker judges by: the file of the fact store and its version, the settings, and the run that it is for."""

    facts: Path
    settings: Settings
    run: Run


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a batch: rows for the ledger, articles that broke something, and seconds by stage."""

    part: Part
    failures: tuple[ReadFailure, ...]
    seconds: Mapping[str, float]


@task(persist_result=False)
def judge_batch(work: Work, articles: bytes) -> Judged:
    """The part of the ledger that a batch of articles comes to, wherever that is worked out."""
    return judge_here(work, pickle.loads(articles))


def pack_batch(articles: Sequence[Article]) -> bytes:
    """A batch as a worker is given it."""
    return pickle.dumps(list(articles))


def judge_here(work: Work, articles: Sequence[Article]) -> Judged:
    """The same, outside of Prefect."""
    bench, watch = open_bench(work.facts, work.run.facts, work.settings.encoder), Stopwatch()
    checked, failures = check_batch(articles, bench.store, bench.encoder, work.settings, watch)
    with watch.time("pack"):
        part = make_part(work.run, checked, Pieces(render_piece, piece_form()))
    spare_collector()  # the first batch has built what is built once
    return Judged(part, tuple(failures), watch.seconds)
