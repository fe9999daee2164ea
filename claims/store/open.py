"""The fact store, opened for reading: names, entities, facts and the vocabulary."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir
from types import TracebackType
from typing import Self

import duckdb
import numpy as np
from numpy.typing import NDArray

from claims.errors import StoreError
from claims.records import Fact, Interval, Precision
from claims.store.build import SCHEMA_VERSION
from claims.store.check_facts import Doubt, check_facts
from claims.store.examine import connect_store, is_lookup, read_meta
from claims.store.lookup import TABLES, Lookup, ValueLookup, is_current, lookup_folder, write_lookup
from claims.store.names import NameIndex
from claims.store.predicates import Predicate
from claims.store.series import Edition, Series
from claims.store.sources import Source, read_sources
from claims.store.templates import write_fact
from claims.values.dates import parse_partial
from claims.values.names import name_key

_COARSENESS = {precision: rank for rank, precision in enumerate(Precision)}
CACHED_LOOKUPS = 100_000
"""Answers kept in memory, per kind of look-up; some 50 MB at most."""


def _interval(valid_from: str, valid_to: str) -> Interval | None:
    """The days a fact holds; an end that is not written is open."""
    if not valid_from and not valid_to:
        return None
    first = parse_partial(valid_from) if valid_from else None
    last = parse_partial(valid_to) if valid_to else None
    precision = max((i.precision for i in (first, last) if i), key=_COARSENESS.__getitem__)
    return Interval(first.start if first else None, last.end if last else None, precision)


def _as_of(text: str) -> date | None:
    return parse_partial(text).end if text else None


class Store:
    """Read-only access to a fact store; look-ups are cached, the file is never written.

    Use it as a context manager or call :meth:`close`.
    """

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
        self.path = path
        self._folder = folder
        self._db = db
        self.version = self._meta("version")
        self.facts = lru_cache(CACHED_LOOKUPS)(self._facts)
        self.facts_with_value = lru_cache(CACHED_LOOKUPS)(self._facts_with_value)
        self.name = lru_cache(CACHED_LOOKUPS)(self._name)
        self.editions = lru_cache(None)(self._editions)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def _meta(self, key: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else ""

    @cached_property
    def names(self) -> NameIndex:
        """The alias index."""
        return NameIndex(Lookup(self._folder, "aliases"), self._lower_starts())

    def _lower_starts(self) -> frozenset[str]:
        return frozenset(key for (key,) in self._db.execute("SELECT key FROM lower_starts").fetchall())

    @cached_property
    def _by_subject(self) -> Lookup:
        return Lookup(self._folder, "facts")

    @cached_property
    def _by_value(self) -> ValueLookup:
        return ValueLookup(self._folder, self._by_subject)

    @cached_property
    def _entities(self) -> Lookup:
        return Lookup(self._folder, "entities")

    def wordings(self, table: str) -> tuple[tuple[str, str], ...]:
        """A vocabulary list as (meaning, wording) pairs: ``titles``, ``title_modifiers``, ``event_heads``."""
        return tuple(
            self._db.execute(
                "SELECT meaning, wording FROM wordings WHERE list = ? ORDER BY ALL", [table]
            ).fetchall()
        )

    def _name(self, entity: str) -> str:
        """The entity's name; the id itself where the store has none."""
        return next((row[1] for row in self._entities.rows(entity) if row[0] == entity), entity)

    def has(self, entity: str) -> bool:
        """Whether the store knows an entity of that id."""
        return any(row[0] == entity for row in self._entities.rows(entity))

    def value_kind(self, predicate: str) -> str | None:
        """``entity``, ``number``, ``text`` or ``time``; None where there is no such predicate."""
        return self.predicates[predicate].value_kind if predicate in self.predicates else None

    @lru_cache(maxsize=64)  # noqa: B019 - one store lives as long as the process
    def text_values(self, predicate: str) -> frozenset[str]:
        """The keys of every value that a predicate whose values are text has for any subject."""
        rows = self._db.execute(
            "SELECT DISTINCT value FROM facts WHERE predicate = ?", [predicate]
        ).fetchall()
        return frozenset(name_key(value) for (value,) in rows)

    def _facts(self, subject: str, predicate: str) -> tuple[Fact, ...]:
        """The facts of a subject under a predicate, oldest first."""
        rows = self._by_subject.rows(f"{subject}:{predicate}")
        return self._typed(row for row in rows if row[1] == subject and row[2] == predicate)

    def _facts_with_value(self, predicate: str, value: str) -> tuple[Fact, ...]:
        """The facts under a predicate with a given value, oldest first."""
        rows = self._by_value.rows(f"{predicate}={value}")
        return self._typed(row for row in rows if row[2] == predicate and row[3] == value)

    def _typed(self, rows: Iterable[tuple[str, ...]]) -> tuple[Fact, ...]:
        return tuple(self._fact(row) for row in sorted(rows, key=lambda row: (row[4], row[0])))

    def _fact(self, row: tuple[str, ...]) -> Fact:
        fact, subject, predicate, value, valid_from, valid_to, as_of, status, source = row
        text = write_fact(
            self.predicates[predicate].template,
            self.name(subject),
            self.name(value),
            (valid_from, valid_to, as_of),
        )
        return Fact(
            id=fact,
            subject=subject,
            predicate=predicate,
            value=value,
            text=f"{text} ({status})" if status else text,
            valid=_interval(valid_from, valid_to),
            as_of=_as_of(as_of),
            source=source,
            status=status,
        )

    @cached_property
    def predicates(self) -> dict[str, Predicate]:
        """Every predicate by name."""
        rows = self._db.execute("SELECT * FROM predicates ORDER BY predicate").fetchall()
        return {row[0]: Predicate.of(row) for row in rows}

    def list_is_complete(self, predicate: str, of: str, year: int) -> bool:
        """Whether every row of a list is known for a year: the members of ``org/nato`` in 1995."""
        first, last = self._lists.get((predicate, of), (9999, 0))
        return first <= year <= (last or year)

    @cached_property
    def _lists(self) -> dict[tuple[str, str], tuple[int, int | None]]:
        rows = self._db.execute("SELECT * FROM lists").fetchall()
        return {(predicate, of): (first, last) for predicate, of, first, last in rows}

    @cached_property
    def phrasings(self) -> tuple[tuple[str, str, str], ...]:
        """The wordings of predicates as (predicate, boundary, phrase)."""
        return tuple(self._db.execute("SELECT * FROM phrasings ORDER BY ALL").fetchall())

    @cached_property
    def name_contexts(self) -> dict[tuple[str, str], tuple[frozenset[str], str]]:
        """By name key and series: the words beside which a weak name means it, and what rivals it among countries."""
        rows = self._db.execute("SELECT * FROM name_contexts ORDER BY ALL").fetchall()
        return {(key, series): (frozenset(words.split("|")), rivals) for key, series, words, rivals in rows}

    @cached_property
    def series_by_family(self) -> dict[str, tuple[Series, ...]]:
        """Every series under its family."""
        families: dict[str, list[Series]] = {}
        for row in self.series.values():
            families.setdefault(row.family, []).append(row)
        return {family: tuple(rows) for family, rows in families.items()}

    @cached_property
    def series(self) -> dict[str, Series]:
        """Every series by id."""
        rows = self._db.execute("SELECT * FROM series ORDER BY series").fetchall()
        return {row[0]: Series.of(row) for row in rows}

    def _editions(self, series: str) -> tuple[Edition, ...]:
        """The editions of a series by year."""
        members = self.facts_with_value("edition_of", series)
        return tuple(
            sorted(
                (self._edition(fact.subject, series) for fact in members), key=lambda e: (e.year, e.entity)
            )
        )

    def _edition(self, entity: str, series: str) -> Edition:
        return Edition(
            entity=entity,
            series=series,
            year=int(self.facts(entity, "edition_year")[0].value),
            time=next(iter(self.facts(entity, "took_place")), None),
            places=self.facts(entity, "located_in") + self.facts(entity, "located_in_country"),
        )

    def event_names(self) -> list[tuple[str, str]]:
        """Every name of every event that can only mean it, as (entity, name)."""
        return self._db.execute(
            """SELECT entity, alias FROM aliases WHERE entity LIKE 'event/%' AND kind IN ('official', 'short', 'variant')
               ORDER BY ALL"""
        ).fetchall()

    def heads_of(self, entity: str) -> frozenset[str]:
        """The head nouns in an event's name: "Russian invasion of Ukraine" has ``invasion``."""
        return frozenset(
            self._heads[key] for key in name_key(self.name(entity)).split() if key in self._heads
        )

    @cached_property
    def _heads(self) -> dict[str, str]:
        return {name_key(wording): head for head, wording in self.wordings("event_heads")}

    def nearest_events(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """The event-like entities nearest to a unit vector, as (entity, cosine), nearest first."""
        entities, matrix = self._event_vectors
        if not entities:
            return []
        cosines = matrix @ vector
        order = np.argsort(-cosines, kind="stable")[:count]
        return [(entities[i], float(cosines[i])) for i in order]

    @cached_property
    def _event_vectors(self) -> tuple[list[str], NDArray[np.float32]]:
        columns = self._db.execute(
            "SELECT subject, vector FROM vectors WHERE kind = 'event' ORDER BY subject"
        ).fetchnumpy()
        vectors = columns["vector"]
        matrix = (
            np.stack([np.asarray(v, dtype=np.float32) for v in vectors])
            if len(vectors)
            else np.empty((0, 384), np.float32)
        )
        return [str(s) for s in columns["subject"]], matrix

    def search(self, words: str, limit: int) -> list[tuple[str, str, str]]:
        """Entities with a name that holds every word, as (entity, name, alias), shortest alias first."""
        keys = name_key(words).split()
        if not keys:
            return []
        holds = " AND ".join("contains(' ' || key, ' ' || ?)" for _key in keys)
        return self._db.execute(
            f"""SELECT entity, name, min_by(alias, length(alias)) AS shortest FROM aliases JOIN entities USING (entity)
                WHERE {holds} GROUP BY entity, name ORDER BY length(shortest), entity LIMIT ?""",
            [*keys, limit],
        ).fetchall()

    def about(self, entity: str) -> tuple[Fact, ...]:
        """Every fact of an entity, or the one fact with that id; by predicate, oldest first."""
        return self._query("subject = ? OR fact = ?", [entity, entity])

    def mentioning(self, entity: str, limit: int) -> tuple[Fact, ...]:
        """Facts that have the entity as their value, newest first."""
        return self._query("value = ?", [entity], f"ORDER BY valid_from DESC, fact LIMIT {int(limit)}")

    def aliases_of(self, entity: str) -> list[tuple[str, str]]:
        """The names of an entity as (alias, kind)."""
        return self._db.execute(
            "SELECT alias, kind FROM aliases WHERE entity = ? ORDER BY kind, alias", [entity]
        ).fetchall()

    def _query(
        self, where: str, values: list[str], order: str = "ORDER BY predicate, valid_from, fact"
    ) -> tuple[Fact, ...]:
        rows = self._db.execute(
            f"""SELECT fact, subject, predicate, value, valid_from, valid_to, as_of, status, source
                FROM facts WHERE {where} {order}""",
            values,
        ).fetchall()
        return tuple(self._fact(row) for row in rows)

    def doubts(self, today: date) -> list[Doubt]:
        """What is doubtful in the store, as of a day."""
        return check_facts(self._db, today)

    def counts(self) -> list[tuple[str, int, str | None]]:
        """Per predicate: its name, number of facts, and the newest date among them."""
        return self._db.execute(
            """SELECT predicate, count(*), max(greatest(valid_from, valid_to, as_of))
               FROM facts GROUP BY predicate ORDER BY predicate"""
        ).fetchall()

    def sources(self) -> tuple[Source, ...]:
        """The source record of every pack, by name."""
        return read_sources(self._db)


def open_store(path: Path) -> Store:
    """Open a store for reading. Raises StoreError where it is missing, foreign, damaged or of another schema."""
    db = connect_store(path, SCHEMA_VERSION)
    return Store(db, path, _ensure_lookup(db, path))


def _ensure_lookup(db: duckdb.DuckDBPyConnection, path: Path) -> Path:
    """The folder with the store's look-ups, made again where they are missing, cut off or of another version.

    Beside the store where that can be written, else in the system's folder for temporary files.
    """
    version = read_meta(db)["version"]
    elsewhere = (
        Path(gettempdir()) / f"{path.name}.{sha256(str(path.resolve()).encode()).hexdigest()[:12]}.lookup"
    )
    for folder in (lookup_folder(path), elsewhere):
        if is_current(folder, version) and _is_whole(folder):
            return folder
    for folder in filter(is_lookup, (lookup_folder(path), elsewhere)):
        try:
            write_lookup(db, folder, version)
        except OSError:
            continue
        return folder
    raise StoreError(
        f"the look-ups of {path} can be written neither beside it nor in {elsewhere.parent}; make room"
    )


def _is_whole(folder: Path) -> bool:
    """Whether every look-up in the folder can be mapped; a copy that was cut off cannot."""
    try:
        for table in TABLES:
            Lookup(folder, table)
        ValueLookup(folder, Lookup(folder, "facts"))
    except (OSError, ValueError):  # Arrow's errors are ValueErrors
        return False
    return True
