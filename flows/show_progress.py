"""Progress of a run on the terminal, one bar a stage."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

Report = Callable[[str, int, int], None]
_report: ContextVar[Report | None] = ContextVar("report", default=None)


def progress(stage: str, done: int, total: int) -> None:
    """Say how far a stage is; goes nowhere outside of :func:`show_progress`.

    A flow's parameters are sent to Prefect's API, so a display cannot be one of them.
    """
    report = _report.get()
    if report:
        report(stage, done, total)


@contextmanager
def show_progress(quiet: bool = False, console: Console | None = None) -> Iterator[None]:
    """Bars on stderr for the length of the block, gone afterwards; none where it is no terminal."""
    console = console or Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bars:
        token = _report.set(_reporter(bars))
        try:
            yield
        finally:
            _report.reset(token)


def _reporter(bars: Progress) -> Report:
    rows = {}

    def report(stage: str, done: int, total: int) -> None:
        if stage not in rows:
            rows[stage] = bars.add_task(stage, total=total)
        bars.update(rows[stage], completed=done, total=total)

    return report
