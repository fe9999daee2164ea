"""The tasks that read and write the run database; they alone are tried again, for somebody may be looking into it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from claims.errors import LedgerLocked
from claims.ledger.find_measured import find_measured, owes_measure
from claims.ledger.find_results import Batch, Known, find_results
from claims.ledger.part import Part
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.ledger.settle_run import settle_run
from claims.records import Article, ReadFailure
from flows.ledger_work import LedgerWork
from flows.write_report import write_report

LOCK_RETRIES: list[float] = [1, 2, 5]
"""Seconds between attempts to use a ledger that another process has open."""

P = ParamSpec("P")
R = TypeVar("R")


def _is_locked(_task: Task[..., object], _run: TaskRun, state: State[object]) -> bool:
    """Whether the ledger may be free in a moment; every other error stays what it is."""
    return isinstance(state.result(raise_on_failure=False), LedgerLocked)


def ledger_task(work: Callable[P, R]) -> Task[P, R]:
    """A task that waits for a ledger which is locked."""
    return task(
        persist_result=False,
        retries=len(LOCK_RETRIES),
        retry_delay_seconds=LOCK_RETRIES,
        retry_condition_fn=_is_locked,
    )(work)


@ledger_task
def look_up(
    ledger: Path, run: Run, articles: Sequence[Article], retry: bool, unread: Sequence[ReadFailure]
) -> Batch:
    """What the ledger knows of a chunk already."""
    return find_results(ledger, run, articles, retry, unread)


@ledger_task
def record(
    ledger: Path,
    run: Run,
    parts: Sequence[Part] = (),
    failures: Sequence[ReadFailure] = (),
    known: Sequence[Known] = (),
    seconds: Mapping[str, float] | None = None,
) -> None:
    """Write a chunk, or the end of a run with its seconds by stage, to the ledger, in whole or not at all."""
    record_run(ledger, run, (), failures, known, seconds or {}, parts)


@ledger_task
def settle(ledger: Path, run: Run) -> None:
    """Write down which decisions of reviewers hold for the flags of a run, as of the day it started."""
    settle_run(ledger, run.id, run.started.date())


BY_TASKS = LedgerWork(
    record, ledger_task(write_report), ledger_task(find_measured), ledger_task(owes_measure)
)
"""What a run asks of its ledger, through Prefect."""
