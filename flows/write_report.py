"""The task that reports on a run from its ledger, a chunk of articles at a time."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from prefect import task

from claims.judging.compare_articles import compare_articles
from claims.ledger.article_counts import Passed
from claims.ledger.run import Run
from claims.records import Disagreement, ReadFailure
from claims.report.choose_shown import choose_shown
from claims.report.flag_view import OriginView
from claims.report.order import place_in_report
from claims.report.view import RunSummary
from flows.ledger_tasks import (
    look_back,
    recall,
    recall_contents,
    recall_failures,
    recall_passed,
    recall_shared,
    recall_wanted,
    record_found,
    settle,
)
from flows.write_reports import Opened, Reports, write_reports

CHUNK = 1000
"""Articles of the ledger in memory at a time."""


@task(persist_result=False)
def write_report(
    ledger: Path, run: Run, out: Path, origins: Mapping[str, OriginView], served_at: str | None = None
) -> tuple[Reports, list[ReadFailure]]:
    """Where the HTML report lies (the JSON report lies beside it), and what could not be read or judged."""
    seconds = (run.finished - run.started).total_seconds() if run.finished else 0.0
    summary = RunSummary(run.id, run.started, seconds, run.program, run.facts, run.model, run.settings)
    settle(ledger, run)
    disagreements, failures = find_disagreements(ledger, run), recall_failures(ledger, run)
    articles, history = _articles(ledger, run), look_back(ledger, run)
    wanted = recall_wanted(ledger, run)
    reports = write_reports(
        out, summary, articles, failures, origins, history, disagreements, served_at, wanted
    )
    return reports, failures


def find_disagreements(ledger: Path, run: Run) -> list[Disagreement]:
    """What articles of the run say differently, in the order of the report; it is written to the ledger, too."""
    shared = sorted(recall_shared(ledger, run), key=lambda place: place_in_report(*place))
    found = list(compare_articles(recall(ledger, run, [id for _source, id in shared]))) if shared else []
    if found:
        record_found(ledger, run, found)
    return found


def _articles(ledger: Path, run: Run) -> Iterator[Opened | Passed]:
    """Every article in the order of the report; those are opened that something is shown of, or that were written otherwise."""
    contents = recall_contents(ledger, run)
    ordered = sorted(contents, key=lambda one: place_in_report(one.source, one.article))
    shown = set(choose_shown(ordered))
    ids = [one.article for one in ordered]
    for start in range(0, len(ids), CHUNK):
        yield from _chunk(ledger, run, ids[start : start + CHUNK], shown)


def _chunk(ledger: Path, run: Run, ids: Sequence[str], shown: set[str]) -> Iterator[Opened | Passed]:
    passed = recall_passed(ledger, run, ids)
    open_ids = [id for id in ids if id in shown or id not in passed]
    opened = {one.article.id: one for one in (recall(ledger, run, open_ids) if open_ids else ())}
    for id in ids:
        if id not in opened:
            yield passed[id]
        elif id in passed and not any(finding.decision for finding in opened[id].findings):
            yield Opened(opened[id], passed[id].piece)
        else:  # a decision stands in the report, too
            yield Opened(opened[id])
