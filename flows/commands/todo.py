"""``claims runs todo``: the facts that the store lacks, the most asked for first."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.errors import OutputError
from claims.ledger.list_wanted import Wanted, list_wanted
from claims.report.todo_rows import COLUMNS, todo_record, todo_rows
from claims.store.encoder import Encoder
from claims.store.open import open_store
from flows.check_folder import check_folder
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import NOTHING
from flows.find_ledger import find_ledger, find_run
from flows.write_terminal import write_lines

LISTED = 50
"""Facts that are printed; a file holds them all."""


def list_todo(
    out: Path, name: str, file: Path | None, facts: Path | None, today: date, encoder: Encoder
) -> int:
    """Print what a run lacked, or write it all as a table with the TOML that an import wants beside it."""
    ledger = find_ledger(out)
    run = find_run(ledger, name).run
    wanted = list_wanted(ledger, run)
    if file is None:
        write_lines(
            [_line(want) for want in wanted[:LISTED]] or ["the store lacked nothing that was asked for"]
        )
        if len(wanted) > LISTED:
            write_lines([f"... and {len(wanted) - LISTED:,} more; -o FILE.csv writes them all"])
        return NOTHING
    with open_store(prepare_facts(encoder, facts)) as store:
        rows = list(todo_rows(wanted, store.predicates))
    _write(file, rows, todo_record(run.id, today))
    write_lines(
        [f"{len(wanted):,} facts in {file}: fill in values, and take them in with claims facts import {file}"]
    )
    return NOTHING


def _write(file: Path, rows: Sequence[dict[str, str]], record: str) -> None:
    if file.suffix.casefold() != ".csv":
        raise OutputError(f"{file}: the list is written as CSV; give a name that ends in .csv")
    check_folder(file)
    try:
        with file.open("w", encoding="utf-8", newline="") as table:
            writer = csv.DictWriter(table, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        file.with_suffix(".toml").write_text(record, encoding="utf-8")
    except OSError as error:
        raise OutputError(f"{file} cannot be written: {error.strerror or error}") from error


def _line(want: Wanted) -> str:
    when = f" ({want.said_of})" if want.said_of else ""
    return (
        f"{want.articles:>5,} articles {want.claims:>5,} claims  {want.predicate:<16} "
        f"{want.subject or want.name}{when}: “{want.example}” in {want.example_article}"
    )
