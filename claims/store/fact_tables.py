"""The entities and facts of an open store, by point look-ups that are cached."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

import duckdb

from claims.records import Fact, Interval, Precision
from claims.store.lookup import Lookup, ValueLookup
from claims.store.names import NameIndex
from claims.store.series import Edition
from claims.store.templates import write_fact
from claims.store.vocabulary_tables import VocabularyTables
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


class FactTables(VocabularyTables):
    """Names, entities, facts and editions."""

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
        super().__init__(db, path, folder)
        self.facts = lru_cache(CACHED_LOOKUPS)(self._facts)
        self.facts_with_value = lru_cache(CACHED_LOOKUPS)(self._facts_with_value)
        self.name = lru_cache(CACHED_LOOKUPS)(self._name)
        self.editions = lru_cache(None)(self._editions)
        self.text_values = lru_cache(None)(self._text_values)
        self.expected_bearers = lru_cache(CACHED_LOOKUPS)(self._expected_bearers)

    def close(self) -> None:
        """Release the file, and what was read from it."""
        super().close()
        for asked in (
            self.facts,
            self.facts_with_value,
            self.name,
            self.editions,
            self.text_values,
            self.expected_bearers,
        ):
            asked.cache_clear()

    @cached_property
    def names(self) -> NameIndex:
        """The alias index."""
        return NameIndex(
            Lookup(self._folder, "aliases"),
            self._keys("lower_starts"),
            self._keys("lower_words"),
            self.word_list("small_in_series"),
            self.word_list("work_kinds"),
        )

    def _keys(self, table: str) -> frozenset[str]:
        return frozenset(key for (key,) in self._db.execute(f"SELECT key FROM {table}").fetchall())

    @cached_property
    def _by_subject(self) -> Lookup:
        return Lookup(self._folder, "facts")

    @cached_property
    def _by_value(self) -> ValueLookup:
        return ValueLookup(self._folder, self._by_subject)

    @cached_property
    def _entities(self) -> Lookup:
        return Lookup(self._folder, "entities")

    def _name(self, entity: str) -> str:
        """The entity's name; the id itself where the store has none."""
        return next((row[1] for row in self._entities.rows(entity) if row[0] == entity), entity)

    def has(self, entity: str) -> bool:
        """Whether the store knows an entity of that id."""
        return any(row[0] == entity for row in self._entities.rows(entity))

    def _expected_bearers(self, name: str) -> float:
        """How many others of the store's persons would bear a name if first and last names were drawn apart; 0 for a name of one word.

        It tells common names ("John Miller") from those that hardly two persons have.
        """
        words = name.lower().split(" ")
        if len(words) < 2:
            return 0.0
        counts = self._person_words
        first, last = (max(0, counts.get(one, 0) - 1) for one in (("first", words[0]), ("last", words[-1])))
        persons = counts.get(("all", ""), 0)
        return first * last / persons if persons else 0.0

    @cached_property
    def _person_words(self) -> dict[tuple[str, str], int]:
        """How many persons' names begin or end with a word; a query for each name would take longer than all else about it."""
        rows = self._db.execute("SELECT place, word, persons FROM person_words").fetchall()
        return {(place, word): persons for place, word, persons in rows}

    def _text_values(self, predicate: str) -> frozenset[str]:
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
