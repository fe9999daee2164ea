"""``claims run`` as it is called."""

# ruff: noqa: PLC0415 - see flows/cli.py

import os
from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import (
    AddressOption,
    DateOption,
    FactsOption,
    LogOption,
    MostFlagsOption,
    NotifyOnOption,
    NotifyOption,
    PrecisionOption,
    RunnerOption,
    SettingsOption,
    UrlsOption,
    WorkersOption,
    begin_prefect,
    inputs_of,
)


def run(
    *,
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATHS...", help="Files, directories, patterns or addresses (docs/input.md); - is stdin."
        ),
    ] = None,
    urls: UrlsOption = None,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where reports and ledger go.")] = Path("out"),
    date: DateOption = None,
    facts: FactsOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the run that was cut off, with its own paths.")
    ] = False,
    retry_errors: Annotated[
        bool, typer.Option("--retry-errors", help="Try articles again that could not be judged.")
    ] = False,
    precision: PrecisionOption = None,
    max_flags_per_1000_words: MostFlagsOption = None,
    report_url: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="The web address of DIR, if it is served: Prefect's interface links there."
        ),
    ] = None,
    settings: SettingsOption = None,
    runner: RunnerOption = "threads",
    workers: WorkersOption = None,
    address: AddressOption = "",
    log: LogOption = None,
    notify: NotifyOption = None,
    notify_on: NotifyOnOption = None,
) -> int:
    """Check a batch of articles as a Prefect flow: reports, and a ledger of runs.

    What the ledger has findings of, by the same facts, rules, model and settings, is not judged again.
    """
    inputs = inputs_of(paths, urls)
    if bool(inputs) == resume:
        raise typer.BadParameter("give PATHS... or --urls FILE, or --resume alone")
    if resume:
        from flows.find_ledger import find_ledger

        find_ledger(out)  # before anything is made there
    in_prefect = _in_prefect()  # before this process has settings of its own
    begin_prefect(out, context)
    from claims.reading.parse_settings import parse_settings
    from flows.choose_workers import choose_workers
    from flows.commands.run import Manner, run_flow
    from flows.notify import choose_hooks
    from flows.read_settings import read_settings

    reading, others = parse_settings(settings or ())
    chosen = read_settings(others, precision, max_flags_per_1000_words)
    at_work, hooks = choose_workers(runner, workers, address), choose_hooks(notify or (), notify_on or ())
    return run_flow(
        inputs,
        out,
        date,
        facts,
        resume=resume,
        retry_errors=retry_errors,
        settings=chosen,
        reading=reading,
        manner=Manner(quiet, log, at_work, hooks, report_url, in_prefect),
    )


def _in_prefect() -> bool:
    from flows.own_prefect import has_own_prefect

    return has_own_prefect(os.environ, Path.cwd())
