"""The ``claims`` command: what can be called, and with which options.

Nothing heavy is imported here: each command brings in what it needs when it is called, so that
``claims --help`` answers at once.
"""

# ruff: noqa: PLC0415 - see above

import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from claims import __version__
from flows.cli_explain import EXPLAIN_HELP, explain
from flows.cli_facts import facts_app
from flows.cli_options import (
    DateOption,
    FactsOption,
    MostFlagsOption,
    PrecisionOption,
    SettingsOption,
    UrlsOption,
    inputs_of,
)
from flows.cli_report import APPLY_HELP, REPORT_HELP, apply, report
from flows.cli_review import quality, review_app
from flows.cli_run import run
from flows.cli_runs import DIFF_HELP, SWEEP_HELP, diff, runs_app, sweep
from flows.cli_serve import SERVE_HELP, serve
from flows.end_command import EndingGroup
from flows.stop_signals import BY_SIGNAL, StopSignals

IN_ORDER = (
    *("check", "run", "explain", "report", "review", "apply", "quality", "runs", "diff", "sweep", "serve"),
    *("facts", "extract", "doctor", "evaluate", "distil"),
)
"""The commands as the help lists them: what is used most first."""


class Commands(EndingGroup):
    """The group of all commands."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401 - as in EndingGroup
        """The names in the order of the help."""
        return sorted(super().list_commands(ctx), key=IN_ORDER.index)


app = typer.Typer(cls=Commands, no_args_is_help=True, pretty_exceptions_enable=False)
app.add_typer(facts_app, name="facts")
app.add_typer(runs_app, name="runs")
app.add_typer(review_app, name="review")

STATUS_HELP = "Exit status: 0 nothing flagged, 1 something flagged, 2 it could not do its work."


STOPPED = (BY_SIGNAL + signal.SIGINT, BY_SIGNAL + signal.SIGTERM)


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claims {__version__}")
        raise typer.Exit


@app.callback()
def claims(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the traceback of an error, and Prefect's own log.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find statements in articles that do not fit known facts."""


@app.command(epilog=STATUS_HELP)
def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE...", help="Files, directories, patterns or addresses (docs/input.md); - is stdin."
        ),
    ] = None,
    urls: UrlsOption = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = Format.TEXT,
    date: DateOption = None,
    facts: FactsOption = None,
    precision: PrecisionOption = None,
    max_flags_per_1000_words: MostFlagsOption = None,
    settings: SettingsOption = None,
) -> int:
    """Check articles and print what does not fit."""
    from claims.reading.parse_settings import parse_settings
    from flows.commands.check import check_files
    from flows.read_settings import read_settings

    inputs = inputs_of(files, urls)
    if not inputs:
        raise typer.BadParameter("give FILE..., or --urls FILE")
    reading, others = parse_settings(settings or ())
    chosen = read_settings(others, precision, max_flags_per_1000_words)
    return check_files(inputs, format_ is Format.JSON, date, facts, settings=chosen, reading=reading)


EXTRACT_EXAMPLES = (
    "Examples: claims extract story.txt --date 2022-12-30 shows it in colour; claims extract story.txt --json"
    " writes JSON (docs/output.md); claims extract - --no-model reads standard input and needs no model."
)


@app.command(epilog=EXTRACT_EXAMPLES)
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or directories; - is stdin.")],
    json: Annotated[bool, typer.Option("--json", help="Write JSON instead of text in colour.")] = False,
    model: Annotated[
        bool,
        typer.Option(
            "--model/--no-model", help="Score sentences by their vectors, or by words alone, which is faster."
        ),
    ] = True,
    date: DateOption = None,
    facts: FactsOption = None,
) -> int:
    """Show what is read in articles: sentences, mentions, claims, and which sentences are worth checking."""
    from flows.commands.extract import extract_files

    return extract_files(files, as_json=json, day=date, facts=facts, model=model)


@app.command()
def evaluate(
    *,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Case files, or articles to read.")],
    untouched: Annotated[
        bool, typer.Option("--untouched", help="The files hold articles without labels; list every flag.")
    ] = False,
    judged: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Judgements of the flags on untouched articles.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="How to print the figures.")] = Format.TEXT,
    facts: FactsOption = None,
) -> int:
    """Measure recall, precision, repairs and false flags."""
    from flows.commands.evaluate import evaluate_files

    as_json = format_ is Format.JSON
    return evaluate_files(files, untouched=untouched, judged=judged, as_json_=as_json, facts=facts)


@app.command()
def doctor(
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where reports and ledger go.")] = Path("out"),
    facts: FactsOption = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> int:
    """Look whether everything is there that a run needs: versions, model, facts, Prefect, disk, ledger.

    Exit status: 0 nothing keeps it from its work, 2 something does.
    """
    from flows.commands.doctor import examine

    return examine(out, facts, as_json=json)


@app.command()
def distil(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where the model goes; empty or not there.")
    ],
) -> int:
    """Make a static encoder of the default one: a vector a token, faster and less exact (docs/evaluation.md)."""
    from flows.commands.distil import write_static_encoder

    return write_static_encoder(folder)


app.command(epilog=STATUS_HELP)(run)
app.command(epilog=EXPLAIN_HELP)(explain)
app.command(epilog=DIFF_HELP)(diff)
app.command(epilog=SWEEP_HELP)(sweep)
app.command(epilog=SERVE_HELP)(serve)
app.command()(quality)
app.command(epilog=REPORT_HELP)(report)
app.command(epilog=APPLY_HELP)(apply)


def main() -> None:
    """Entry point of the ``claims`` program."""
    stop = StopSignals()
    stop.listen()
    try:
        app(prog_name="claims", obj=stop)
    except SystemExit as end:
        if end.code in STOPPED:
            # Threads of Prefect's API may be at work that nobody waits for; what is on disk stays sound. An interrupt that came
            # before the command began ends in Typer, which knows of one signal only.
            sys.stderr.flush()
            os._exit(BY_SIGNAL + stop.number if stop.number else end.code)
        raise
