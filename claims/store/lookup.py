"""Point look-ups in microseconds: the store's large tables beside it, sorted by key and mapped into memory.

DuckDB answers a query in about a millisecond whatever its size, which is what judging one claim may
take in all. So each table is also written once as an Arrow file sorted by the CRC-32 of its key, with
the check sums in a NumPy file; both are mapped, not read, so that opening is immediate at any size and
all workers share the same pages. The DuckDB file stays the source: the look-up is made again from it
when it is missing or of another version.
"""

import shutil
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

BATCH_ROWS = 1_000_000
"""Rows a record batch: a batch's strings must stay below the 2 GB that 32-bit offsets reach."""

# Each table: the columns kept and the key they are sorted by.
TABLES = {
    "aliases": ("key, alias, entity, kind, valid_from", "key"),
    "entities": ("entity, name", "entity"),
    "facts": (
        "fact, subject, predicate, value, valid_from, valid_to, as_of, status, source",
        "subject || ':' || predicate",
    ),
}


class Lookup:
    """One table, by key."""

    def __init__(self, folder: Path, table: str) -> None:
        self._sums: NDArray[np.uint32] = np.load(folder / f"{table}.npy", mmap_mode="r")
        # Kept open for the life of the object: the batches are views into it.
        self._file = pa.memory_map(str(folder / f"{table}.arrow"))
        reader = pa.ipc.open_file(self._file)
        self._batches = [reader.get_batch(i) for i in range(reader.num_record_batches)]
        # A batch makes its columns anew whenever it is asked, which takes longer than reading a row from them.
        self._columns = [batch.columns for batch in self._batches]
        self._starts = [0]
        for batch in self._batches:
            self._starts.append(self._starts[-1] + batch.num_rows)

    def rows(self, key: str) -> list[tuple[str, ...]]:
        """The rows whose key has the same check sum: mostly those of the key, which the caller compares."""
        total = np.uint32(crc32(key.encode()))
        first = int(np.searchsorted(self._sums, total, "left"))
        last = int(np.searchsorted(self._sums, total, "right"))
        return [self.row(index) for index in range(first, last)]

    def row(self, index: int) -> tuple[str, ...]:
        """The row at a position."""
        number = bisect_right(self._starts, index) - 1
        offset = index - self._starts[number]
        return tuple(column[offset].as_py() for column in self._columns[number])

    def holds(self, sums: NDArray[np.uint32]) -> NDArray[np.bool_]:
        """For each check sum whether some key has it."""
        if not len(self._sums):
            return np.zeros(len(sums), dtype=np.bool_)
        places = np.searchsorted(self._sums, sums)
        return np.asarray(self._sums[np.minimum(places, len(self._sums) - 1)] == sums)


class ValueLookup:
    """The facts again, by predicate and value; holds positions in the table of facts."""

    def __init__(self, folder: Path, facts: Lookup) -> None:
        self._sums: NDArray[np.uint32] = np.load(folder / "values.npy", mmap_mode="r")
        self._positions: NDArray[np.uint32] = np.load(folder / "positions.npy", mmap_mode="r")
        self._facts = facts

    def rows(self, key: str) -> list[tuple[str, ...]]:
        """The rows of facts whose value key has the same check sum."""
        total = np.uint32(crc32(key.encode()))
        first = int(np.searchsorted(self._sums, total, "left"))
        last = int(np.searchsorted(self._sums, total, "right"))
        return [self._facts.row(int(position)) for position in self._positions[first:last]]


def lookup_folder(path: Path) -> Path:
    """Where the look-ups of a store lie: beside it."""
    return path.with_name(f"{path.name}.lookup")


def write_lookup(db: duckdb.DuckDBPyConnection, folder: Path, version: str) -> None:
    """Make the look-ups of an open store in ``folder``; it appears whole or not at all."""
    draft = folder.with_name(f"{folder.name}.draft-{id(db)}")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    try:
        for table, (columns, key) in TABLES.items():
            _write_table(db, draft, table, columns, key)
        _write_values(draft)
        (draft / "version").write_text(version, encoding="utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def is_current(folder: Path, version: str) -> bool:
    """Whether the look-ups in a folder are those of the store's version."""
    stamp = folder / "version"
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == version


def _write_table(db: duckdb.DuckDBPyConnection, folder: Path, table: str, columns: str, key: str) -> None:
    keys = db.execute(f"SELECT {key} AS k FROM {table} ORDER BY rowid").fetchnumpy()["k"]
    sums = np.fromiter((crc32(str(k).encode()) for k in keys), dtype=np.uint32, count=len(keys))
    order = np.argsort(sums, kind="stable").astype(np.uint32)
    np.save(folder / f"{table}.npy", sums[order])
    rows = db.execute(f"SELECT {columns} FROM {table} ORDER BY rowid").to_arrow_table()
    with (
        pa.OSFile(str(folder / f"{table}.arrow"), "wb") as sink,
        pa.ipc.new_file(sink, rows.schema) as writer,
    ):
        for start in range(0, len(order), BATCH_ROWS):
            part = rows.take(pa.array(order[start : start + BATCH_ROWS])).combine_chunks()
            for batch in part.to_batches():
                writer.write_batch(batch)


def _write_values(folder: Path) -> None:
    facts = Lookup(folder, "facts")
    sums = np.fromiter(_value_sums(facts), dtype=np.uint32)
    order = np.argsort(sums, kind="stable").astype(np.uint32)
    np.save(folder / "values.npy", sums[order])
    np.save(folder / "positions.npy", order)


def _value_sums(facts: Lookup) -> Iterator[int]:
    for batch in facts._batches:
        predicates, values = batch.column("predicate").to_pylist(), batch.column("value").to_pylist()
        for predicate, value in zip(predicates, values, strict=True):
            yield crc32(f"{predicate}={value}".encode())
