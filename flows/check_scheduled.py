"""The flow that a schedule or a worker starts: options as text, as they are given on the command line."""

import os
from pathlib import Path

from prefect import flow

from claims.reading.parse_settings import parse_settings
from flows.check_articles import check_articles
from flows.choose_runner import make_runner
from flows.choose_workers import choose_workers
from flows.notify import choose_hooks
from flows.parse_day import parse_day
from flows.read_settings import read_settings


@flow(name="check_scheduled", persist_result=False, validate_parameters=True)
def check_scheduled(
    paths: list[str],
    out: str = "out",
    date: str | None = None,
    facts: str | None = None,
    settings: list[str] | None = None,
    notify: list[str] | None = None,
    notify_on: list[str] | None = None,
    runner: str = "threads",
    workers: int | None = None,
    address: str = "",
    cwd: str | None = None,
    report_url: str | None = None,
) -> str:
    """Check the articles under the paths; the path of the report. Each parameter is the option of ``claims run``.

    ``cwd`` is the folder that relative paths start from. ``date`` may be ``today``, the day of the run. Raises ClaimsError, and the run is a failed one.
    """
    if cwd:
        os.chdir(cwd)
    reading, others = parse_settings(settings or ())
    chosen = choose_workers(runner, workers, address)
    run = check_articles.with_options(task_runner=make_runner(chosen))
    outcome = run(
        paths,
        Path(out),
        parse_day(date) if date else None,
        Path(facts) if facts else None,
        settings=read_settings(others, None, None),
        reading=reading,
        workers=chosen,
        hooks=choose_hooks(notify or (), notify_on or ()),
        report_url=report_url,
    )
    return str(outcome.reports.kept)
