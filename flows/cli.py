"""The ``claims`` command: what can be called, and with which options.

Nothing heavy is imported here: each command brings in what it needs when it is called, so that
``claims --help`` answers at once.
"""

# ruff: noqa: PLC0415 - see above

import datetime
import os
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims import __version__
from flows.end_command import EndingGroup
from flows.parse_day import parse_day, today
from flows.stop_signals import BY_SIGNAL, StopSignals

app = typer.Typer(cls=EndingGroup, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
facts_app = typer.Typer(no_args_is_help=True, help="Build the store of reference facts, or describe it.")
app.add_typer(facts_app, name="facts")
runs_app = typer.Typer(help="List the runs of a ledger, show one, compare two.")
app.add_typer(runs_app, name="runs")

STATUS_HELP = "Exit status: 0 nothing flagged, 1 something flagged, 2 it could not do its work."


STOPPED = (BY_SIGNAL + signal.SIGINT, BY_SIGNAL + signal.SIGTERM)


class Format(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


class TableFormat(StrEnum):
    """How tables of facts are written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


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
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or directories; - is stdin.")],
    format_: Annotated[Format, typer.Option("--format", help="How to print the findings.")] = Format.TEXT,
    date: DateOption = None,
    facts: FactsOption = None,
) -> int:
    """Check articles and print what does not fit."""
    from flows.commands.check import check_files

    return check_files(files, format_ is Format.JSON, date, facts)


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


@app.command(epilog=STATUS_HELP)
def run(
    *,
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATHS...", help="Files or directories; - is stdin.")
    ] = None,
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
) -> int:
    """Check a batch of articles as a Prefect flow: reports, and a ledger of runs.

    What the ledger has findings of, by the same facts, rules, model and settings, is not judged again.
    """
    if bool(paths) == resume:
        raise typer.BadParameter("give PATHS..., or --resume alone")
    from flows.prepare_out import prepare_out
    from flows.quiet_prefect import quiet_prefect

    prepare_out(out)
    quiet_prefect(os.environ, out / ".prefect", logs=context.find_root().params["debug"])
    from flows.commands.run import run_flow

    return run_flow(paths or [], out, date, facts, quiet=quiet, resume=resume, retry_errors=retry_errors)


RunsOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="Where reports and ledger lie.")]


@runs_app.callback(invoke_without_command=True)
def runs(context: typer.Context, out: RunsOption = Path("out")) -> int:
    """List the runs that a ledger holds, the oldest first."""
    if context.invoked_subcommand:
        return 0
    from flows.commands.runs import show_runs

    return show_runs(out)


@runs_app.command("show")
def runs_show(
    run: Annotated[str, typer.Argument(metavar="RUN", help="A run's id.")], out: RunsOption = Path("out")
) -> int:
    """Show what a run was given, by which versions it judged, and what it came to."""
    from flows.commands.runs import show_run

    return show_run(out, run)


DIFF_HELP = "Exit status: 0 the same flags, 1 something changed, 2 it could not do its work."


@app.command("diff", epilog=DIFF_HELP)
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A run's id.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="A later run's id.")],
    out: RunsOption = Path("out"),
) -> int:
    """List the flags that came, went or changed from one run to another, and why."""
    from flows.commands.runs import show_changes

    return show_changes(out, old, new)


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


@facts_app.command("build")
def facts_build(facts: FactsOption = None) -> int:
    """Build the store from the packs under data/, also where it exists."""
    from flows.commands.facts import build_facts

    return build_facts(facts)


@facts_app.command("info")
def facts_info(facts: FactsOption = None) -> int:
    """Say where the store lies, what is in it, and where that is from."""
    from flows.commands.facts import describe_facts

    return describe_facts(facts)


@facts_app.command("search")
def facts_search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Words of a name.")],
    facts: FactsOption = None,
) -> int:
    """Find entities by words of their names."""
    from flows.commands.facts import search_facts

    return search_facts(words, facts)


@facts_app.command("show")
def facts_show(
    entity: Annotated[str, typer.Argument(metavar="ID", help="An entity's or a fact's id.")],
    facts: FactsOption = None,
) -> int:
    """Show all that is known of an entity, with sources."""
    from flows.commands.facts import show_facts

    return show_facts(entity, facts)


@facts_app.command("import")
def facts_import(
    pack: Annotated[
        Path, typer.Argument(metavar="PACK", help="A pack's folder, or a table with a TOML beside it.")
    ],
    facts: FactsOption = None,
) -> int:
    """Take your own facts in; every bad row is named, and nothing is half-imported."""
    from flows.commands.facts import import_facts

    return import_facts(pack, facts)


@facts_app.command("export")
def facts_export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the tables are written.")],
    format_: Annotated[
        TableFormat, typer.Option("--format", help="Format of the tables.")
    ] = TableFormat.PARQUET,
    facts: FactsOption = None,
) -> int:
    """Write the store's tables for other programs."""
    from flows.commands.facts import export_store

    return export_store(folder, str(format_), facts)


@facts_app.command("check")
def facts_check(
    facts: FactsOption = None,
    date: DateOption = None,
    every: Annotated[bool, typer.Option("--all", help="List everything, not 20 of a kind.")] = False,
) -> int:
    """List what is doubtful: sources that disagree, gaps, overlaps, rows checked long ago."""
    from flows.commands.doubts import list_doubts

    return list_doubts(facts, date or today(), every=every)


@facts_app.command("diff")
def facts_diff(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A store's file.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="Another one.")],
) -> int:
    """List the facts that two stores do not share."""
    from flows.commands.facts import list_changes

    return list_changes(old, new)


OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="NAME", help="A part alone, as heads-of-state; can be given several times."
    ),
]
OutOption = Annotated[
    Path | None, typer.Option("--out", metavar="DIR", help="Where packs go; without it, among your own.")
]
WorkOption = Annotated[
    Path | None,
    typer.Option("--work", metavar="DIR", help="Where pages and drafts are kept; else in the cache."),
]
ApplyOption = Annotated[
    bool,
    typer.Option("--apply", help="Replace the packs and build the store; without it only say what changes."),
]


def _work_folder(work: Path | None) -> Path:
    from platformdirs import user_cache_path

    from flows.prepare_out import prepare_out

    folder = work or user_cache_path("fact-claims") / "refresh"
    prepare_out(folder, "--work")
    return folder


@facts_app.command("refresh")
def facts_refresh(
    *,
    context: typer.Context,
    only: OnlyOption = None,
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="A SPARQL endpoint with Wikidata's data.")
    ] = "https://query.wikidata.org/sparql",
    contact: Annotated[
        str,
        typer.Option(metavar="TEXT", envvar="CLAIMS_CONTACT", help="Your address or page, told to Wikidata."),
    ] = "",
    allow_http: Annotated[
        bool, typer.Option("--allow-http", help="Take an endpoint without encryption.")
    ] = False,
    apply: ApplyOption = False,
    out: OutOption = None,
    work: WorkOption = None,
) -> int:
    """Ask Wikidata for newer facts; shows what would change, and changes it with --apply."""
    from flows.quiet_prefect import quiet_prefect

    folder = _work_folder(work)
    quiet_prefect(os.environ, folder / ".prefect", logs=context.find_root().params["debug"])
    from claims.refreshing.endpoint import Endpoint
    from flows.commands.refresh import refresh

    return refresh(only or [], Endpoint(endpoint, contact, allow_http), folder, out, apply)


@facts_app.command("import-dump")
def facts_import_dump(
    *,
    dump: Annotated[Path, typer.Argument(metavar="FILE", help="Wikidata's JSON dump: plain, .gz or .bz2.")],
    only: OnlyOption = None,
    as_of: Annotated[
        datetime.date | None,
        typer.Option(
            parser=parse_day, metavar="YYYY-MM-DD", help="Day of the dump, where its name has none."
        ),
    ] = None,
    apply: ApplyOption = False,
    out: OutOption = None,
    work: WorkOption = None,
) -> int:
    """Take facts from a dump of Wikidata, as refresh takes them from its endpoint."""
    from flows.quiet_prefect import quiet_prefect

    folder = _work_folder(work)
    quiet_prefect(os.environ, folder / ".prefect")
    from flows.commands.refresh import import_dump

    return import_dump(dump, only or [], as_of, folder, out, apply)


def main() -> None:
    """Entry point of the ``claims`` program."""
    stop = StopSignals()
    stop.listen()
    try:
        app(prog_name="claims", obj=stop)
    except SystemExit as end:
        if end.code in STOPPED:
            # Threads of Prefect's API may be at work that nobody waits for; what is on disk stays sound.
            sys.stderr.flush()
            os._exit(end.code)
        raise
