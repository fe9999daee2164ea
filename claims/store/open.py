"""The fact store, opened for reading: names, entities, facts and the vocabulary."""

from datetime import date
from pathlib import Path

from claims.records import Fact
from claims.store.check_facts import Doubt, check_facts
from claims.store.ensure_lookup import ensure_lookup
from claims.store.event_vectors import EventVectors
from claims.store.examine import connect_store
from claims.store.knowledge import SCHEMA_VERSION
from claims.store.sources import Source, read_sources
from claims.store.text_list import TEXTS, text_list
from claims.values.names import name_key


class Store(EventVectors):
    """Read-only access to a fact store; look-ups are cached, the file is never written.

    Beside what checking needs it answers what a person asks of it: search, everything of an entity, counts, sources.
    """

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

    def by_id(self, ids: list[str]) -> tuple[Fact, ...]:
        """The facts of those ids that the store holds."""
        rows = self._db.execute(
            f"""SELECT fact, subject, predicate, value, valid_from, valid_to, as_of, status, source
               FROM facts WHERE fact IN {TEXTS.format("?")} ORDER BY fact""",
            [text_list(ids)],
        ).fetchall()
        return tuple(self._fact(row) for row in rows)

    def mentioning(self, entity: str, limit: int) -> tuple[Fact, ...]:
        """Facts that have the entity as their value, newest first."""
        return self._query("value = ?", [entity], f"ORDER BY valid_from DESC, fact LIMIT {int(limit)}")

    def aliases_of(self, entity: str) -> list[tuple[str, str]]:
        """The names of an entity as (alias, kind)."""
        return self._db.execute(
            "SELECT alias, kind FROM aliases WHERE entity = ? ORDER BY kind, alias", [entity]
        ).fetchall()

    def name_times(self, entity: str) -> dict[str, tuple[str, str]]:
        """From when and until when names were the entity's, as partial dates, where the store knows either."""
        rows = self._db.execute(
            """SELECT DISTINCT alias, valid_from, valid_to FROM aliases
               WHERE entity = ? AND (valid_from <> '' OR valid_to <> '') ORDER BY ALL""",
            [entity],
        ).fetchall()
        return {alias: (first, last) for alias, first, last in rows}

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
    return Store(db, path, ensure_lookup(db, path))
