"""Rows of a pack as the tests of packs want them: by table, whatever the file's form."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from claims.store.packs import packs_home
from claims.values.dates import parse_partial

PACKS = packs_home() / "packs"
Row = dict[str, str]
LAST_DAY = date(2026, 11, 25)


def read_table(pack: str, table: str) -> list[Row]:
    path: Path = PACKS / pack / f"{table}.csv"
    if path.with_suffix(".parquet").exists():
        return pq.read_table(path.with_suffix(".parquet")).to_pylist()
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(pack: str, subject: str, predicate: str, status: str = "") -> set[str]:
    return {
        row["value"]
        for row in read_table(pack, "facts")
        if (row["subject"], row["predicate"], row["status"]) == (subject, predicate, status)
    }


def times(pack: str, subject: str, predicate: str) -> set[tuple[str, str]]:
    return {
        (row["valid_from"], row["valid_to"])
        for row in read_table(pack, "facts")
        if (row["subject"], row["predicate"]) == (subject, predicate)
    }


def series_years(pack: str) -> dict[str, set[int]]:
    """The years of the editions of each series."""
    rows = read_table(pack, "facts")
    years = {row["subject"]: int(row["value"]) for row in rows if row["predicate"] == "edition_year"}
    found: dict[str, set[int]] = {}
    for row in rows:
        if row["predicate"] == "edition_of":
            found.setdefault(row["value"], set()).add(years[row["subject"]])
    return found


def find_gaps(pack: str) -> dict[str, list[int]]:
    """The years for which a series is called complete and has no edition."""
    years = series_years(pack)
    return {
        row["series"]: missing
        for row in read_table(pack, "series")
        if row["complete_from"]
        and (
            missing := sorted(
                set(range(int(row["complete_from"]), int(row["complete_to"]) + 1)) - years[row["series"]]
            )
        )
    }


def find_bad_times(pack: str) -> list[Row]:
    """Facts that end before they start, or lie ahead without being scheduled."""
    return [row for row in read_table(pack, "facts") if not _is_plausible(row)]


def _is_plausible(row: Row) -> bool:
    first, last = (parse_partial(row[c]) if row[c] else None for c in ("valid_from", "valid_to"))
    if first and last and last.end < first.start:
        return False
    ahead = any(one and one.start > LAST_DAY for one in (first, last))
    return not ahead or row["status"] == "scheduled"


def find_duplicates(pack: str) -> list[tuple[str, ...]]:
    keys = [
        (row["subject"], row["predicate"], row["value"], row["valid_from"])
        for row in read_table(pack, "facts")
    ]
    return [key for key, count in Counter(keys).items() if count > 1]
