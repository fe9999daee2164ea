"""A run -> its report, from the ledger, a chunk of articles at a time; no Prefect in it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from claims.judging.compare_articles import compare_articles
from claims.judging.judge_consistency import FIXED
from claims.ledger.article_counts import Passed, list_contents, read_passed
from claims.ledger.digest_shown import digest_shown
from claims.ledger.find_shared import find_shared
from claims.ledger.list_wanted import list_wanted
from claims.ledger.read_run import read_articles_of, read_failures
from claims.ledger.record import copy_disagreements, record_disagreements
from claims.ledger.run import Run
from claims.ledger.run_history import run_history
from claims.ledger.settle_run import settle_run
from claims.records import Disagreement, ReadFailure
from claims.report.choose_shown import choose_shown
from claims.report.flag_view import OriginView
from claims.report.json_piece import piece_form
from claims.report.keep_report import report_form
from claims.report.list_unjudged import LISTED as WORTHIEST
from claims.report.order import place_in_report
from claims.report.view import RunSummary
from flows.repeat_report import keep_report, repeat_report
from flows.write_reports import Opened, Reports, write_reports

CHUNK = 1000
"""Articles of the ledger in memory at a time."""


def write_report(
    ledger: Path, run: Run, out: Path, origins: Mapping[str, OriginView], served_at: str | None = None
) -> tuple[Reports, list[ReadFailure]]:
    """Where the HTML report lies (the JSON report lies beside it), and what could not be read or judged."""
    seconds = (run.finished - run.started).total_seconds() if run.finished else 0.0
    summary = RunSummary(run.id, run.started, seconds, run.program, run.facts, run.model, run.settings)
    settle_run(ledger, run.id, run.started.date())
    failures, history = read_failures(ledger, run), run_history(ledger, run.id)
    made_from = f"{report_form(origins)}-{digest_shown(ledger, run)}"
    repeated = repeat_report(out, summary, made_from, history, served_at)
    if repeated is not None:
        reports, other = repeated
        copy_disagreements(ledger, run, other)
        return reports, failures
    disagreements, wanted = find_disagreements(ledger, run), list_wanted(ledger, run)
    articles = _articles(ledger, run)
    made = write_reports(out, summary, articles, failures, origins, history, disagreements, served_at, wanted)
    keep_report(out, made, made_from)
    return made.reports, failures


def find_disagreements(ledger: Path, run: Run) -> list[Disagreement]:
    """What articles of the run say differently, in the order of the report; it is written to the ledger, too."""
    shared = sorted(find_shared(ledger, run, FIXED), key=lambda place: place_in_report(*place))
    found = (
        list(compare_articles(read_articles_of(ledger, run, [id for _source, id in shared])))
        if shared
        else []
    )
    if found:
        record_disagreements(ledger, run, found)
    return found


def _articles(ledger: Path, run: Run) -> Iterator[Opened | Passed]:
    """Every article in the order of the report; those are opened that something is shown of, or that were written otherwise."""
    contents = list_contents(ledger, run, WORTHIEST)
    ordered = sorted(contents, key=lambda one: place_in_report(one.source, one.article))
    shown = set(choose_shown(ordered))
    ids = [one.article for one in ordered]
    for start in range(0, len(ids), CHUNK):
        yield from _chunk(ledger, run, ids[start : start + CHUNK], shown)


def _chunk(ledger: Path, run: Run, ids: Sequence[str], shown: set[str]) -> Iterator[Opened | Passed]:
    passed = read_passed(ledger, run, ids, piece_form())
    open_ids = [id for id in ids if id in shown or id not in passed]
    opened = {one.article.id: one for one in (read_articles_of(ledger, run, open_ids) if open_ids else ())}
    for id in ids:
        if id not in opened:
            yield passed[id]
        elif id in passed and not any(finding.decision for finding in opened[id].findings):
            yield Opened(opened[id], passed[id].piece)
        else:  # a decision stands in the report, too
            yield Opened(opened[id])
