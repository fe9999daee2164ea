"""A store that keeps note of what it was asked, to show on what a verdict rests."""

from dataclasses import dataclass
from functools import lru_cache

from claims.records import Fact
from claims.store.open import Store
from claims.store.series import Edition


@dataclass(frozen=True, slots=True)
class LookUp:
    """One question that was put to the store, and the facts it gave.

    ``by`` is ``subject`` or ``value`` (the facts of ``predicate`` with that ``entity``), ``series`` (its editions), or
    ``list``: whether the list of ``predicate`` is ``complete`` for the ``entity`` in a ``year``.
    """

    by: str
    entity: str
    predicate: str
    facts: tuple[Fact, ...] = ()
    year: int | None = None
    complete: bool | None = None


class RecordingStore(Store):
    """An open store once more, on the same file and with the same answers; what is asked of it is recorded.

    It lives as long as the store that it was made from, which is the one to close.
    """

    def __init__(self, store: Store) -> None:
        self.__dict__.update(store.__dict__)
        self._asked: dict[LookUp, None] = {}
        self._of = store
        # Nothing is kept in these caches: what is asked again after a ``take`` is to be recorded again.
        self.facts = lru_cache(0)(self._recorded_facts)
        self.facts_with_value = lru_cache(0)(self._recorded_with_value)
        self.editions = lru_cache(0)(self._recorded_editions)

    def take(self) -> tuple[LookUp, ...]:
        """What was asked since the last time, each question once, in order."""
        asked = tuple(self._asked)
        self._asked.clear()
        return asked

    def list_is_complete(self, predicate: str, of: str, year: int) -> bool:
        """What the store says, recorded."""
        complete = self._of.list_is_complete(predicate, of, year)
        self._asked[LookUp("list", of, predicate, (), year, complete)] = None
        return complete

    def _recorded_facts(self, subject: str, predicate: str) -> tuple[Fact, ...]:
        facts = self._of.facts(subject, predicate)
        self._asked[LookUp("subject", subject, predicate, facts)] = None
        return facts

    def _recorded_with_value(self, predicate: str, value: str) -> tuple[Fact, ...]:
        facts = self._of.facts_with_value(predicate, value)
        self._asked[LookUp("value", value, predicate, facts)] = None
        return facts

    def _recorded_editions(self, series: str) -> tuple[Edition, ...]:
        editions = self._of.editions(series)
        facts = tuple(f for e in editions for f in (*((e.time,) if e.time else ()), *e.places))
        self._asked[LookUp("series", series, "edition_of", facts)] = None
        return editions
