"""The report of a run that found the same as the run before it: its report.json taken over, its page made from what is kept of that one."""

from contextlib import suppress
from hashlib import file_digest
from pathlib import Path
from shutil import copyfile

from claims.errors import OutputError
from claims.ledger.run_history import RunHistory
from claims.report.as_html import render_cards
from claims.report.build_view import renew_view
from claims.report.keep_report import KeptReport, pack_report, unpack_report
from claims.report.view import RunSummary
from flows.draft_file import draft_file
from flows.write_reports import RUNS, Made, Reports, write_page

FILE_NAME = ".last-report"
"""In the output folder: what the newest report was made of. It may be deleted; then the next one is made from the ledger."""


def keep_report(out: Path, made: Made, made_from: str) -> None:
    """Keep what a report was made of. Where that cannot be written, the next one is made from the ledger."""
    report = KeptReport(made.view.run.run_id, made_from, made.json_sha256, made.view, made.cards)
    _keep(out, report)


def repeat_report(
    out: Path, run: RunSummary, made_from: str, history: RunHistory, served_at: str | None
) -> tuple[Reports, str] | None:
    """The reports of a run that shows the same as the one whose report was made last, and the id of that run.

    None where it shows something else, or not all of that is kept as it was. report.json is the same file as that of the other run, where the
    disk can have that. Raises OutputError.
    """
    report = _recall(out)
    if report is None or report.made_from != made_from or history.new:
        return None
    old = out / RUNS / report.run / "report.json"
    if _digest(old) != report.json_sha256:
        return None
    if report.run != run.run_id:
        _link(old, out / RUNS / run.run_id / "report.json")
    if _digest(out / "report.json") != report.json_sha256:
        _copy(old, out / "report.json")
    view = renew_view(report.view, run, history)
    cards = render_cards(view.flags) if report.view.new else report.cards
    reports = write_page(out, view, cards, served_at)
    _keep(out, KeptReport(run.run_id, made_from, report.json_sha256, view, cards))
    return reports, report.run


def _keep(out: Path, report: KeptReport) -> None:
    with suppress(OutputError, ValueError), draft_file(out / FILE_NAME) as draft:
        draft.write_bytes(pack_report(report))
        draft.replace(out / FILE_NAME)


def _recall(out: Path) -> KeptReport | None:
    try:
        return unpack_report((out / FILE_NAME).read_bytes())
    except OSError:
        return None


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _link(old: Path, path: Path) -> None:
    """The same file under another name: runs that find the same day after day take no room for it."""
    with draft_file(path) as draft:
        try:
            draft.hardlink_to(old)
        except OSError:  # a file system without hard links
            copyfile(old, draft)
        draft.replace(path)


def _copy(old: Path, path: Path) -> None:
    with draft_file(path) as draft:
        copyfile(old, draft)
        draft.replace(path)
