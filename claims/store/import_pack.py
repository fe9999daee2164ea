"""A user's facts -> a pack of its own: a folder in the pack format, or one table with a small TOML beside it."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claims.store.imported import Imported
from claims.store.open import Store
from claims.store.packs import COLUMNS
from claims.store.read_fact_folder import read_fact_folder
from claims.store.read_fact_table import read_fact_table


def import_pack(source: Path, store: Store, target: Path) -> Imported:
    """Take a pack in under ``target``; where any row is bad nothing is written and ``bad`` lists them all.

    A pack of the same name that was imported before is replaced. Raises PackError where the source has no
    readable table or record.
    """
    imported = (read_fact_folder if source.is_dir() else read_fact_table)(source, store)
    if not imported.bad:
        _write(imported, target / imported.name)
    return imported


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
