"""``claims runs``, ``claims diff`` and ``claims sweep``: what is done with what earlier runs found."""

# ruff: noqa: PLC0415 - see flows/cli.py

from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import FactsOption, RunsOption, begin_prefect
from flows.parse_day import today

runs_app = typer.Typer(help="List the runs of a ledger, show one, compare two.")


@runs_app.callback(invoke_without_command=True)
def runs(context: typer.Context, out: RunsOption = Path("out")) -> int:
    """List the runs that a ledger holds, the oldest first."""
    if context.invoked_subcommand:
        return 0
    from flows.commands.runs import show_runs

    return show_runs(out)


@runs_app.command("show")
def runs_show(
    run: Annotated[
        str, typer.Argument(metavar="[RUN]", help="A run's id; without one the newest.")
    ] = "latest",
    out: RunsOption = Path("out"),
) -> int:
    """Show what a run was given, by which versions it judged, and what it came to."""
    from flows.commands.runs import show_run

    return show_run(out, run)


@runs_app.command("todo")
def runs_todo(
    run: Annotated[
        str, typer.Argument(metavar="[RUN]", help="A run's id; without one the newest.")
    ] = "latest",
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.csv", help="Write all of it, for claims facts import."),
    ] = None,
    out: RunsOption = Path("out"),
    facts: FactsOption = None,
) -> int:
    """List the facts that the store lacked, the most asked for first."""
    from claims.matching.minilm import MiniLM
    from flows.commands.todo import list_todo

    return list_todo(out, run, file, facts, today(), MiniLM())


DIFF_HELP = "Exit status: 0 the same flags, 1 something changed, 2 it could not do its work."


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A run's id.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A later run's id.")],
    out: RunsOption = Path("out"),
) -> int:
    """List the flags that came, went or changed from one run to another, and why."""
    from flows.commands.runs import show_changes

    return show_changes(out, old, new)


SWEEP_HELP = "Exit status: 0 nothing flipped, 1 a verdict flipped, 2 it could not do its work."


def sweep(
    *,
    context: typer.Context,
    out: RunsOption = Path("out"),
    facts: FactsOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Show no progress.")] = False,
) -> int:
    """After a change of facts, judge again what rested on them, and say which verdicts flip."""
    from flows.find_ledger import find_ledger

    find_ledger(out)  # before anything is made there
    begin_prefect(out, context)
    from flows.commands.sweep import sweep as sweep_facts

    return sweep_facts(out, facts, quiet)
