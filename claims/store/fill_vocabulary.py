"""The vocabulary's CSV files, and the series of packs -> their tables."""

import csv
from itertools import chain
from pathlib import Path

import duckdb

from claims.errors import PackError
from claims.store.insert_rows import insert_rows
from claims.store.knowledge import Knowledge
from claims.store.packs import VOCABULARY, WORD_LISTS
from claims.values.names import name_key

OPTIONAL = frozenset(("context",))
"""Columns that a vocabulary table may leave out; they are empty then."""


def fill_vocabulary(db: duckdb.DuckDBPyConnection, knowledge: Knowledge) -> None:
    """Fill predicates, phrasings, series, name contexts, lists and wordings. Raises PackError for a bad header."""
    insert_rows(db, "predicates", [_typed_predicate(row) for row in _vocabulary(knowledge, "predicates")])
    insert_rows(db, "phrasings", _vocabulary(knowledge, "phrasings"))
    insert_rows(db, "series", [_typed_series(row) for row in _series(knowledge)])
    contexts = [(name_key(name), *rest) for name, *rest in _vocabulary(knowledge, "name_contexts")]
    insert_rows(db, "name_contexts", contexts)
    insert_rows(db, "lists", [_typed_list(row) for row in _vocabulary(knowledge, "lists")])
    insert_rows(
        db, "title_series", [_typed_title_series(row) for row in _vocabulary(knowledge, "title_series")]
    )
    insert_rows(db, "title_heirs", _vocabulary(knowledge, "title_heirs"))
    lists = ([(name, *row) for row in _vocabulary(knowledge, name)] for name in WORD_LISTS)
    insert_rows(db, "wordings", list(chain.from_iterable(lists)))


def _series(knowledge: Knowledge) -> list[tuple[str, ...]]:
    """The series of the vocabulary and of every pack."""
    rows = _vocabulary(knowledge, "series")
    for path in (folder / "series.csv" for folder in knowledge.folders):
        rows += _table(path, VOCABULARY["series"]) if path.exists() else []
    return rows


def _vocabulary(knowledge: Knowledge, name: str) -> list[tuple[str, ...]]:
    """The rows of one vocabulary table, as tuples in the order of ``VOCABULARY``."""
    return _table(knowledge.vocabulary / f"{name}.csv", VOCABULARY[name])


def _table(path: Path, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        given = {*(reader.fieldnames or ()), *OPTIONAL}
        missing = [column for column in columns if column not in given]
        if missing:
            raise PackError(f"{path}: no column {', '.join(missing)} in its header line")
        return [tuple(row.get(column) or "" for column in columns) for row in reader]


def _typed_predicate(row: tuple[str, ...]) -> tuple[object, ...]:
    predicate, shape, subject_kind, value_kind, single, *rest = row
    return (predicate, shape, subject_kind, value_kind, single == "true", *rest)


def _typed_series(row: tuple[str, ...]) -> tuple[object, ...]:
    series, family, first, last, *rest = row
    return (series, family, int(first) if first else None, int(last) if last else None, *rest)


def _typed_title_series(row: tuple[str, ...]) -> tuple[object, ...]:
    series, newcomers, refutes = row
    return (series, int(newcomers) if newcomers else None, refutes == "true")


def _typed_list(row: tuple[str, ...]) -> tuple[object, ...]:
    predicate, of, first, last = row
    return (predicate, of, int(first), int(last) if last else None)
