"""Findings -> JSON Lines, CSV and Parquet: one record a flag."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from claims.report.encodable import encodable
from claims.report.flatten import COLUMNS

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell may not begin with: a spreadsheet would take it for something to work out."""

BATCH = 1000
"""Records that are in memory at once."""

_FACT = pa.struct([(name, pa.string()) for name in ("id", "text", "source", "as_of")])
_TYPES = {
    "finding": pa.int32(), "start": pa.int32(), "end": pa.int32(), "confidence": pa.float64(),
    "repairs": pa.list_(pa.string()), "facts": pa.list_(_FACT),
}  # fmt: skip
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in COLUMNS])
"""The columns of the Parquet file."""

Records = Iterable[Mapping[str, Any]]


def as_json_lines(records: Records) -> Iterator[str]:
    """A line of JSON for each record, in ASCII."""
    for record in records:
        yield json.dumps(encodable(dict(record))) + "\n"


def as_csv(records: Records) -> Iterator[str]:
    """A header and a row for each record (RFC 4180, UTF-8); lists are joined, and no cell is a formula."""
    yield _row(COLUMNS)
    for record in records:
        yield _row(_cell(record[name]) for name in COLUMNS)


def write_parquet(records: Records, path: Path) -> None:
    """A Parquet file with the columns of ``SCHEMA``. Raises OSError."""
    with pq.ParquetWriter(path, SCHEMA) as writer:
        waiting = iter(records)
        while batch := list(islice(waiting, BATCH)):
            rows = [encodable(dict(record)) for record in batch]
            writer.write_table(pa.Table.from_pylist(rows, schema=SCHEMA))


def _row(cells: Iterable[str]) -> str:
    line = StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return _cell(" | ".join(map(_part, value)))
    text = str(value).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def _part(value: object) -> str:
    if not isinstance(value, dict):
        return str(value)
    as_of = f", as of {value['as_of']}" if value["as_of"] else ""
    return f"{value['text']} [{value['source']}{as_of}]"
