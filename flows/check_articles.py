"""The flow: a batch of articles -> findings -> ledger -> report.

The ledger knows what was judged; a run goes through its inputs in chunks, judges what is new in each and writes
it down whole, so that one cut off at any moment loses a chunk of work and nothing else.
"""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from prefect import flow, task

from claims.check import check_article
from claims.evaluate.canaries import FILE_NAME as CANARIES
from claims.evaluate.canaries import CanaryCount, check_canaries
from claims.matching.make_encoder import make_encoder
from claims.reading.reading_settings import ReadingSettings
from claims.settings import Settings
from claims.store.encoder import Encoder
from claims.store.ensure import ensure_store
from claims.store.packs import packs_home
from flows.begin_run import BegunRun, begin_run
from flows.choose_runner import make_runner
from flows.choose_workers import Workers
from flows.end_run import end_run
from flows.hand_over import handed_over
from flows.judge_batch import Work
from flows.ledger_tasks import BY_TASKS
from flows.notify import Hooks
from flows.open_bench import open_bench
from flows.order import Order
from flows.outcome import Outcome
from flows.prepare_out import prepare_out
from flows.publish import publish_summary, track_progress
from flows.run_chunks import Chunks
from flows.show_progress import progress
from flows.stopwatch import Stopwatch
from flows.take_known import take_known
from flows.tell_outcome import tell_outcome, telling_failure


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
    given = settings or Settings()
    with telling_failure(hooks, paths):
        begun = handed_over()
        if begun is not None:
            outcome = _go_on(begun, workers, report_url)
        else:
            prepare_out(out)
            watch = Stopwatch()
            file = prepare_facts(make_encoder(given.encoder), facts)
            asked = (date, resume, retry_errors, given, reading or ReadingSettings())
            with begin_run(Order(tuple(paths), out, file, *asked), BY_TASKS, watch) as fresh:
                outcome = _go_on(fresh, workers, report_url)
    return tell_outcome(outcome, hooks, given.min_canary_recall)


def _go_on(begun: BegunRun, workers: Workers, report_url: str | None) -> Outcome:
    judged = 0
    with track_progress(begun.about):
        if not take_known(begun):
            judged = _judge(begun, workers)
    if judged or BY_TASKS.owes_measure(begun.ledger, begun.run):
        with begun.watch.time("planted sentences"):
            # By a worker, which has the store's tables at hand: a second copy of them is 200 MB.
            count = plant.submit(_work(begun)).result()
        begun.run = replace(
            begun.run, planted=count.planted, planted_found=count.found, false_alarms=count.false_alarms
        )
    outcome = end_run(begun, BY_TASKS, report_url)
    publish_summary(outcome.run, outcome.reports)
    return outcome


def _judge(begun: BegunRun, workers: Workers) -> int:
    """Run what is left of the inputs through the workers; how many articles they judged."""
    retry = begun.order.retry_errors
    chunks = Chunks(
        begun.ledger, _work(begun), begun.watch, retry, workers.ahead, begun.about, done=begun.done
    )
    chunks.run(begun.inputs)
    return chunks.judged


def _work(begun: BegunRun) -> Work:
    return Work(begun.order.facts, begun.order.settings, begun.run)


@task(persist_result=False)
def plant(work: Work) -> CanaryCount:
    """What becomes of the planted sentences; they are in no report and no count."""
    bench = open_bench(work.facts, work.run.facts, work.settings.encoder)
    check = partial(check_article, store=bench.store, encoder=bench.encoder, settings=work.settings)
    return check_canaries(packs_home() / CANARIES, check)


@task(persist_result=False)
def prepare_facts(encoder: Encoder, facts: Path | None) -> Path:
    """The file of an up-to-date fact store; building one takes a while, and is done once."""
    progress("Facts at hand", 0, 1)
    path = ensure_store(encoder, facts)
    progress("Facts at hand", 1, 1)
    return path
