"""A batch of judged articles -> a part of the ledger that its one writer takes in, in whole or not at all.

A part is a set of Parquet tables, so that a worker in another process or on another machine can hand it back as bytes, or
leave it on a disk that both see.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from claims.ledger.flag_rows import flag_rows
from claims.ledger.migrate import create_tables
from claims.ledger.pack_records import content_key, pack_checked
from claims.ledger.rows import Row, article_row, evidence_rows, finding_rows, lack_rows
from claims.ledger.run import Run
from claims.records import CheckedArticle

TABLES = ("articles", "findings", "evidence", "lacks", "flags")
"""The tables that a part has rows of, beside ``results``."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of the ledger's tables as Parquet, by table, and what they hold."""

    tables: Mapping[str, bytes]
    articles: int
    flags: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """How an article is written in the JSON report, and the form of that."""

    render: Callable[[CheckedArticle], bytes]
    form: str


def make_part(run: Run, checked: Sequence[CheckedArticle], pieces: Pieces | None = None) -> Part:
    """The rows of a batch that the run judged."""
    rows = {
        "articles": (article_row(run.id, one) for one in checked),
        "findings": (row for one in checked for row in finding_rows(run.id, one)),
        "evidence": (row for one in checked for row in evidence_rows(run.id, one)),
        "lacks": (row for one in checked for row in lack_rows(run.id, one)),
        "flags": (row for one in checked for row in flag_rows(run.id, one)),
    }
    tables = {name: _bytes(table) for name in TABLES if (table := _table(name, rows[name])).num_rows}
    tables |= {"results": _bytes(_results(run, checked, pieces))} if checked else {}
    flags = sum(finding.is_flag for one in checked for finding in one.findings)
    return Part(tables, len(checked), flags)


def take_in(db: duckdb.DuckDBPyConnection, part: Part) -> None:
    """Add the rows of a part to the ledger, inside of the caller's transaction."""
    for name, packed in part.tables.items():
        db.register("part", pq.read_table(pa.BufferReader(packed)))
        kind = "INSERT OR REPLACE" if name == "results" else "INSERT"
        db.execute(f"{kind} INTO {name} BY NAME SELECT * FROM part")
        db.unregister("part")


def _table(name: str, rows: Iterable[Row]) -> pa.Table:
    return pa.Table.from_pylist(list(rows), schema=_schemas()[name])


@cache
def _schemas() -> Mapping[str, pa.Schema]:
    """The columns of the ledger's tables, as Arrow has them."""
    with duckdb.connect() as db:
        create_tables(db)
        return {name: db.table(name).to_arrow_table().schema for name in TABLES}


def _bytes(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _results(run: Run, checked: Sequence[CheckedArticle], pieces: Pieces | None) -> pa.Table:
    rendered = [pieces.render(one) if pieces else None for one in checked]
    return pa.table(
        {
            "content": pa.array([content_key(one.article) for one in checked], pa.string()),
            "versions": pa.array([run.versions] * len(checked), pa.string()),
            "run": pa.array([run.id] * len(checked), pa.string()),
            "checked": pa.array([pack_checked(one) for one in checked], pa.binary()),
            "piece": pa.array(rendered, pa.binary()),
            "piece_form": pa.array([pieces.form if pieces else None] * len(checked), pa.string()),
        }
    )
