"""The tasks that read and write the run database; they alone are tried again, for somebody may be looking into it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from prefect import task
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from claims.errors import LedgerLocked
from claims.ledger.find_results import Batch, Known, find_results
from claims.ledger.read_run import list_articles, read_articles_of, read_failures
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.ledger.run_history import RunHistory, run_history
from claims.ledger.settle_run import settle_run
from claims.records import Article, CheckedArticle, ReadFailure

LOCK_RETRIES: list[float] = [1, 2, 5]
"""Seconds between attempts to use a ledger that another process has open."""


def _is_locked(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether the ledger may be free in a moment; every other error stays what it is."""
    return isinstance(state.result(raise_on_failure=False), LedgerLocked)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def look_up(ledger: Path, run: Run, articles: Sequence[Article], retry: bool) -> Batch:
    """What the ledger knows of a chunk already."""
    return find_results(ledger, run, articles, retry)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def record(
    ledger: Path,
    run: Run,
    checked: Sequence[CheckedArticle] = (),
    failures: Sequence[ReadFailure] = (),
    known: Sequence[Known] = (),
    seconds: Mapping[str, float] | None = None,
) -> None:
    """Write a chunk, or the end of a run with its seconds by stage, to the ledger, in whole or not at all."""
    record_run(ledger, run, checked, failures, known, seconds or {})


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def settle(ledger: Path, run: Run) -> None:
    """Write down which decisions of reviewers hold for the flags of a run, as of the day it started."""
    settle_run(ledger, run.id, run.started.date())


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def recall_places(ledger: Path, run: Run) -> list[tuple[str, str]]:
    """Source and id of every article of a run."""
    return list_articles(ledger, run)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def recall(ledger: Path, run: Run, ids: Sequence[str]) -> list[CheckedArticle]:
    """What was found in some articles of a run, whichever run judged them."""
    return read_articles_of(ledger, run, ids)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def recall_failures(ledger: Path, run: Run) -> list[ReadFailure]:
    """The inputs of a run that could not be read or judged."""
    return read_failures(ledger, run)


@task(
    persist_result=False,
    retries=len(LOCK_RETRIES),
    retry_delay_seconds=LOCK_RETRIES,
    retry_condition_fn=_is_locked,
)
def look_back(ledger: Path, run: Run) -> RunHistory:
    """What the runs before came to, and what is new in this one."""
    return run_history(ledger, run.id)
