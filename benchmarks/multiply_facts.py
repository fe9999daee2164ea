"""The real packs -> a folder of packs of any size: the same facts again about things with fresh names."""

import shutil
from pathlib import Path

import duckdb

from claims.store.packs import packs_home, read_pack
from claims.store.stage_packs import stage_packs

RECORD = """name = "{name}"
title = "The real facts again, about things of other names"
producer = "benchmarks/multiply_facts.py"
licence = "CC0-1.0"
accessed = 2026-11-25
rank = 9
"""

# Read once from the real packs. Where packs state the same fact one row is left, as in the store.
_BASE = """
    CREATE TABLE base_entities AS SELECT DISTINCT id, kind, name FROM stage_entities;
    CREATE TABLE base_aliases AS SELECT DISTINCT entity, alias, kind FROM stage_aliases;
    CREATE TABLE base_facts AS SELECT * EXCLUDE (pack, line) FROM stage_facts
        QUALIFY row_number() OVER (PARTITION BY subject, predicate, value, valid_from ORDER BY pack, line) = 1;
    DROP TABLE stage_entities; DROP TABLE stage_aliases; DROP TABLE stage_facts;
"""
# A copy's ids and last words carry its mark, so that no copy shares a name with another. No party is copied, so that
# the number of vectors stays what it is: what they cost grows with their number alone and is measured for itself.
_COPY = {
    "entities": "SELECT id || '-{mark}' AS id, kind, name || '{mark}' AS name FROM base_entities",
    "aliases": "SELECT entity || '-{mark}' AS entity, alias || '{mark}' AS alias, kind FROM base_aliases",
    "facts": """SELECT subject || '-{mark}' AS subject, predicate,
                    CASE WHEN value IN (SELECT id FROM base_entities) THEN value || '-{mark}' ELSE value END AS value,
                    valid_from, valid_to, as_of, status, note
                FROM base_facts WHERE predicate <> 'involves' AND hash(subject) % 10000 < {share}""",
}
# Less than the whole: some of the facts, with the things they are about and every series.
_PART = {
    "facts": "SELECT * FROM base_facts WHERE hash(subject) % 10000 < {share}",
    "entities": """SELECT * FROM base_entities WHERE kind = 'series' OR id IN (
                   SELECT unnest([subject, value]) FROM base_facts WHERE hash(subject) % 10000 < {share})""",
    "aliases": """SELECT * FROM base_aliases WHERE starts_with(entity, 'series/') OR entity IN (
                  SELECT unnest([subject, value]) FROM base_facts WHERE hash(subject) % 10000 < {share})""",
}


def multiply_facts(home: Path, facts: int) -> int:
    """Fill ``home`` with packs of about that many facts in all and give their exact number."""
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(packs_home() / "vocabulary", home / "vocabulary")
    with duckdb.connect() as db:
        stage_packs(db, [read_pack(folder) for folder in sorted((packs_home() / "packs").iterdir())])
        db.execute(_BASE)
        (base,) = db.execute("SELECT count(*) FROM base_facts").fetchone() or (0,)
        written = _write(db, home, "base", _PART, "", min(1.0, facts / base))
        _copy_series(home)
        copy = 0
        while facts - written > base / 100:
            copy += 1
            written += _write(
                db, home, f"copy-{copy:03}", _COPY, _mark(copy), min(1.0, (facts - written) / base)
            )
    return written


def _mark(number: int) -> str:
    """A number as letters that no name ends in: 1 -> ``qxb``."""
    return "qx" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _write(
    db: duckdb.DuckDBPyConnection, home: Path, name: str, queries: dict[str, str], mark: str, share: float
) -> int:
    folder = home / "packs" / name
    folder.mkdir(parents=True)
    for table, query in queries.items():
        chosen = query.format(mark=mark, share=round(share * 10000))
        db.execute(f"COPY ({chosen}) TO '{folder / table}.parquet' (FORMAT parquet, COMPRESSION zstd)")
    (folder / "pack.toml").write_text(RECORD.format(name=name), encoding="utf-8")
    (rows,) = db.execute(f"SELECT count(*) FROM '{folder}/facts.parquet'").fetchone() or (0,)
    return int(rows)


def _copy_series(home: Path) -> None:
    """The series that the real packs declare, in the base pack."""
    lines: list[str] = []
    header = ""
    for path in sorted((packs_home() / "packs").glob("*/series.csv")):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        lines += rows
    (home / "packs" / "base" / "series.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
