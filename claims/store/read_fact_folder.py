"""A folder in the pack format -> what may become a pack of the user's own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from claims.errors import PackError
from claims.store.imported import BadRow, Imported, Row, find_bad_facts
from claims.store.open import Store
from claims.store.packs import COLUMNS, Pack, read_pack
from claims.store.read_record import read_record
from claims.store.stage_packs import create_stage, find_bad_rows, stage_table

Numbered = list[tuple[int, Row]]


def read_fact_folder(source: Path, store: Store) -> Imported:
    """The tables of a pack folder with every row that breaks the format or speaks of what nobody declares.

    Raises PackError where the record or a table cannot be read, or the folder declares series.
    """
    if (source / "series.csv").exists():
        raise PackError(
            f"{source / 'series.csv'}: series come with the program only; leave it out, or add a pack under data/"
        )
    name, record = read_record(source / "pack.toml", source.name)
    pack = read_pack(source)
    if not pack.tables:
        raise PackError(f"{source} has none of {', '.join(COLUMNS)} as .csv or .parquet")
    with duckdb.connect() as db:
        tables = {table: _staged(db, pack, table) for table in COLUMNS}
        bad = [BadRow(*row, table) for table in pack.tables for row in find_bad_rows(db, table, pack.name)]
    bad += _of_table(_clashing(tables["entities"], store), "entities")
    own = {row[0] for _line, row in tables["entities"]}
    bad += _of_table(_nameless(tables["aliases"], own, store), "aliases")
    lines, facts = [line for line, _row in tables["facts"]], [row for _line, row in tables["facts"]]
    unknown = list(_unknown(tables["facts"], own, store))
    bad += _of_table(unknown, "facts")
    seen = {(row.line, row.cause) for row in bad if row.table == "facts"}
    wrong = (row for row in find_bad_facts(facts, lines, store) if (row.line, row.cause) not in seen)
    bad += _of_table(wrong, "facts")
    bad.sort(key=lambda row: (row.table, row.line))
    return Imported(
        name, {table: [row for _line, row in rows] for table, rows in tables.items()}, record, bad
    )


def _staged(db: duckdb.DuckDBPyConnection, pack: Pack, table: str) -> Numbered:
    """The rows of a pack's table with their lines."""
    create_stage(db, table)
    stage_table(db, pack, table)
    rows: list[tuple[Any, ...]] = db.execute(
        f"SELECT * EXCLUDE (pack) FROM stage_{table} ORDER BY line"
    ).fetchall()
    return [(line, tuple(row)) for line, *row in rows]


def _of_table(rows: Iterator[BadRow] | list[BadRow], table: str) -> list[BadRow]:
    return [BadRow(row.line, row.cause, row.row, table) for row in rows]


def _clashing(entities: Numbered, store: Store) -> Iterator[BadRow]:
    """The entities whose id has another name or kind already, in the store or further up."""
    names: dict[str, str] = {}
    for line, (entity, kind, name) in entities:
        known = store.name(entity) if store.has(entity) else names.setdefault(entity, name)
        if known != name:
            yield BadRow(line, f"{entity} is {known!r} already", f"{entity},{kind},{name}")
        elif not entity.startswith(f"{kind}/"):
            yield BadRow(line, f"the id of a {kind} begins with {kind}/", f"{entity},{kind},{name}")


def _nameless(aliases: Numbered, own: set[str], store: Store) -> Iterator[BadRow]:
    for line, row in aliases:
        if row[0] not in own and not store.has(row[0]):
            yield BadRow(line, f"unknown entity {row[0]!r}", ",".join(row))


def _unknown(facts: Numbered, own: set[str], store: Store) -> Iterator[BadRow]:
    """The facts that speak of an entity or predicate nobody declares."""
    for line, row in facts:
        subject, predicate, value = row[:3]
        kind = store.value_kind(predicate)
        if kind is None:
            yield BadRow(line, f"unknown predicate {predicate!r}; see docs/coverage.md", ",".join(row))
        elif subject not in own and not store.has(subject):
            yield BadRow(line, f"unknown subject {subject!r}", ",".join(row))
        elif kind == "entity" and value not in own and not store.has(value):
            yield BadRow(line, f"unknown value {value!r}", ",".join(row))
