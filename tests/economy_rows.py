"""The rows of a pack, as dictionaries, for tests of the data."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq

PACKS = Path(__file__).parents[1] / "data" / "packs"


def pack_rows(pack: str, table: str) -> Iterator[dict[str, str]]:
    path = PACKS / pack / f"{table}.csv"
    large = path.with_suffix(".parquet")
    if large.exists():
        yield from pq.read_table(large).to_pylist()
    elif path.exists():
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)


def figures(pack: str, predicate: str) -> dict[tuple[str, str], list[float]]:
    """Values by the country's slug and the year."""
    found: dict[tuple[str, str], list[float]] = {}
    for row in pack_rows(pack, "facts"):
        if row["predicate"] == predicate:
            key = (row["subject"].split("/")[1], row["valid_from"])
            found.setdefault(key, []).append(float(row["value"]))
    return found
