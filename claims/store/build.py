"""Packs -> ``facts.duckdb``: everything is read and checked first, then one file appears, whole."""

import csv
import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from platformdirs import user_cache_path

from claims.errors import PackError, StoreError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.store.encoder import Encoder
from claims.store.examine import connect_store, is_lookup, is_store
from claims.store.lookup import lookup_folder, write_lookup
from claims.store.packs import (
    VOCABULARY,
    WORD_LISTS,
    Pack,
    added_packs,
    content_hash,
    pack_folders,
    packs_home,
    read_pack,
)
from claims.store.stage_packs import stage_packs
from claims.values.names import name_key

SCHEMA_VERSION = "7"
OPTIONAL = frozenset(("context",))
"""Columns that a vocabulary table may leave out; they are empty then."""
Rows = Sequence[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a store is built from: the packs' folders and the vocabulary."""

    folders: tuple[Path, ...]
    vocabulary: Path

    @classmethod
    def of(cls, home: Path | None = None) -> "Knowledge":
        """The packs under ``home`` alone, or those that ship with the program and those a user added."""
        place = home or packs_home()
        return cls(tuple(pack_folders(place, None if home else added_packs())), place / "vocabulary")

    def version(self, encoder_name: str) -> str:
        """What a store built now would be: packs, schema and encoder in one string."""
        return f"{content_hash(self.folders, self.vocabulary)}-s{SCHEMA_VERSION}-{encoder_name}"


def default_path(knowledge: Knowledge, encoder_name: str) -> Path:
    """Where the store of these packs is kept: the user's cache, one file a version."""
    version = knowledge.version(encoder_name)
    safe = "".join(c if c.isalnum() or c in "-." else "-" for c in version)
    return user_cache_path("fact-claims") / f"facts-{safe}.duckdb"


def _say_nothing(_line: str) -> None:
    """Where nobody listens."""


def ensure_store(
    encoder: Encoder,
    path: Path | None = None,
    home: Path | None = None,
    tell: Callable[[str], None] = _say_nothing,
) -> Path:
    """The file of an up-to-date store, built when it is missing or its packs have changed.

    A ``path`` that exists is taken as it is; the store in the cache is built again where it is damaged.
    ``tell`` is given a line before anything is built. Raises PackError or StoreError.
    """
    place = path or default_path(Knowledge.of(home), encoder.name)
    if not place.exists():
        tell(f"building the fact store {place}; this is done once")
    elif path is not None:
        return place
    else:
        try:
            connect_store(place, SCHEMA_VERSION).close()
            return place
        except StoreError:
            tell(f"the fact store {place} cannot be read; it is built again, which is done once")
    return build_store(encoder, place, home)


def build_store(encoder: Encoder, path: Path, home: Path | None = None) -> Path:
    """Build the store and put it in place of ``path``; readers of the old file keep theirs.

    A file that is no fact store is never replaced, other than in the program's own cache. Raises PackError
    where a pack is not well formed, StoreError where the file is something else or cannot be written.
    """
    knowledge = Knowledge.of(home)
    _refuse_foreign(path, default_path(knowledge, encoder.name))
    packs = [read_pack(folder) for folder in knowledge.folders]
    version = knowledge.version(encoder.name)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft) as db:
            _fill(db, packs, knowledge)
            _check_references(db)
            _embed(db, encoder)
            _insert(db, "meta", [("version", version), ("schema", SCHEMA_VERSION), ("encoder", encoder.name)])
            write_lookup(db, lookup_folder(draft), version)
        _publish(draft, path)
    except (OSError, duckdb.Error) as error:
        raise _unwritten(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink()
        shutil.rmtree(lookup_folder(draft), ignore_errors=True)
    return path


def _refuse_foreign(path: Path, own: Path) -> None:
    """Raises StoreError where something lies at the path that this program did not make."""
    if path != own and path.exists() and not is_store(path):
        raise StoreError(
            f"{path} exists and is no fact store that can be read; it is left as it is: "
            "move it away, or give another path with --facts"
        )
    if not is_lookup(lookup_folder(path)):
        raise StoreError(
            f"{lookup_folder(path)} holds other files, and the store's look-ups would go there; "
            "give another path with --facts"
        )


def _unwritten(path: Path, error: Exception) -> StoreError:
    elsewhere = "give another place with --facts PATH"
    if is_disk_full(error):
        return StoreError(f"{NO_SPACE} for the fact store {path}; make room, or {elsewhere}")
    return StoreError(f"the fact store {path} could not be written: {error}; {elsewhere}")


def _publish(draft: Path, path: Path) -> None:
    """Put both parts in place; a reader that comes between makes its look-ups again by their version."""
    shutil.rmtree(lookup_folder(path), ignore_errors=True)
    lookup_folder(draft).rename(lookup_folder(path))
    draft.replace(path)


def _insert(db: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Take rows in through Arrow, some hundred times faster than row by row."""
    if rows:
        columns = {f"c{i}": list(column) for i, column in enumerate(zip(*rows, strict=True))}
        db.register("rows", pa.table(columns))
        db.execute(f"INSERT INTO {table} SELECT * FROM rows")
        db.unregister("rows")


def _fill(db: duckdb.DuckDBPyConnection, packs: list[Pack], knowledge: Knowledge) -> None:
    db.execute(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
    stage_packs(db, packs)
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
    _fill_entities(db)
    _fill_aliases(db)
    db.execute(_FACTS)
    _insert(db, "predicates", [_typed_predicate(row) for row in _vocabulary(knowledge, "predicates")])
    _insert(db, "phrasings", _vocabulary(knowledge, "phrasings"))
    _insert(db, "series", [_typed_series(row) for row in _series(knowledge)])
    contexts = [(name_key(name), *rest) for name, *rest in _vocabulary(knowledge, "name_contexts")]
    _insert(db, "name_contexts", contexts)
    _insert(db, "lists", [_typed_list(row) for row in _vocabulary(knowledge, "lists")])
    db.execute(Path(__file__).with_name("derived.sql").read_text(encoding="utf-8"))
    _insert(
        db,
        "wordings",
        list(
            chain.from_iterable([(name, *row) for row in _vocabulary(knowledge, name)] for name in WORD_LISTS)
        ),
    )


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
        """INSERT INTO aliases SELECT key, alias, entity, kind FROM all_aliases JOIN keys USING (alias)
           WHERE key <> '' ORDER BY ALL"""
    )
    db.unregister("keys")
    db.execute(
        r"""INSERT INTO lower_starts SELECT DISTINCT split_part(key, ' ', 1) FROM aliases
            WHERE regexp_matches(alias, '^[^\p{L}\p{N}]*\p{Ll}') ORDER BY ALL"""
    )


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


def _typed_list(row: tuple[str, ...]) -> tuple[object, ...]:
    predicate, of, first, last = row
    return (predicate, of, int(first), int(last) if last else None)


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
        row = db.execute(f"{query} ORDER BY ALL LIMIT 1").fetchone()
        if row:
            raise PackError(f"{what} speaks of {row[0]!r} ({row[1]}), which no pack declares")


def _event_texts(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """The events that may be described, with the text that is embedded: name, then place and country.

    Those are the events in which the store knows a party; anything else is found by its name.
    """
    return db.execute(
        """SELECT e.entity, e.name || coalesce(' (' || string_agg(p.name, ', ' ORDER BY f.predicate, p.name) || ')', '')
           FROM entities e
           SEMI JOIN (SELECT subject FROM facts WHERE predicate = 'involves') i ON i.subject = e.entity
           LEFT JOIN facts f ON f.subject = e.entity AND f.predicate IN ('located_in', 'located_in_country')
           LEFT JOIN entities p ON p.entity = f.value
           WHERE e.kind = 'event' GROUP BY e.entity, e.name ORDER BY e.entity"""
    ).fetchall()


def _embed(db: duckdb.DuckDBPyConnection, encoder: Encoder) -> None:
    phrasings = db.execute("SELECT predicate, phrase FROM phrasings ORDER BY ALL").fetchall()
    for kind, rows in (("event", _event_texts(db)), ("phrasing", phrasings)):
        texts = [text for _subject, text in rows]
        vectors: Iterable[NDArray[np.float32]] = encoder.encode(texts) if texts else ()
        _insert(db, "vectors", [(s, kind, t, v.tolist()) for (s, t), v in zip(rows, vectors, strict=True)])
