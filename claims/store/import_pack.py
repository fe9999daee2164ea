"""A user's facts -> a pack of its own: a folder in the pack format, or one table with a small TOML beside it."""

import os
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from claims.errors import PackError
from claims.store.open import Store
from claims.store.packs import COLUMNS, Pack, read_pack
from claims.store.stage_packs import create_stage, find_bad_rows, stage_table
from claims.values.names import name_key, slug

READERS = {
    ".csv": "read_csv(?, header = true, all_varchar = true)",
    ".jsonl": "read_json(?, format = 'newline_delimited')",
    ".ndjson": "read_json(?, format = 'newline_delimited')",
    ".parquet": "read_parquet(?)",
}
FACT_COLUMNS = COLUMNS["facts"]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be taken in: the file's line, why, and what it says."""

    line: int
    cause: str
    row: str


@dataclass
class Imported:
    """What an import would write, and everything that keeps it from it."""

    name: str
    tables: dict[str, list[tuple[str, ...]]]
    record: dict[str, Any]
    bad: list[BadRow] = field(default_factory=list)


def import_pack(source: Path, store: Store, target: Path) -> Imported:
    """Take a pack in under ``target``; where any row is bad nothing is written and ``bad`` lists them all.

    Raises PackError where the source has no readable table or record.
    """
    imported = _read_folder(source, store) if source.is_dir() else _read_table(source, store)
    if not imported.bad:
        _write(imported, target / imported.name)
    return imported


def _read_folder(source: Path, store: Store) -> Imported:
    pack = read_pack(source)
    record = tomllib.loads((source / "pack.toml").read_text(encoding="utf-8"))
    with duckdb.connect() as db:
        tables = {table: _staged(db, pack, table) for table in COLUMNS}
        bad = [
            BadRow(*row)
            for table in COLUMNS
            if table in pack.tables
            for row in find_bad_rows(db, table, pack.name)
        ]
    imported = Imported(
        pack.name, {name: [row[1:] for row in rows] for name, rows in tables.items()}, record, bad
    )
    own = {row[1] for row in tables["entities"]}
    imported.bad += list(_unknown(tables["facts"], own, store))
    return imported


def _staged(db: duckdb.DuckDBPyConnection, pack: Pack, table: str) -> list[tuple[Any, ...]]:
    """The rows of a pack's table with their line before them."""
    create_stage(db, table)
    stage_table(db, pack, table)
    return db.execute(f"SELECT * EXCLUDE (pack) FROM stage_{table} ORDER BY line").fetchall()


def _unknown(facts: list[tuple[Any, ...]], own: set[str], store: Store) -> Iterator[BadRow]:
    """The facts that speak of an entity or predicate nobody declares."""
    for line, *row in facts:
        subject, predicate, value = row[:3]
        kind = store.value_kind(predicate)
        if kind is None:
            yield BadRow(line, f"unknown predicate {predicate!r}; see `claims facts info`", ",".join(row))
        elif subject not in own and not store.has(subject):
            yield BadRow(line, f"unknown subject {subject!r}", ",".join(row))
        elif kind == "entity" and value not in own and not store.has(value):
            yield BadRow(line, f"unknown value {value!r}", ",".join(row))


def _read_table(source: Path, store: Store) -> Imported:
    """One table: the TOML says which column is what, and what holds for every row."""
    record_path = source.with_suffix(".toml")
    if not record_path.exists():
        raise PackError(
            f"{record_path} is missing: it says where {source.name} comes from; see docs/packs.md"
        )
    try:
        record = tomllib.loads(record_path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{record_path}: {error}") from error
    name = str(record.get("name") or source.stem)
    missing = [key for key in ("title", "producer", "licence", "accessed") if key not in record]
    if missing:
        raise PackError(f"{record_path}: no {', '.join(missing)}; a source must be named")
    imported = Imported(slug(name), {table: [] for table in COLUMNS}, record)
    reader = _RowReader(record, store, imported)
    for line, row in _rows(source):
        reader.take(line, row)
    imported.tables["entities"] = sorted(set(imported.tables["entities"]))
    imported.bad += _badly_formed(imported.tables["facts"], reader.lines)
    imported.bad.sort(key=lambda bad: bad.line)
    return imported


def _rows(source: Path) -> Iterator[tuple[int, dict[str, str]]]:
    reader = READERS.get(source.suffix.casefold())
    if reader is None:
        raise PackError(f"{source}: facts are read from {', '.join(sorted(READERS))}")
    try:
        with duckdb.connect() as db:
            found = db.execute(f"SELECT * FROM {reader}", [str(source)])
            columns = [column[0] for column in found.description]
            rows = found.fetchall()
    except duckdb.Error as error:
        raise PackError(f"{source}: {str(error).splitlines()[0]}") from error
    first = 2 if source.suffix.casefold() == ".csv" else 1
    for line, row in enumerate(rows, first):
        yield line, {c: "" if v is None else str(v).strip() for c, v in zip(columns, row, strict=True)}


class _RowReader:
    """Rows of a user's table -> rows of a pack, with names made ids."""

    def __init__(self, record: dict[str, Any], store: Store, imported: Imported) -> None:
        self._columns: dict[str, str] = record.get("columns", {})
        self._defaults: dict[str, str] = {k: str(v) for k, v in record.get("defaults", {}).items()}
        self._store = store
        self._imported = imported
        self.lines: list[int] = []

    def take(self, line: int, row: dict[str, str]) -> None:
        """Add the row's fact, or why it has none."""
        values = {c: row.get(self._columns.get(c, c), "") or self._defaults.get(c, "") for c in FACT_COLUMNS}
        kind = self._store.value_kind(values["predicate"])
        text = ",".join(row.values())
        if kind is None:
            self._imported.bad.append(BadRow(line, f"unknown predicate {values['predicate']!r}", text))
            return
        try:
            values["subject"] = self._entity(values["subject"], self._defaults.get("subject_kind", ""))
            if kind == "entity":
                values["value"] = self._entity(values["value"], self._defaults.get("value_kind", ""))
            elif kind == "number":
                values["value"] = _number(values["value"])
        except ValueError as error:
            self._imported.bad.append(BadRow(line, str(error), text))
            return
        self._imported.tables["facts"].append(tuple(values[c] for c in FACT_COLUMNS))
        self.lines.append(line)

    def _entity(self, name: str, kind: str) -> str:
        """An id as it is; a name as the one entity of the kind that has it, or a new one."""
        if not name:
            raise ValueError("an empty subject or value")
        if self._store.has(name):
            return name
        known = {
            s.entity
            for s in self._store.names.senses(name_key(name))
            if not kind or s.entity.startswith(f"{kind}/")
        }
        if len(known) == 1:
            return known.pop()
        if known:
            raise ValueError(f"{name!r} may be {', '.join(sorted(known))}; write the id")
        if not kind:
            raise ValueError(
                f"{name!r} is not in the store; give subject_kind or value_kind under [defaults] to add it"
            )
        entity = f"{kind}/{slug(name)}"
        self._imported.tables["entities"].append((entity, kind, name))
        return entity


def _number(text: str) -> str:
    plain = text.replace(",", "").replace("\u202f", "").replace(" ", "")
    try:
        float(plain)
    except ValueError as error:
        raise ValueError(f"{text!r} is no number") from error
    return plain


def _badly_formed(facts: list[tuple[str, ...]], lines: list[int]) -> list[BadRow]:
    """Dates and statuses, checked as those of a shipped pack are."""
    if not facts:
        return []
    columns = {c: [row[i] for row in facts] for i, c in enumerate(FACT_COLUMNS)}
    with duckdb.connect() as db:
        create_stage(db, "facts")
        db.register("rows", pa.table({"line": lines, **columns}))
        db.execute(f"INSERT INTO stage_facts SELECT 'x', line, {', '.join(FACT_COLUMNS)} FROM rows")
        return [BadRow(*row) for row in find_bad_rows(db, "facts", "x")]


def _write(imported: Imported, folder: Path) -> None:
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        for table, rows in imported.tables.items():
            if rows:
                columns = {
                    c: [str(row[i]) for row in sorted(set(rows))] for i, c in enumerate(COLUMNS[table])
                }
                pq.write_table(pa.table(columns), draft / f"{table}.parquet", compression="zstd")
        (draft / "pack.toml").write_text("\n".join(_record(imported)) + "\n", encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _record(imported: Imported) -> Iterator[str]:
    """The source record; a user's own facts speak before collected ones, after audited ones."""
    yield f"name = {_quoted(imported.name)}"
    for key in ("title", "producer", "url", "licence"):
        yield f"{key} = {_quoted(str(imported.record.get(key, '')))}"
    for key in ("accessed", "newest"):
        value = imported.record.get(key)
        if isinstance(value, date):
            yield f"{key} = {value.isoformat()}"
    yield f"rank = {int(imported.record.get('rank', 2))}"
    yield 'made_by = "claims facts import"'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
