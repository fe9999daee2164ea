"""``claims facts``: what can be asked of the store of reference facts, and how it is filled."""

# ruff: noqa: PLC0415 - see flows/cli.py

import datetime
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.cli_options import DateOption, FactsOption
from flows.parse_day import parse_day, today

facts_app = typer.Typer(no_args_is_help=True, help="Build the store of reference facts, or describe it.")


class TableFormat(StrEnum):
    """How tables of facts are written."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


@facts_app.command("build")
def facts_build(
    facts: FactsOption = None,
    encoder: Annotated[
        str,
        typer.Option(metavar="MODEL", help="The model it is for: `--set encoder=MODEL` of check and run."),
    ] = "",
) -> int:
    """Build the store from the packs under data/, also where it exists."""
    from claims.matching.make_encoder import make_encoder
    from flows.commands.facts import build_facts

    return build_facts(facts, make_encoder(encoder) if encoder else None)


@facts_app.command("prune")
def facts_prune(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be removed.")] = False,
) -> int:
    """Remove stores of older facts from the cache; each is some 270 MB."""
    from flows.commands.prune import prune_facts

    return prune_facts(dry_run=dry_run)


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
