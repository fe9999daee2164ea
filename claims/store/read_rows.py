"""A user's table -> its rows with the line each stands on: CSV, JSON lines or Parquet."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claims.errors import PackError

SUFFIXES = (".csv", ".jsonl", ".ndjson", ".parquet")
Cells = dict[str, str]


def read_rows(source: Path) -> Iterator[tuple[int, Cells | str]]:
    """Each row as (line, its cells), or (line, why it is none). Raises PackError where the file cannot be read.

    The line of a CSV row is the one it ends on, that of a Parquet row its number.
    """
    kind = source.suffix.casefold()
    if kind not in SUFFIXES:
        raise PackError(f"{source}: facts are read from {', '.join(SUFFIXES)}")
    try:
        if kind == ".parquet":
            yield from _parquet(source)
        else:
            with source.open(encoding="utf-8-sig", newline="") as file:
                yield from _csv(file) if kind == ".csv" else _json_lines(file)
    except (OSError, UnicodeDecodeError, csv.Error, pa.ArrowException) as error:
        raise PackError(f"{source} cannot be read: {error}") from error


def _csv(file: Iterator[str]) -> Iterator[tuple[int, Cells | str]]:
    reader = csv.reader(file, strict=True)
    header = [name.strip() for name in next(reader, [])]
    for row in reader:
        if len(row) == len(header):
            yield reader.line_num, {name: cell.strip() for name, cell in zip(header, row, strict=True)}
        elif row:
            yield reader.line_num, f"{len(row)} cells, the header has {len(header)}"


def _json_lines(file: Iterator[str]) -> Iterator[tuple[int, Cells | str]]:
    for number, line in enumerate(file, 1):
        if line.strip():
            yield number, _json_object(line)


def _json_object(line: str) -> Cells | str:
    try:
        row = json.loads(line)
    except ValueError as error:
        return f"no JSON: {error}"
    return _texts(row) if isinstance(row, dict) else "no JSON object"


def _parquet(source: Path) -> Iterator[tuple[int, Cells]]:
    for number, row in enumerate(pq.read_table(source).to_pylist(), 1):
        yield number, _texts(row)


def _texts(row: dict[str, object]) -> Cells:
    return {name: "" if value is None else str(value).strip() for name, value in row.items()}
