"""Rows of the packs of people, offices, legislatures and elections, for their tests."""

import csv
from collections import Counter
from functools import cache

import pyarrow.parquet as pq

from claims.store.packs import packs_home

Row = dict[str, str]


@cache
def read_table(pack: str, table: str) -> tuple[Row, ...]:
    """A table of a pack, CSV or Parquet."""
    path = packs_home() / "packs" / pack / f"{table}.parquet"
    if path.exists():
        return tuple(pq.read_table(path).to_pylist())
    with path.with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def by_subject(pack: str) -> dict[str, list[Row]]:
    """The facts of a pack by subject."""
    found: dict[str, list[Row]] = {}
    for row in read_table(pack, "facts"):
        found.setdefault(row["subject"], []).append(row)
    return found


def facts(pack: str, subject: str, predicate: str) -> list[Row]:
    """The facts of a subject under a predicate."""
    return [row for row in by_subject(pack).get(subject, []) if row["predicate"] == predicate]


def duplicate_keys(pack: str) -> list[tuple[str, ...]]:
    """Keys that stand twice."""
    keys = ("subject", "predicate", "value", "valid_from")
    counts = Counter(tuple(row[key] for key in keys) for row in read_table(pack, "facts"))
    return [key for key, count in counts.items() if count > 1]


def bad_times(pack: str, latest: str) -> list[Row]:
    """Facts that end before they start, or lie after a date without being planned."""
    found = []
    for row in read_table(pack, "facts"):
        start, end = row["valid_from"], row["valid_to"]
        backwards = bool(start and end) and end < start[: len(end)]
        ahead = row["status"] not in ("scheduled", "cancelled") and max(start, end, row["as_of"]) > latest
        if backwards or ahead:
            found.append(row)
    return found
