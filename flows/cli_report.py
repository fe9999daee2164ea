"""``claims report`` and ``claims apply``: what a run found, handed on."""

# ruff: noqa: PLC0415 - see flows/cli.py

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import FactsOption, RunsOption

REPORT_HELP = (
    "Examples: claims report --format markdown; claims report latest --format sarif -o flags.sarif;"
    " claims report 20261126T060000-1f0c52 --format parquet -o flags.parquet. docs/report.md says what is in each."
)
APPLY_HELP = "Exit status: 0 all copies written, 1 an article was refused, 2 it could not do its work."


class Format(StrEnum):
    """The formats of a report."""

    HTML = "html"
    MARKDOWN = "markdown"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SARIF = "sarif"
    CLAIMREVIEW = "claimreview"
    DIFF = "diff"
    NOTE = "note"


RunArgument = Annotated[str, typer.Argument(metavar="[RUN]", help="A run's id; without one the newest.")]


def report(
    *,
    run: RunArgument = "latest",
    format_: Annotated[Format, typer.Option("--format", help="The form of the report.")] = Format.HTML,
    file: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Where it goes; without it to stdout."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="In jsonl, csv and parquet every finding, not flags alone.")
    ] = False,
    accepted: Annotated[
        bool, typer.Option("--accepted", help="In diff only the corrections that an editor has accepted.")
    ] = False,
    out: RunsOption = Path("out"),
    facts: FactsOption = None,
) -> int:
    """Write what a run found in another form, with the decisions of today."""
    from flows.commands.report import report_run

    return report_run(out, run, format_, file, whole=whole, accepted=accepted, facts=facts)


def apply(
    *,
    run: RunArgument = "latest",
    folder: Annotated[Path, typer.Option("--to", metavar="DIR", help="The folder for the copies.")],
    first_repairs: Annotated[
        bool,
        typer.Option("--first-repairs", help="Correct every flag by its first repair, accepted or not."),
    ] = False,
    unchecked: Annotated[
        bool,
        typer.Option("--unchecked", help="Take what came from the web or stdin as it was then."),
    ] = False,
    out: RunsOption = Path("out"),
) -> int:
    """Write the corrections that an editor has accepted into copies of the articles."""
    from flows.commands.apply import apply_corrections

    return apply_corrections(out, run, folder, first_repairs=first_repairs, unchecked=unchecked)
