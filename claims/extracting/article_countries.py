"""Readings of an article -> the countries it is about: by name, by their cities, by who governs them."""

from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.records import EntityMention
from claims.store.open import Store


def countries_of_article(readings: Iterable[Reading], store: Store) -> frozenset[str]:
    """Every country that a name in the article may speak of."""
    names = {(name.text, name.senses): name for reading in readings for name in reading.names}
    return frozenset(country for name in names.values() for country in _countries(name, store))


def _countries(name: EntityMention, store: Store) -> set[str]:
    found = set(name.ids("country"))
    for place in name.ids("place"):
        found |= {fact.value for fact in store.facts(place, "in_country")}
    for person in name.ids("person"):
        for term in store.facts_with_value("held_by", person):
            found |= {fact.value for fact in store.facts(term.subject, "office_of")}
    return {country for country in found if country.startswith("country/")}
