"""A ledger of an older program -> one of this program, with everything that is in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb

from claims.ledger.flag_rows import flag_rows
from claims.ledger.insert import insert_rows
from claims.ledger.pack_records import unpack_checked
from claims.ledger.rows import Row

SCHEMA_VERSION = "4"
_SCRIPTS = ("schema.sql", "decisions.sql", "coverage.sql")

_WITH_FLAGS = """
SELECT DISTINCT s.run, s.content, s.versions FROM articles a
JOIN findings f ON f.run = a.judged_in AND f.article = a.article AND f.verdict IN ('mismatch', 'outdated')
JOIN results s ON s.content = a.content AND s.run = a.judged_in ORDER BY ALL
"""


def create_tables(db: duckdb.DuckDBPyConnection) -> None:
    """The tables and views of a ledger of today."""
    for name in _SCRIPTS:
        db.execute(_script(name))


def migrate(db: duckdb.DuckDBPyConnection, schema: str | None) -> bool:
    """Bring a ledger of an older schema up to date, in one transaction; False where nothing is known of that schema."""
    if schema not in _STEPS:
        return False
    db.begin()
    while schema in _STEPS:
        schema, step = _STEPS[schema]
        step(db)
    db.execute("UPDATE meta SET value = ? WHERE key = 'schema'", [SCHEMA_VERSION])
    db.commit()
    return True


def _add_decisions(db: duckdb.DuckDBPyConnection) -> None:
    """From 2 to 3: decisions, and what the flags that are known already are known by."""
    db.execute(_script("decisions.sql"))
    places = db.execute(_WITH_FLAGS).fetchall()
    insert_rows(db, "flags", (row for place in places for row in _flags(db, *place)))


def _flags(db: duckdb.DuckDBPyConnection, run: str, content: str, versions: str) -> Iterator[Row]:
    found = db.execute(
        "SELECT checked FROM results WHERE content = ? AND versions = ?", [content, versions]
    ).fetchone()
    assert found is not None
    return flag_rows(run, unpack_checked(found[0]))


def _script(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _add_coverage(db: duckdb.DuckDBPyConnection) -> None:
    """From 3 to 4: coverage, what was lacking, and pieces of the JSON report. Of what is there already it is not known."""
    for statement in _COVERAGE:
        db.execute(statement)
    _renew_views(db)
    db.execute(_script("coverage.sql"))


def _renew_views(db: duckdb.DuckDBPyConnection) -> None:
    """A view of all columns of a table knows those that the table had when it was made."""
    for (made,) in db.execute(
        "SELECT sql FROM duckdb_views() WHERE NOT internal ORDER BY view_oid"
    ).fetchall():
        db.execute(made.replace("CREATE VIEW", "CREATE OR REPLACE VIEW", 1))


_COVERAGE = (
    "ALTER TABLE articles ADD COLUMN worth_checking INTEGER",
    "ALTER TABLE articles ADD COLUMN worths FLOAT[] DEFAULT []",
    "ALTER TABLE findings ADD COLUMN subject VARCHAR",
    "ALTER TABLE results ADD COLUMN piece BLOB",
    "ALTER TABLE results ADD COLUMN piece_form VARCHAR",
)
_STEPS: dict[str | None, tuple[str, Callable[[duckdb.DuckDBPyConnection], None]]] = {
    "2": ("3", _add_decisions),
    "3": ("4", _add_coverage),
}
"""What leads from each older schema to the next one."""
