"""Rows -> a pack's folder, checked as every pack is before anybody sees it."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from claims.errors import PackError
from claims.store.packs import COLUMNS, read_pack
from claims.store.stage_packs import stage_packs

Row = tuple[str, ...]
ITEMS = ("item", "kind", "entity")
"""Columns of ``items.parquet``: which of another source's items each new entity is."""


def write_pack(
    folder: Path,
    tables: Mapping[str, Iterable[Row]],
    items: Iterable[Row],
    record: Mapping[str, str],
    store: Path,
) -> None:
    """Write a pack to a folder that is its own from now on. ``record`` has TOML values as they are written.

    Raises PackError where a row breaks the format or speaks of what neither the pack nor the store declares.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for table, rows in tables.items():
        _write(folder / f"{table}.parquet", COLUMNS[table], rows)
    _write(folder / "items.parquet", ITEMS, items)
    lines = "".join(f"{key} = {value}\n" for key, value in record.items())
    (folder / "pack.toml").write_text(lines, encoding="utf-8")
    _check(folder, store)


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    ordered = sorted(set(rows))
    table = {column: [row[i] for row in ordered] for i, column in enumerate(columns)}
    schema = pa.schema([(column, pa.string()) for column in columns])
    pq.write_table(pa.table(table, schema), path, compression="zstd")


_UNKNOWN = {
    "an entity": """SELECT subject FROM (SELECT subject FROM stage_facts UNION SELECT value FROM stage_facts
                    JOIN predicates USING (predicate) WHERE value_kind = 'entity' UNION SELECT entity FROM stage_aliases)
                    WHERE subject NOT IN (SELECT id FROM stage_entities UNION SELECT entity FROM entities)""",
    "a predicate": "SELECT DISTINCT predicate FROM stage_facts ANTI JOIN predicates USING (predicate)",
}


def _check(folder: Path, store: Path) -> None:
    with duckdb.connect(store, read_only=True) as db:
        stage_packs(db, [read_pack(folder)])
        for what, query in _UNKNOWN.items():
            row = db.execute(f"{query} ORDER BY ALL LIMIT 1").fetchone()
            if row:
                raise PackError(f"{folder.name} speaks of {what} {row[0]!r} that is not declared")
