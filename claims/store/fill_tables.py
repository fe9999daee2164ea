"""Packs and vocabulary -> every table of an empty store but its vectors."""

from pathlib import Path

import duckdb
import pyarrow as pa

from claims.errors import PackError
from claims.store.fill_vocabulary import fill_vocabulary
from claims.store.knowledge import Knowledge
from claims.store.packs import Pack
from claims.store.stage_packs import stage_packs
from claims.values.names import name_key, tokenise


def fill_tables(db: duckdb.DuckDBPyConnection, packs: list[Pack], knowledge: Knowledge) -> None:
    """Make the tables and fill them, derived facts included.

    Raises PackError for a row that is not well formed, and where something is spoken of that no pack declares.
    """
    _run(db, "schema.sql")
    stage_packs(db, packs)
    _fill_sources(db, packs)
    _fill_entities(db)
    _fill_aliases(db)
    db.execute(_FACTS)
    fill_vocabulary(db, knowledge)
    _run(db, "derived.sql")
    _run(db, "derived_titles.sql")
    _check_references(db)


def _run(db: duckdb.DuckDBPyConnection, script: str) -> None:
    db.execute(Path(__file__).with_name(script).read_text(encoding="utf-8"))


def _fill_sources(db: duckdb.DuckDBPyConnection, packs: list[Pack]) -> None:
    for pack in packs:
        record = pack.record
        row = (
            pack.name,
            record.title,
            record.producer,
            record.url,
            record.licence,
            record.accessed,
            record.newest,
            record.rank,
        )
        db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def _fill_entities(db: duckdb.DuckDBPyConnection) -> None:
    clash = db.execute(
        """SELECT id, list(DISTINCT pack || ': ' || name || ' (' || kind || ')') FROM stage_entities
           GROUP BY id HAVING count(DISTINCT (kind, name)) > 1 ORDER BY id LIMIT 1"""
    ).fetchone()
    if clash:
        raise PackError(f"packs disagree on {clash[0]}: {'; '.join(sorted(clash[1]))}")
    db.execute("INSERT INTO entities SELECT DISTINCT id, kind, name FROM stage_entities ORDER BY ALL")


def _fill_aliases(db: duckdb.DuckDBPyConnection) -> None:
    """Every alias under its key; a name in ``entities`` is an alias by itself."""
    db.execute(
        """CREATE TEMP TABLE all_aliases AS
           SELECT DISTINCT alias, entity, kind FROM (
               SELECT name AS alias, entity, 'official' AS kind FROM entities
               UNION ALL SELECT alias, entity, kind FROM stage_aliases)"""
    )
    names = [row[0] for row in db.execute("SELECT DISTINCT alias FROM all_aliases ORDER BY ALL").fetchall()]
    db.register("keys", pa.table({"alias": names, "key": [name_key(name) for name in names]}))
    db.execute(
        """INSERT INTO aliases
           SELECT key, alias, entity, kind, coalesce(t.valid_from, ''), coalesce(t.valid_to, '')
           FROM all_aliases JOIN keys USING (alias) LEFT JOIN (
               SELECT alias, entity, max(valid_from) AS valid_from, max(valid_to) AS valid_to
               FROM stage_name_times GROUP BY alias, entity) t USING (alias, entity)
           WHERE key <> '' ORDER BY ALL"""
    )
    db.unregister("keys")
    db.execute(
        r"""INSERT INTO lower_starts SELECT DISTINCT split_part(key, ' ', 1) FROM aliases
            WHERE regexp_matches(alias, '^[^\p{L}\p{N}]*\p{Ll}') ORDER BY ALL"""
    )
    small = {token.key for name in names for token in tokenise(name)[1:] if not token.capital}
    db.register("small", pa.table({"key": sorted(small)}))
    db.execute("INSERT INTO lower_words SELECT key FROM small ORDER BY ALL")
    db.unregister("small")


# A fact's id stays the same while the fact does. Where two packs state the same fact the better ranked speaks.
_FACTS = """
    INSERT INTO facts
    SELECT subject || ':' || predicate || CASE WHEN value = '' THEN '' ELSE ':' || value END
           || CASE WHEN valid_from = '' THEN '' ELSE '@' || valid_from END AS fact,
           subject, predicate, value, valid_from, valid_to, as_of, status, note, pack
    FROM stage_facts JOIN sources ON pack = source
    QUALIFY row_number() OVER (PARTITION BY subject, predicate, value, valid_from ORDER BY rank, pack, line) = 1
    ORDER BY fact
"""


_REFERENCES = {
    "a name's time": "SELECT entity, alias FROM stage_name_times ANTI JOIN aliases USING (entity, alias)",
    "an alias": "SELECT entity, alias FROM aliases ANTI JOIN entities USING (entity)",
    "a fact's subject": "SELECT subject, predicate FROM facts ANTI JOIN entities ON subject = entity",
    "a fact's predicate": "SELECT predicate, subject FROM facts ANTI JOIN predicates USING (predicate)",
    "a fact's value": """SELECT value, fact FROM facts JOIN predicates USING (predicate)
                         ANTI JOIN entities ON value = entity WHERE value_kind = 'entity'""",
    "a series": "SELECT series, family FROM series ANTI JOIN entities ON series = entity",
}


def _check_references(db: duckdb.DuckDBPyConnection) -> None:
    for what, query in _REFERENCES.items():
        row = db.execute(f"{query} ORDER BY ALL LIMIT 1").fetchone()
        if row:
            raise PackError(f"{what} speaks of {row[0]!r} ({row[1]}), which no pack declares")
