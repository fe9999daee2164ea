"""Packs -> ``facts.duckdb``: everything is read and checked first, then one file appears, whole."""

import os
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from platformdirs import user_cache_path

from claims.errors import PackError, StoreError
from claims.store.encoder import Encoder
from claims.store.packs import WORD_LISTS, Pack, content_hash, packs_home, read_packs, read_vocabulary
from claims.values.names import name_key

SCHEMA_VERSION = "1"
EVENT_KINDS = ("edition", "event")
Rows = Sequence[tuple[object, ...]]


def store_version(home: Path, encoder_name: str) -> str:
    """What a store built now would be: packs, schema and encoder in one string."""
    return f"{content_hash(home)}-s{SCHEMA_VERSION}-{encoder_name}"


def default_path(home: Path, encoder_name: str) -> Path:
    """Where the store of these packs is kept: the user's cache, one file a version."""
    safe = "".join(c if c.isalnum() or c in "-." else "-" for c in store_version(home, encoder_name))
    return user_cache_path("fact-claims") / f"facts-{safe}.duckdb"


def ensure_store(encoder: Encoder, path: Path | None = None, home: Path | None = None) -> Path:
    """The file of an up-to-date store, built when it is missing or its packs have changed.

    A ``path`` that exists is taken as it is. Raises PackError or StoreError.
    """
    home = home or packs_home()
    path = path or default_path(home, encoder.name)
    return path if path.exists() else build_store(encoder, path, home)


def build_store(encoder: Encoder, path: Path, home: Path | None = None) -> Path:
    """Build the store and put it in place of ``path``; readers of the old file keep theirs.

    Raises PackError where a pack is not well formed, StoreError where the file cannot be written.
    """
    home = home or packs_home()
    packs = read_packs(home)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft) as db:
            _fill(db, packs, home)
            _check_references(db)
            _embed(db, encoder)
            _insert(
                db,
                "meta",
                [
                    ("version", store_version(home, encoder.name)),
                    ("schema", SCHEMA_VERSION),
                    ("encoder", encoder.name),
                ],
            )
        draft.replace(path)
    except (OSError, duckdb.IOException) as error:
        raise StoreError(
            f"the fact store {path} could not be written: {error}; give another place with --facts PATH"
        ) from error
    finally:
        with suppress(OSError):
            draft.unlink()
    return path


def _insert(db: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Take rows in through Arrow, some hundred times faster than row by row."""
    if rows:
        columns = {f"c{i}": list(column) for i, column in enumerate(zip(*rows, strict=True))}
        db.register("rows", pa.table(columns))
        db.execute(f"INSERT INTO {table} SELECT * FROM rows")
        db.unregister("rows")


def _fill(db: duckdb.DuckDBPyConnection, packs: list[Pack], home: Path) -> None:
    db.execute((Path(__file__).with_name("schema.sql")).read_text(encoding="utf-8"))
    db.begin()
    _insert(db, "sources", [(pack.name, *pack.record) for pack in packs])
    entities = _entities(packs)
    _insert(db, "entities", entities)
    _insert(db, "aliases", _aliases(packs, entities))
    _insert(db, "facts", _facts(packs))
    _insert(db, "predicates", [_typed_predicate(row) for row in read_vocabulary(home, "predicates")])
    _insert(db, "series", [_typed_series(row) for row in read_vocabulary(home, "series")])
    for name in WORD_LISTS:
        _insert(db, "wordings", [(name, *row) for row in read_vocabulary(home, name)])
    db.commit()


def _entities(packs: list[Pack]) -> list[tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        for row in pack.entities:
            other = known.setdefault(row[0], row)
            if other != row:
                raise PackError(f"packs disagree on {row[0]}: {other[1:]} and, in {pack.name}, {row[1:]}")
    return sorted(known.values())


def _aliases(packs: list[Pack], entities: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    rows = {(name_key(name), name, entity, "official") for entity, _kind, name in entities}
    rows |= {(name_key(alias), alias, entity, kind) for pack in packs for entity, alias, kind in pack.aliases}
    return sorted(row for row in rows if row[0])


def fact_id(subject: str, predicate: str, value: str, valid_from: str) -> str:
    """A readable id that stays the same while the fact does."""
    return (
        f"{subject}:{predicate}" + (f":{value}" if value else "") + (f"@{valid_from}" if valid_from else "")
    )


def _facts(packs: list[Pack]) -> list[tuple[str, ...]]:
    rows = []
    for pack in packs:
        for subject, predicate, value, valid_from, *rest in pack.facts:
            key = fact_id(subject, predicate, value, valid_from)
            rows.append((key, subject, predicate, value, valid_from, *rest, pack.name))
    return sorted(rows)


def _typed_predicate(row: tuple[str, ...]) -> tuple[object, ...]:
    predicate, shape, subject_kind, value_kind, single, temporal, policy, template = row
    return (predicate, shape, subject_kind, value_kind, single == "true", temporal, policy, template)


def _typed_series(row: tuple[str, ...]) -> tuple[object, ...]:
    series, family, first, last, *rest = row
    return (series, family, int(first) if first else None, int(last) if last else None, *rest)


_REFERENCES = {
    "an alias": "SELECT entity, alias FROM aliases ANTI JOIN entities USING (entity)",
    "a fact's subject": "SELECT subject, predicate FROM facts ANTI JOIN entities ON subject = entity",
    "a fact's predicate": "SELECT predicate, subject FROM facts ANTI JOIN predicates USING (predicate)",
    "a fact's value": """SELECT value, fact FROM facts JOIN predicates USING (predicate)
                         ANTI JOIN entities ON value = entity WHERE value_kind = 'entity'""",
    "a series": "SELECT series, family FROM series ANTI JOIN entities ON series = entity",
}


def _check_references(db: duckdb.DuckDBPyConnection) -> None:
    for what, query in _REFERENCES.items():
        row = db.execute(f"{query} LIMIT 1").fetchone()
        if row:
            raise PackError(f"{what} speaks of {row[0]!r} ({row[1]}), which no pack declares")


def _event_texts(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Event-like entities with the text that is embedded for them: name, then place and country."""
    return db.execute(
        """SELECT e.entity, e.name || coalesce(' (' || string_agg(p.name, ', ' ORDER BY f.predicate) || ')', '')
           FROM entities e
           LEFT JOIN facts f ON f.subject = e.entity AND f.predicate IN ('located_in', 'located_in_country')
           LEFT JOIN entities p ON p.entity = f.value
           WHERE e.kind IN ('edition', 'event') GROUP BY e.entity, e.name ORDER BY e.entity"""
    ).fetchall()


def _embed(db: duckdb.DuckDBPyConnection, encoder: Encoder) -> None:
    phrasings = db.execute(
        "SELECT meaning, wording FROM wordings WHERE list = 'phrasings' ORDER BY ALL"
    ).fetchall()
    _store_vectors(db, encoder.encode, "event", _event_texts(db))
    _store_vectors(db, encoder.encode, "phrasing", phrasings)


def _store_vectors(
    db: duckdb.DuckDBPyConnection,
    encode: Callable[[Sequence[str]], NDArray[np.float32]],
    kind: str,
    texts: Iterable[tuple[str, str]],
) -> None:
    rows = list(texts)
    vectors: Iterable[NDArray[np.float32]] = encode([text for _subject, text in rows]) if rows else ()
    _insert(db, "vectors", [(s, kind, t, v.tolist()) for (s, t), v in zip(rows, vectors, strict=True)])
