"""Readings of an article -> the countries it is about: by name, by their cities, by who governs them."""

from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.store.open import Store


def countries_of_article(readings: Iterable[Reading], store: Store) -> frozenset[frozenset[str]]:
    """For each name that may speak of a country, all those it may speak of."""
    names = {(name.text, name.senses): name for reading in readings for name in reading.names}
    return frozenset(filter(None, (countries_of_name(name, store) for name in names.values())))
