"""The flow: a batch of articles -> findings -> ledger -> report.

Tasks take batches of articles, half a second of work or more each: a task costs Prefect some 5 ms, and its
server digests some 50 a second. They run one after another, for they are Python code that threads would not
make faster. Only the ledger is tried again: somebody may be looking into it at that moment.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from prefect import flow, task
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from claims import __version__
from claims.check import ExtractedArticle, Vectors, embed_texts, extract_article, judge_article
from claims.errors import LedgerLocked
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.matching.minilm import MiniLM
from claims.reading.read import read_articles
from claims.records import Article, CheckedArticle, ReadFailure
from claims.report.name_origins import name_origins
from claims.report.view import OriginView, RunSummary
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.open import Store, open_store
from flows.count_run import RunCounts, count_run
from flows.prepare_out import prepare_out
from flows.show_progress import progress
from flows.write_reports import Reports, write_reports

CHUNK = 500
"""Articles in memory before their findings go to the ledger; their texts are embedded together."""

BATCH = 100
"""Articles a task; extracting takes some 7 ms an article, judging about as long."""

T = TypeVar("T")

LEDGER = "runs.duckdb"
LOCK_RETRIES: list[float] = [1, 2, 5]
"""Seconds between attempts to write to a ledger that another process has open."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to, where its report lies, and what is to be said of articles that were checked."""

    run: str
    counts: RunCounts
    failures: tuple[ReadFailure, ...]
    remarks: tuple[str, ...]
    reports: Reports


@flow(name="check_articles", persist_result=False, validate_parameters=True)
def check_articles(
    paths: list[str], out: Path = Path("out"), date: date | None = None, facts: Path | None = None
) -> Outcome:
    """Check every article under the paths; the ledger and the reports are written to ``out``.

    The path ``-`` is standard input. ``date`` is that of articles which state none, ``facts`` a fact store.
    Raises ClaimsError.
    """
    prepare_out(out)
    encoder, settings = MiniLM(), Settings()
    checked: list[CheckedArticle] = []
    failures: list[ReadFailure] = []
    remarks: list[str] = []
    with open_store(prepare_facts(encoder, facts)) as store:
        run = _start(paths, date, store.version, encoder.name, settings.version)
        inputs = read_articles(paths, date, getattr(sys.stdin, "buffer", None), remarks.append)
        while chunk := read(inputs):
            articles, unread = _split(chunk)
            found = _check(articles, store, encoder, settings, len(checked))
            record(out / LEDGER, run, found, unread)
            checked += found
            failures += unread
        origins = name_origins(store.sources())
    run = replace(run, finished=datetime.now(UTC))
    reports = write_report(run, out, checked, failures, origins)
    record(out / LEDGER, run, (), ())
    counts = count_run(checked, failures)
    publish_summary(run, counts)
    return Outcome(run.id, counts, tuple(failures), tuple(remarks), reports)


def _start(paths: Sequence[str], day: date | None, facts: str, model: str, settings: str) -> Run:
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
    return Run(name, datetime.now(UTC), tuple(paths), day, __version__, facts, model, settings)


def _split(items: Sequence[Article | ReadFailure]) -> tuple[list[Article], list[ReadFailure]]:
    articles = [item for item in items if isinstance(item, Article)]
    return articles, [item for item in items if isinstance(item, ReadFailure)]


def _check(
    articles: Sequence[Article], store: Store, encoder: Encoder, settings: Settings, before: int
) -> list[CheckedArticle]:
    """The three stages over a chunk; ``before`` it so many articles were checked already."""
    extracted: list[ExtractedArticle] = []
    checked: list[CheckedArticle] = []
    total = before + len(articles)
    for part in _batches(articles):
        extracted += extract(part, store)
        progress("Claims found", before + len(extracted), total)
    vectors = embed(extracted, encoder)
    for judged in _batches(extracted):
        checked += judge(judged, vectors, store, settings)
        progress("Claims judged", before + len(checked), total)
    return checked


def _batches(items: Sequence[T]) -> Iterator[Sequence[T]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))


@task(persist_result=False)
def prepare_facts(encoder: Encoder, facts: Path | None) -> Path:
    """The file of an up-to-date fact store; building one takes a while, and is done once."""
    progress("Facts at hand", 0, 1)
    path = ensure_store(encoder, facts)
    progress("Facts at hand", 1, 1)
    return path


@task(persist_result=False)
def read(inputs: Iterator[Article | ReadFailure]) -> list[Article | ReadFailure]:
    """The next chunk of articles, and of inputs that could not be read; empty at the end."""
    return list(islice(inputs, CHUNK))


@task(persist_result=False)
def extract(articles: Sequence[Article], store: Store) -> list[ExtractedArticle]:
    """The claims of a batch of articles."""
    return [extract_article(article, store) for article in articles]


@task(persist_result=False)
def embed(extracted: Sequence[ExtractedArticle], encoder: Encoder) -> Vectors:
    """A vector for each text of a chunk that needs one."""
    texts = tuple(text for article in extracted for text in article.texts)
    return embed_texts(texts, encoder)


@task(persist_result=False)
def judge(
    extracted: Sequence[ExtractedArticle], vectors: Vectors, store: Store, settings: Settings
) -> list[CheckedArticle]:
    """The findings of a batch of articles."""
    return [judge_article(article, vectors, store, settings) for article in extracted]


def _is_locked(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether the ledger may be free in a moment; every other error stays what it is."""
    return isinstance(state.result(raise_on_failure=False), LedgerLocked)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def record(
    ledger: Path, run: Run, checked: Sequence[CheckedArticle], failures: Sequence[ReadFailure]
) -> None:
    """Write a chunk to the ledger, in whole or not at all."""
    record_run(ledger, run, checked, failures)


@task(persist_result=False)
def write_report(
    run: Run,
    out: Path,
    checked: Sequence[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Mapping[str, OriginView],
) -> Reports:
    """Where the HTML report lies; the JSON report lies beside it."""
    seconds = (run.finished - run.started).total_seconds() if run.finished else 0.0
    summary = RunSummary(run.id, run.started, seconds, run.program, run.facts, run.model, run.settings)
    return write_reports(out, summary, checked, failures, origins)


def publish_summary(run: Run, counts: RunCounts) -> None:
    """The summary as an artifact that Prefect's own interface shows with the run."""
    lines = [f"| {what} | {number:,} |" for what, number in counts.rows()]
    table = "\n".join(["| | |", "| --- | ---: |", *lines])
    create_markdown_artifact(
        f"Run {run.id}\n\n{table}\n", key="check-articles", description="Summary of a run"
    )
