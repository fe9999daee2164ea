"""``claims run``: the flow with its progress, its summary table and the path of its report."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from flows.check_articles import Outcome, check_articles
from flows.exit_status import exit_status
from flows.serve_prefect import serve_prefect
from flows.show_progress import show_progress
from flows.write_terminal import complain_of


def run_flow(paths: Sequence[str], out: Path, day: date | None, facts: Path | None, quiet: bool) -> int:
    """Run the flow and print what it came to; the exit status says whether something was flagged."""
    with serve_prefect(), show_progress(quiet):
        outcome = check_articles(list(paths), out, day, facts)
    complain_of(outcome.failures)
    _print_summary(outcome)
    counts = outcome.counts
    return exit_status(counts.articles, counts.flags, counts.failures)


def _print_summary(outcome: Outcome) -> None:
    table = Table(title="Summary", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for what, number in outcome.counts.rows():
        table.add_row(what, f"{number:,}")
    console = Console()
    console.print(table)
    console.print(f"Report: {outcome.report}", soft_wrap=True, highlight=False, markup=False)
