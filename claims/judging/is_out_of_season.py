"""Was it in another season than the text says?"""

from collections.abc import Sequence
from functools import lru_cache

from claims.records import Fact, Interval, Precision
from claims.store.open import Store
from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import name_key

PLACE_OF = {"born": "born_in", "died": "died_in", "released": "country_of_origin"}
"""Predicates whose place, another predicate's, tells when a season is there."""
SLACK = 20
"""Days; the months of a season, as we read it, are already the longest that anybody counts."""


def is_out_of_season(readings: Sequence[Interval], fact: Fact, store: Store) -> bool:
    """Whether a known day lies weeks off each season that may be meant, in a country of the temperate north.

    In the south, and where it is not known, summer may be any month.
    """
    day = fact.valid.start if fact.valid and fact.valid.precision is Precision.DAY else None
    if day is None or not readings or not _lies_north(fact, store):
        return False
    return all(
        reading.precision is Precision.SEASON
        and reading.start is not None
        and reading.end is not None
        and ((reading.start - day).days > SLACK or (day - reading.end).days > SLACK)
        for reading in readings
    )


def _lies_north(fact: Fact, store: Store) -> bool:
    places = [f.value for f in store.facts(fact.subject, PLACE_OF.get(fact.predicate, ""))]
    countries = [f.value for place in places for f in store.facts(place, "in_country")] or places
    return bool(countries) and all(name_key(store.name(country)) in _north() for country in countries)


@lru_cache(maxsize=1)
def _north() -> frozenset[str]:
    return frozenset(name_key(name) for (name,) in read_vocabulary("northern"))
