"""``claims explain`` as it is called: the command itself is imported when it runs."""

# ruff: noqa: PLC0415 - see above

from typing import Annotated

import typer

from flows.cli_options import DateOption, FactsOption, MostFlagsOption, PrecisionOption, SettingsOption

EXPLAIN_HELP = (
    "Examples: claims explain story.txt --date 2022-12-30 explains each flag and lists the other findings with their"
    " numbers; claims explain story.txt --finding 3 explains the third, flag or not; claims explain story.txt --json"
    " writes JSON (docs/output.md). Give the options that claims check had. Exit status: 0 explained, 2 it could not."
)


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="One file; - is stdin.")],
    finding: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="The finding to explain, by its place among all in claims check --format json."
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Write JSON instead of text in colour.")] = False,
    date: DateOption = None,
    facts: FactsOption = None,
    precision: PrecisionOption = None,
    max_flags_per_1000_words: MostFlagsOption = None,
    settings: SettingsOption = None,
) -> int:
    """Show how a finding came about: what was read, what was looked up and compared, and why it was flagged or not."""
    from claims.reading.parse_settings import parse_settings
    from flows.commands.explain import explain_file
    from flows.read_settings import read_settings

    reading, others = parse_settings(settings or ())
    chosen = read_settings(others, precision, max_flags_per_1000_words)
    return explain_file(file, finding, as_json=json, day=date, facts=facts, settings=chosen, reading=reading)
