"""The flow: a batch of articles -> findings -> ledger -> report.

The ledger knows what was judged; a run goes through its inputs in chunks, judges what is new in each and writes
it down whole, so that one cut off at any moment loses a chunk of work and nothing else.
"""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from prefect import flow, task

from claims.check import check_article
from claims.errors import BlindRun
from claims.evaluate.canaries import FILE_NAME as CANARIES
from claims.evaluate.canaries import CanaryCount, check_canaries
from claims.ledger.open import FILE_NAME
from claims.ledger.resume import check_same, find_unfinished
from claims.ledger.run import Run
from claims.matching.make_encoder import make_encoder
from claims.reading.estimate_articles import estimate_articles
from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import ReadFailure
from claims.report.name_origins import name_origins
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.open import Store
from claims.store.open_for import open_store_for
from claims.store.packs import packs_home
from flows.choose_runner import Workers, make_runner
from flows.count_run import RunCounts
from flows.judge_batch import Work
from flows.ledger_tasks import record
from flows.notify import Hooks
from flows.notify_run import notify_end, notify_failure
from flows.open_reader import open_reader
from flows.prepare_out import prepare_out
from flows.publish import publish_summary, track_progress
from flows.run_chunks import Chunks
from flows.show_progress import progress
from flows.start_run import start_run
from flows.stopwatch import Stopwatch
from flows.write_report import write_report
from flows.write_reports import Reports

KEPT = "fetched"
"""The folder in the output folder for pages of the web, so that the next run asks only for what has changed."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to, where its report lies, and what is to be said of articles that were checked."""

    run: Run
    counts: RunCounts
    failures: tuple[ReadFailure, ...]
    remarks: tuple[str, ...]
    reports: Reports
    seconds: Mapping[str, float]
    total: float
    """Seconds by stage, and in all."""

    def is_blind(self, least: float) -> bool:
        """Whether fewer of the planted errors were flagged than the least share of them."""
        planted, found = self.run.planted, self.run.planted_found
        return bool(planted) and (found or 0) < least * (planted or 0)


@flow(
    name="check_articles",
    persist_result=False,
    validate_parameters=True,
    task_runner=make_runner(Workers()),
)
def check_articles(
    paths: list[str],
    out: Path = Path("out"),
    date: date | None = None,
    facts: Path | None = None,
    resume: bool = False,
    retry_errors: bool = False,
    settings: Settings | None = None,
    reading: ReadingSettings | None = None,
    workers: Workers = Workers(),  # noqa: B008 - frozen
    hooks: Hooks = Hooks(),  # noqa: B008 - frozen
    report_url: str | None = None,
) -> Outcome:
    """Check every article under the paths; the ledger and the reports are written to ``out``.

    The path ``-`` is standard input; ``read_articles`` says what stands for addresses of the web, ``reading`` what limits them. ``date`` is that of articles which state none, ``facts`` a fact store.
    An article that the ledger has findings of by the same versions is not judged again. ``resume`` goes on with the run that
    was cut off, with its own paths; ``retry_errors`` tries articles again that could not be judged; ``settings`` are the defaults where none are given.
    ``workers`` are those of the flow's task runner, ``hooks`` hear of new flags and failures.
    ``report_url`` is the web address of ``out``, where it is served: Prefect's interface links to the report there. Raises ClaimsError.
    """
    try:
        outcome = _check(
            paths, out, date, facts, resume, retry_errors, settings, reading, workers, report_url
        )
    except Exception as error:
        for line in notify_failure(hooks, tuple(paths), error):
            error.add_note(line)
        raise
    blind = outcome.is_blind((settings or Settings()).min_canary_recall)
    said = notify_end(hooks, outcome.run, outcome.reports, blind=blind, seconds=outcome.total)
    if blind:
        raise _explain_blindness(outcome, said)
    return replace(outcome, remarks=(*outcome.remarks, *said))


def _check(
    paths: list[str],
    out: Path,
    date: date | None,
    facts: Path | None,
    resume: bool,
    retry_errors: bool,
    settings: Settings | None,
    reading: ReadingSettings | None,
    workers: Workers,
    report_url: str | None,
) -> Outcome:
    prepare_out(out)
    settings, ledger = settings or Settings(), out / FILE_NAME
    encoder = make_encoder(settings.encoder)
    open_reader(settings)  # what is wrong with it is said before a run begins
    remarks: list[str] = []
    watch = Stopwatch()
    file = prepare_facts(encoder, facts)
    with open_store_for(encoder, file) as store:
        run = start_run(paths, date, store.version, encoder.name, settings.version)
        if resume:
            run = _go_on(ledger, run)
        else:
            record(ledger, run)  # so that a run cut off in its first chunk can go on, too
        stdin = getattr(sys.stdin, "buffer", None)
        inputs = read_articles(run.inputs, run.default_date, stdin, remarks.append, reading, out / KEPT)
        about = estimate_articles(run.inputs)
        chunks = Chunks(ledger, Work(file, settings, run), watch, retry_errors, workers.ahead, about)
        with track_progress(about):
            chunks.run(inputs)
        if chunks.judged:
            with watch.time("planted sentences"):
                run = _with_canaries(run, plant(store, encoder, settings))
        origins = name_origins(store.sources())
    run = replace(run, finished=datetime.now(UTC))
    with watch.time("report"):
        reports, failures = write_report(ledger, run, out, origins, report_url)
    record(ledger, run, seconds=watch.seconds)
    publish_summary(run, reports)
    return Outcome(run, reports.counts, tuple(failures), tuple(remarks), reports, watch.seconds, watch.total)


def _explain_blindness(outcome: Outcome, said: Sequence[str]) -> BlindRun:
    run = outcome.run
    error = BlindRun(
        f"the run flagged {run.planted_found} of its {run.planted} planted errors, and can have missed as much in the articles;"
        f" look at the fact store (claims facts info) and run again; what was found stands in {outcome.reports.latest}"
    )
    for line in said:
        error.add_note(line)
    return error


def _go_on(ledger: Path, run: Run) -> Run:
    old = find_unfinished(ledger)
    check_same(old, run)
    return old


def _with_canaries(run: Run, count: CanaryCount) -> Run:
    return replace(run, planted=count.planted, planted_found=count.found, false_alarms=count.false_alarms)


@task(persist_result=False)
def plant(store: Store, encoder: Encoder, settings: Settings) -> CanaryCount:
    """What becomes of the planted sentences; they are in no report and no count."""
    check = partial(check_article, store=store, encoder=encoder, settings=settings)
    return check_canaries(packs_home() / CANARIES, check)


@task(persist_result=False)
def prepare_facts(encoder: Encoder, facts: Path | None) -> Path:
    """The file of an up-to-date fact store; building one takes a while, and is done once."""
    progress("Facts at hand", 0, 1)
    path = ensure_store(encoder, facts)
    progress("Facts at hand", 1, 1)
    return path
