"""``claims runs todo``: the facts that the store lacks, the most asked for first."""

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from claims.errors import LedgerError, OutputError
from claims.ledger.list_runs import list_runs
from claims.ledger.list_wanted import Wanted, list_wanted
from claims.ledger.open import FILE_NAME
from claims.ledger.run import Run
from claims.report.todo_rows import COLUMNS, todo_record, todo_rows
from claims.store.encoder import Encoder
from claims.store.open import open_store
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import NOTHING
from flows.write_terminal import write_lines

LISTED = 50
"""Facts that are printed; a file holds them all."""


def list_todo(
    out: Path, name: str | None, file: Path | None, facts: Path | None, today: date, encoder: Encoder
) -> int:
    """Print what a run lacked, or write it all as a table with the TOML that an import wants beside it."""
    run = _choose(out / FILE_NAME, name)
    wanted = list_wanted(out / FILE_NAME, run)
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


def _choose(ledger: Path, name: str | None) -> Run:
    """The run of that name, or the newest one. Raises LedgerError."""
    runs = [record.run for record in list_runs(ledger)]
    chosen = [run for run in runs if name in (None, run.id)]
    if not chosen:
        raise LedgerError(f"{ledger} holds no run {name or ''}; claims runs lists them")
    return chosen[-1]


def _write(file: Path, rows: Sequence[dict[str, str]], record: str) -> None:
    if file.suffix.casefold() != ".csv":
        raise OutputError(f"{file}: the list is written as CSV; give a name that ends in .csv")
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
