"""``claims run``: the flow with its progress, its summary table and the path of its report."""

from collections.abc import Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claims.ledger.run import Run
from claims.matching.minilm import MiniLM
from claims.reading.reading_settings import ReadingSettings
from claims.settings import Settings
from flows.check_articles import Outcome, check_articles
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import exit_status
from flows.serve_prefect import serve_prefect
from flows.show_progress import show_progress
from flows.write_terminal import complain_of, remark_on, write_summary


def run_flow(
    paths: Sequence[str],
    out: Path,
    day: date | None,
    facts: Path | None,
    *,
    quiet: bool,
    resume: bool,
    retry_errors: bool,
    settings: Settings,
    reading: ReadingSettings,
) -> int:
    """Run the flow and print what it came to; the exit status says whether something was flagged."""
    store = prepare_facts(MiniLM(), facts)
    with serve_prefect(), show_progress(quiet):
        outcome = check_articles(list(paths), out, day, store, resume, retry_errors, settings, reading)
    remark_on(outcome.remarks)
    complain_of(outcome.failures)
    write_summary(_summary(outcome))
    counts = outcome.counts
    return exit_status(counts.articles, counts.flags, counts.failures)


def _summary(outcome: Outcome) -> str:
    table = Table(title="Summary", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for what, number in outcome.counts.rows():
        table.add_row(what, f"{number:,}")
    written = Console(file=StringIO(), width=80)
    with written.capture() as capture:
        written.print(table)
    return f"{capture.get()}{_planted(outcome.run)}{_timings(outcome)}Kept as: {outcome.reports.kept}\nReport: {outcome.reports.latest}\n"


def _planted(run: Run) -> str:
    """What became of the planted sentences; empty where nothing was judged, and none were."""
    if run.planted is None:
        return "Everything was known already: nothing was judged.\n"
    return f"Planted errors found: {run.planted_found} of {run.planted}; false alarms: {run.false_alarms}\n"


def _timings(outcome: Outcome) -> str:
    """The stages that took a tenth of a second or more, the whole, and how fast that was."""
    stages = ", ".join(f"{stage} {spent:.1f} s" for stage, spent in outcome.seconds.items() if spent >= 0.1)
    speed = outcome.counts.articles / outcome.total
    return f"{outcome.total:.1f} s, {speed:.1f} articles a second: {stages or 'next to nothing'}\n"
