"""Rows -> a table, many at once."""

from collections.abc import Iterable
from json import dumps

import duckdb

from claims.ledger.rows import Row


def insert_rows(db: duckdb.DuckDBPyConnection, table: str, rows: Iterable[Row]) -> None:
    """Add rows, given by column name, to a table of the ledger.

    They travel as one JSON text: DuckDB 1.5 takes about 0.3 ms to bind each value of ``executemany`` where
    pandas is not installed, which made 30 s of 10,000 rows; this way they take 0.9 s.
    """
    batch = list(rows)
    if batch:
        db.execute(
            f"INSERT INTO {table} BY NAME SELECT unnest(from_json_strict($rows, $shape), max_depth := 2)",
            {"rows": dumps(batch, default=str), "shape": _shape(db, table)},
        )


def _shape(db: duckdb.DuckDBPyConnection, table: str) -> str:
    """The table's columns as ``from_json`` wants them; nested ones stay JSON, which the INSERT casts."""
    columns = db.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?", [table]
    ).fetchall()
    return dumps([{name: "JSON" if kind.endswith("[]") else kind for name, kind in columns}])
