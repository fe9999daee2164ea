"""Names -> the entities of a store that have them, many names at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from claims.errors import StoreError
from claims.store.text_list import TEXTS, text_list

NAMES = ("official", "short", "former", "variant", "acronym")
"""Kinds of alias that name an entity by themselves; a surname or a demonym does not."""


@dataclass(frozen=True, slots=True)
class Namesake:
    """An entity that has a name. ``official`` where it is its own; ``born`` is a person's, or ""."""

    entity: str
    official: bool
    born: str


@dataclass(frozen=True, slots=True)
class Known:
    """What a store knows of some names and ids."""

    namesakes: dict[tuple[str, str], tuple[Namesake, ...]]
    """By kind and name key."""
    names: dict[str, str]
    """By entity, of the ids asked for and of all namesakes."""


def find_entities(store: Path, keys: Iterable[tuple[str, str]], ids: Iterable[str]) -> Known:
    """The bearers of each (kind, name key), and the names of the ids that exist. Raises StoreError."""
    pairs, wanted = sorted(set(keys)), sorted(set(ids))
    try:
        with duckdb.connect(store, read_only=True) as db:
            db.register(
                "wanted", pa.table({"kind": [k for k, _ in pairs], "key": [n for _, n in pairs]}, _PAIRS)
            )
            rows = db.execute(_NAMESAKES, [text_list(NAMES)]).fetchall()
            db.register("ids", pa.table({"id": [*wanted, *(row[2] for row in rows)]}, _IDS))
            names = db.execute(
                "SELECT DISTINCT entity, name FROM entities SEMI JOIN ids ON id = entity"
            ).fetchall()
    except duckdb.Error as error:
        raise StoreError(f"{store} cannot be asked: {str(error).splitlines()[0]}") from error
    found: dict[tuple[str, str], list[Namesake]] = defaultdict(list)
    for kind, key, entity, official, born in rows:
        found[kind, key].append(Namesake(entity, official, born))
    return Known({pair: tuple(bearers) for pair, bearers in found.items()}, dict(names))


_PAIRS = pa.schema([("kind", pa.string()), ("key", pa.string())])
_IDS = pa.schema([("id", pa.string())])
_NAMESAKES = f"""
    SELECT wanted.kind, wanted.key, e.entity, bool_or(a.kind = 'official' AND a.alias = e.name), coalesce(min(f.valid_from), '')
    FROM wanted JOIN aliases a USING (key) JOIN entities e ON e.entity = a.entity AND e.kind = wanted.kind
    LEFT JOIN facts f ON f.subject = e.entity AND f.predicate = 'born'
    WHERE a.kind IN {TEXTS.format("?")} GROUP BY ALL ORDER BY ALL
"""
