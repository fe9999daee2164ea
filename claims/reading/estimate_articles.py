"""Paths -> about how many articles they hold, without reading them; for a progress bar, and nothing else."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from claims.reading.find_address import find_address
from claims.reading.find_inputs import find_inputs
from claims.reading.find_kind import PACKED
from claims.records import ReadFailure

SAMPLE = 1 << 24
"""Bytes of a file whose lines are counted; beyond it they are taken to be as long."""
LINES = frozenset((".jsonl", ".ndjson", ".json", ".csv", ".tsv"))
MANY = frozenset((".zip", ".warc", ".wet"))
"""What may hold any number of articles, which only reading tells."""


def estimate_articles(paths: Sequence[Path | str]) -> int | None:
    """About how many; None where any of the paths is an address, a stream, packed, or an archive."""
    total = 0
    for path in paths:
        if str(path) == "-" or (isinstance(path, str) and find_address(path) is not None):
            return None
        for found in find_inputs([path]):
            count = 1 if isinstance(found, ReadFailure) else _count(found)
            if count is None:
                return None
            total += count
    return total


def _count(path: Path) -> int | None:
    suffix = path.suffix.casefold()
    if suffix in MANY or (suffix == PACKED and Path(path.stem).suffix.casefold() in LINES | MANY):
        return None
    try:
        if suffix == ".parquet":
            return int(pq.read_metadata(path).num_rows)
        return _lines(path) if suffix in LINES else 1
    except (OSError, pa.ArrowException):
        return 1


def _lines(path: Path) -> int:
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    lines = sample.count(b"\n") + (not sample.endswith(b"\n"))
    size = path.stat().st_size
    return lines if size <= SAMPLE else round(lines * size / SAMPLE)
