"""The tasks that read and write the run database; they alone are tried again, for somebody may be looking into it."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import ParamSpec, TypeVar

from prefect import task
from prefect.client.schemas.objects import State, TaskRun
from prefect.tasks import Task

from claims.errors import LedgerLocked
from claims.judging.judge_consistency import FIXED
from claims.ledger.article_counts import Contents, Passed, list_contents, read_passed
from claims.ledger.find_results import Batch, Known, find_results
from claims.ledger.find_shared import find_shared
from claims.ledger.list_wanted import Wanted, list_wanted
from claims.ledger.part import Part
from claims.ledger.read_run import read_articles_of, read_failures
from claims.ledger.record import record_disagreements, record_run
from claims.ledger.run import Run
from claims.ledger.run_history import RunHistory, run_history
from claims.ledger.settle_run import settle_run
from claims.records import Article, CheckedArticle, Disagreement, ReadFailure
from claims.report.json_piece import piece_form
from claims.report.list_unjudged import LISTED as WORTHIEST

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


@ledger_task
def recall_contents(ledger: Path, run: Run) -> list[Contents]:
    """What stands in each article of a run, by source and id."""
    return list_contents(ledger, run, WORTHIEST)


@ledger_task
def recall(ledger: Path, run: Run, ids: Sequence[str]) -> list[CheckedArticle]:
    """What was found in some articles of a run, whichever run judged them."""
    return read_articles_of(ledger, run, ids)


@ledger_task
def recall_passed(ledger: Path, run: Run, ids: Sequence[str]) -> dict[str, Passed]:
    """Some articles of a run with what the JSON report says of them, where this program wrote that."""
    return read_passed(ledger, run, ids, piece_form())


@ledger_task
def recall_wanted(ledger: Path, run: Run) -> list[Wanted]:
    """The facts that the store lacked for a run, those first that most articles ask for."""
    return list_wanted(ledger, run)


@ledger_task
def recall_failures(ledger: Path, run: Run) -> list[ReadFailure]:
    """The inputs of a run that could not be read or judged."""
    return read_failures(ledger, run)


@ledger_task
def recall_shared(ledger: Path, run: Run) -> list[tuple[str, str]]:
    """The articles of a run of which two may disagree."""
    return find_shared(ledger, run, FIXED)


@ledger_task
def record_found(ledger: Path, run: Run, found: Sequence[Disagreement]) -> None:
    """Write what articles of the run say differently."""
    record_disagreements(ledger, run, found)


@ledger_task
def look_back(ledger: Path, run: Run) -> RunHistory:
    """What the runs before came to, and what is new in this one."""
    return run_history(ledger, run.id)
