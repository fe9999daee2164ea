"""``claims serve``: what a schedule is given."""

# ruff: noqa: PLC0415 - see flows/cli.py

from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import (
    AddressOption,
    FactsOption,
    NotifyOnOption,
    NotifyOption,
    RunnerOption,
    SettingsOption,
    UrlsOption,
    WorkersOption,
    begin_prefect,
    inputs_of,
)
from flows.parse_day import parse_day
from flows.stop_signals import StopSignals

SERVE_HELP = (
    "Example: PREFECT_API_URL=http://127.0.0.1:4200/api claims serve --cron '0 5 * * *' feed:https://example.org/feed.xml"
    " --date today. It needs `prefect server start`, lasts until it is stopped, and runs one batch at a time (docs/runs.md)."
)


def serve(
    *,
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATHS...", help="Files, directories, patterns or addresses (docs/input.md)."),
    ] = None,
    cron: Annotated[
        str, typer.Option(metavar="CRON", help="When to run: minute, hour, day, month, weekday.")
    ] = "0 5 * * *",
    timezone: Annotated[
        str | None, typer.Option(metavar="ZONE", help="Of the schedule, as Europe/Berlin; UTC without it.")
    ] = None,
    urls: UrlsOption = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where reports and ledger go.")] = Path("out"),
    date: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="Date of articles that state none; today is the day of the run."
        ),
    ] = None,
    facts: FactsOption = None,
    settings: SettingsOption = None,
    notify: NotifyOption = None,
    notify_on: NotifyOnOption = None,
    runner: RunnerOption = "threads",
    workers: WorkersOption = None,
    address: AddressOption = "",
) -> int:
    """Check a batch whenever a schedule says so."""
    inputs = inputs_of(paths, urls)
    if not inputs:
        raise typer.BadParameter("give PATHS... or --urls FILE")
    if date:
        parse_day(date)
    begin_prefect(out, context)
    _try(settings, notify, notify_on, (runner, workers, address))
    from flows.commands.serve import serve as serve_flow

    parameters = {
        "paths": inputs,
        "out": str(out),
        "date": date,
        "facts": str(facts) if facts else None,
        "settings": settings or [],
        "notify": notify or [],
        "notify_on": notify_on or [],
        "runner": runner,
        "workers": workers,
        "address": address,
    }
    stop = context.find_root().obj or StopSignals()
    return serve_flow(cron, timezone, parameters, stop)


def _try(
    settings: list[str] | None,
    notify: list[str] | None,
    notify_on: list[str] | None,
    workers: tuple[str, int | None, str],
) -> None:
    """What cannot work is said now, and not at five in the morning. Raises SettingsError."""
    from claims.reading.parse_settings import parse_settings
    from flows.choose_workers import choose_workers
    from flows.notify import choose_hooks
    from flows.read_settings import read_settings

    read_settings(parse_settings(settings or ())[1], None, None)
    choose_workers(*workers)
    choose_hooks(notify or (), notify_on or ())
