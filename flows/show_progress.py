"""Progress of a run on the terminal, one bar a stage: how many, how fast, flags so far, time left."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.text import Text

Report = Callable[[str, int, int | None, int | None], None]
_reports: ContextVar[tuple[Report, ...]] = ContextVar("reports", default=())


def progress(stage: str, done: int, total: int | None, flags: int | None = None) -> None:
    """Say how far a stage is, and how many flags there are so far; goes nowhere outside of :func:`listening`.

    ``total`` is None where nobody knows it. A flow's parameters are sent to Prefect's API, so a display cannot be one of them.
    """
    for report in _reports.get():
        report(stage, done, total, flags)


@contextmanager
def listening(report: Report) -> Iterator[None]:
    """Hand all progress of the block to a function, too."""
    token = _reports.set((*_reports.get(), report))
    try:
        yield
    finally:
        _reports.reset(token)


@contextmanager
def show_progress(quiet: bool = False, console: Console | None = None) -> Iterator[None]:
    """Bars on stderr for the length of the block, gone afterwards; none where it is no terminal."""
    console = console or Console(stderr=True)
    if quiet or not console.is_terminal:
        yield
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        _RateColumn(),
        TextColumn("{task.fields[said]}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with (
        Progress(*columns, console=console, transient=True, speed_estimate_period=120) as bars,
        listening(_reporter(bars)),
    ):
        yield


class _RateColumn(ProgressColumn):
    """Things a second, once anything is known of that."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f}/s" if speed else "")


def _reporter(bars: Progress) -> Report:
    rows = {}

    def report(stage: str, done: int, total: int | None, flags: int | None) -> None:
        if stage not in rows:
            rows[stage] = bars.add_task(stage, total=total, said="")
        said = "" if flags is None else f"{flags:,} flags"
        # An estimate that was too low must not end the bar.
        bars.update(rows[stage], completed=done, total=total and max(total, done), said=said)

    return report
