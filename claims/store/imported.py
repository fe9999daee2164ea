"""What an import has read so far: rows for a pack, and everything that keeps them from being one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

import duckdb
import pyarrow as pa

from claims.store.open import Store
from claims.store.packs import COLUMNS
from claims.store.stage_packs import create_stage, find_bad_rows

Row = tuple[str, ...]
FACT_COLUMNS = COLUMNS["facts"]


@dataclass(frozen=True, slots=True, order=True)
class BadRow:
    """A row that cannot be taken in: the file's line, why, what it says, and which table of a folder it is of."""

    line: int
    cause: str
    row: str
    table: str = ""


@dataclass
class Imported:
    """What an import would write, and everything that keeps it from it."""

    name: str
    tables: dict[str, list[Row]]
    record: dict[str, Any]
    bad: list[BadRow] = field(default_factory=list)


def find_bad_facts(facts: Sequence[Row], lines: Sequence[int], store: Store) -> Iterator[BadRow]:
    """The facts that no pack may hold: dates, statuses, and values that are not of their predicate's kind."""
    yield from _badly_formed(facts, lines)
    for line, row in zip(lines, facts, strict=True):
        cause = _wrong_value(row, store)
        if cause:
            yield BadRow(line, cause, ",".join(row))


def _badly_formed(facts: Iterable[Row], lines: Sequence[int]) -> list[BadRow]:
    columns = dict(zip(FACT_COLUMNS, zip(*facts, strict=True), strict=False))
    if not columns:
        return []
    with duckdb.connect() as db:
        create_stage(db, "facts")
        db.register("rows", pa.table({"line": list(lines), **{c: list(v) for c, v in columns.items()}}))
        db.execute(f"INSERT INTO stage_facts SELECT 'x', line, {', '.join(FACT_COLUMNS)} FROM rows")
        return [BadRow(*row) for row in find_bad_rows(db, "facts", "x")]


def _wrong_value(row: Row, store: Store) -> str:
    """Why a fact's value or time does not fit its predicate; empty where they do or it is unknown."""
    _subject, name, value, valid_from, valid_to, as_of, status, _note = row
    predicate = store.predicates.get(name)
    if predicate is None:
        return ""
    if predicate.value_kind == "time" and (value or not valid_from) and not status:
        return f"the value of {name} is a time: valid_from says it, and value is empty"
    if predicate.value_kind == "number" and not _is_number(value):
        return f"{value!r} is no number"
    if predicate.interval and not valid_to and not as_of:
        return f"{name} holds for a time: give valid_to, or as_of where it has not ended"
    return ""


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False
