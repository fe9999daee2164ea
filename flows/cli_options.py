"""Options that several commands share, and what is made of them."""

# ruff: noqa: PLC0415 - see flows/cli.py

import datetime
import os
from pathlib import Path
from typing import Annotated

import typer

from flows.parse_day import parse_day
from flows.read_settings_file import with_files

DateOption = Annotated[
    datetime.date | None,
    typer.Option(
        parser=parse_day,
        metavar="YYYY-MM-DD",
        help="Date of articles that state none themselves; today is today's.",
    ),
]
FactsOption = Annotated[
    Path | None,
    typer.Option(
        metavar="PATH",
        help="A fact store: one DuckDB file, as `claims facts build` makes it. Where there is none at PATH it is"
        " built there; a file that is no fact store is left alone. Without this option the store is made"
        " from data/ and your own packs, and kept in the user's cache.",
    ),
]
SettingsOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="NAME=VALUE",
        callback=with_files,
        help="A setting (docs/settings.md), or @FILE with a JSON object of them; can be given several times.",
    ),
]
UrlsOption = Annotated[
    list[Path] | None,
    typer.Option("--urls", metavar="FILE", help="A file with an address a line; can be given several times."),
]
PrecisionOption = Annotated[
    float | None,
    typer.Option(
        metavar="P", help="Show only flags so sure that of their like this share was right, as 0.95."
    ),
]
MostFlagsOption = Annotated[
    float | None,
    typer.Option(metavar="N", help="Of an article's flags show the surest so many for each 1,000 words."),
]
RunsOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where reports and ledger lie.")]
RunnerOption = Annotated[
    str,
    typer.Option(
        metavar="KIND",
        help="What judges batches: threads (this process), processes, dask or ray (extras); docs/scaling.md.",
    ),
]
WorkersOption = Annotated[
    int | None, typer.Option(metavar="N", help="How many workers; without it a thread, or one for each core.")
]
AddressOption = Annotated[
    str, typer.Option(metavar="URL", help="A Dask or Ray cluster that is there, as tcp://host:8786.")
]
LogOption = Annotated[
    str | None,
    typer.Option(
        "--log-json",
        metavar="FILE",
        help="Add what happens to a file as JSON lines; - is stderr (docs/runs.md).",
    ),
]
NotifyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--notify",
        metavar="URL",
        help="Tell an address of new flags, failures and blind runs (docs/runs.md); can be given several times.",
    ),
]
NotifyOnOption = Annotated[
    list[str] | None,
    typer.Option("--notify-on", metavar="EVENT", help="Only of new_flags, failure or blind; several times."),
]


def inputs_of(paths: list[str] | None, urls: list[Path] | None) -> list[str]:
    """What is to be read, as ``read_articles`` takes it."""
    return [*(paths or ()), *(f"urls:{path}" for path in urls or ())]


def begin_prefect(out: Path, context: typer.Context) -> None:
    """Make the output folder, and have Prefect keep what it knows in it; before Prefect is imported. Raises OutputError."""
    from flows.prepare_out import prepare_out
    from flows.quiet_prefect import quiet_prefect

    prepare_out(out)
    quiet_prefect(os.environ, out / ".prefect", logs=context.find_root().params["debug"])
