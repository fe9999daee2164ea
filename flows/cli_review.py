"""``claims review`` and ``claims quality``: what reviewers decide, and what is learnt from it."""

# ruff: noqa: PLC0415 - see flows/cli.py

from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import RunsOption

review_app = typer.Typer(help="Review flags in a browser; take decisions in from a report.")


@review_app.callback(invoke_without_command=True)
def review(
    *,
    context: typer.Context,
    out: RunsOption = Path("out"),
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")
    ] = 8730,
    reviewer: Annotated[
        str, typer.Option(metavar="NAME", help="Who decides where a browser does not say otherwise.")
    ] = "",
    host: Annotated[
        str, typer.Option(help="The address to listen on; any but loopback needs --token.")
    ] = "127.0.0.1",
    token: Annotated[
        str,
        typer.Option(
            metavar="SECRET",
            envvar="CLAIMS_REVIEW_TOKEN",
            help="What a browser has to know, as ?token=SECRET in its first address. The environment keeps it out of"
            " the list of processes.",
        ),
    ] = "",
    name: Annotated[
        list[str] | None,
        typer.Option(
            metavar="HOST", help="A further name that browsers call the desk by; several may be given."
        ),
    ] = None,
    browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> int:
    """Serve the review desk over the ledger until Ctrl-C.

    A queue of flags, to be accepted, rejected or deferred with one key each (docs/review.md).
    """
    if context.invoked_subcommand:
        return 0
    from flows.commands.review import serve_desk

    return serve_desk(out, host, port, token, tuple(name or ()), reviewer, browser=browser)


IMPORT_HELP = (
    "Exit status: 0 all taken in, 1 some were not, 2 the file is none of decisions, or it could not work."
)


@review_app.command("import", epilog=IMPORT_HELP)
def review_import(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Decisions that a report has exported.")
    ],
    out: RunsOption = Path("out"),
) -> int:
    """Take decisions into the ledger that were made in a report opened from disk."""
    from flows.commands.import_decisions import import_files

    return import_files(out, files)


def quality(
    *,
    out: RunsOption = Path("out"),
    precision: Annotated[
        float, typer.Option(min=0.5, max=1.0, metavar="P", help="The share of flags that is to be right.")
    ] = 0.95,
    by_hand: Annotated[
        float | None,
        typer.Option(
            min=0,
            metavar="MINUTES",
            help="How long it takes to find and check one such error without the program.",
        ),
    ] = None,
    write: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the thresholds as settings, for claims run --set @FILE."),
    ] = None,
) -> int:
    """Say how often flags were right by what reviewers decided, and from which confidence on they are right often enough."""
    from flows.commands.quality import show_quality

    return show_quality(out, precision, by_hand, write)
