"""A name -> the countries that it may speak of: itself, the city's, the one that the person governs."""

from claims.records import EntityMention
from claims.store.open import Store


def countries_of_name(name: EntityMention, store: Store) -> frozenset[str]:
    """Every country that the name may speak of; none for most names."""
    found = set(name.ids("country"))
    for place in name.ids("place"):
        found |= {fact.value for fact in store.facts(place, "in_country")}
    for person in name.ids("person"):
        for term in store.facts_with_value("held_by", person):
            found |= {fact.value for fact in store.facts(term.subject, "office_of")}
    return frozenset(country for country in found if country.startswith("country/"))
