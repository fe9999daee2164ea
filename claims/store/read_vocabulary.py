"""A word list of ``data/vocabulary`` -> its rows, for readers that have no store at hand."""

import csv
from functools import lru_cache

from claims.errors import PackError
from claims.store.packs import packs_home


@lru_cache(maxsize=32)
def read_vocabulary(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/vocabulary/NAME.csv`` without the header line, read once a process.

    Raises PackError where the file is missing or a row has more or fewer cells than its header.
    """
    path = packs_home() / "vocabulary" / f"{name}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
    except (OSError, ValueError) as error:
        raise PackError(f"{path} cannot be read: {error}; reinstall, or check out data/ again") from error
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise PackError(f"{path}, line {number}: {len(row)} cells, its header has {len(header)}")
    return tuple(tuple(row) for row in rows)
