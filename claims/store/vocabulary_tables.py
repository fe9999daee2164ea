"""The vocabulary of an open store: predicates, their wordings, lists, series."""

from collections.abc import Iterable
from functools import cached_property

from claims.store.connection import Connection
from claims.store.contexts import NameContext
from claims.store.predicates import Predicate
from claims.store.series import Series


class VocabularyTables(Connection):
    """Everything of ``data/vocabulary`` that was built into the store; each table is read once."""

    def wordings(self, table: str) -> tuple[tuple[str, str], ...]:
        """A vocabulary list as (meaning, wording) pairs: ``titles``, ``title_modifiers``, ``event_heads``."""
        return tuple(
            self._db.execute(
                "SELECT meaning, wording FROM wordings WHERE list = ? ORDER BY ALL", [table]
            ).fetchall()
        )

    def word_list(self, name: str) -> frozenset[str]:
        """The entries of a list of ``vocabulary/judging_lists.csv``: ``once``, ``courtesy``, ``straddling`` ..."""
        return self._judging_lists.get(name, frozenset())

    @cached_property
    def _judging_lists(self) -> dict[str, frozenset[str]]:
        return _by_meaning(self.wordings("judging_lists"))

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
    def refuting_series(self) -> frozenset[str]:
        """The series whose counts of titles refute other counts: no other contest goes by the same name."""
        rows = self._db.execute("SELECT series FROM title_series WHERE refutes").fetchall()
        return frozenset(series for (series,) in rows)

    @cached_property
    def phrasings(self) -> tuple[tuple[str, str, str], ...]:
        """The wordings of predicates as (predicate, boundary, phrase)."""
        return tuple(self._db.execute("SELECT * FROM phrasings ORDER BY ALL").fetchall())

    @cached_property
    def stated(self) -> frozenset[str]:
        """The predicates of which the store holds any fact."""
        rows = self._db.execute("SELECT DISTINCT predicate FROM facts").fetchall()
        return frozenset(predicate for (predicate,) in rows)

    @cached_property
    def name_contexts(self) -> dict[tuple[str, str], tuple[NameContext, ...]]:
        """By name key and series: the ways in which a weak name means it for certain."""
        found: dict[tuple[str, str], list[NameContext]] = {}
        rows = self._db.execute("SELECT * FROM name_contexts ORDER BY ALL").fetchall()
        for key, series, scope, *lists in rows:
            words, rivals, barred = (self._expanded(part) for part in lists)
            context = NameContext(scope == "sentence", words, rivals, barred)
            found.setdefault((key, series), []).append(context)
        return {key: tuple(contexts) for key, contexts in found.items()}

    def _expanded(self, words: str) -> frozenset[str]:
        """The words of a ``|`` list, with those of the lists that it names by ``@``."""
        parts = [part for part in words.split("|") if part]
        named = [self.context_words(part[1:]) for part in parts if part.startswith("@")]
        return frozenset(part for part in parts if not part.startswith("@")).union(*named)

    def context_words(self, name: str) -> frozenset[str]:
        """The words of one list of ``vocabulary/context_words.csv``."""
        return self._context_words.get(name, frozenset())

    @cached_property
    def _context_words(self) -> dict[str, frozenset[str]]:
        return _by_meaning(self.wordings("context_words"))

    @cached_property
    def country_series(self) -> dict[str, frozenset[str]]:
        """By the key of a general name ("general election"): words by which a country's series is one."""
        return _by_meaning((wording, kind) for kind, wording in self.wordings("country_series"))

    @cached_property
    def country_series_heads(self) -> frozenset[str]:
        """The last words of such names."""
        return frozenset(wording.rpartition(" ")[2] for wording in self.country_series)

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

    def value_kind(self, predicate: str) -> str | None:
        """``entity``, ``number``, ``text`` or ``time``; None where there is no such predicate."""
        return self.predicates[predicate].value_kind if predicate in self.predicates else None


def _by_meaning(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Pairs of a meaning and a word -> the words of each meaning."""
    found: dict[str, set[str]] = {}
    for meaning, word in pairs:
        found.setdefault(meaning, set()).add(word)
    return {meaning: frozenset(words) for meaning, words in found.items()}
