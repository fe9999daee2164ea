"""A place named in the text against the places of an event."""

from collections.abc import Iterable
from enum import StrEnum

from claims.records import Fact
from claims.store.open import Store


class PlaceRelation(StrEnum):
    """How two places stand to each other."""

    EQUAL = "equal"
    INSIDE = "inside"
    """The claimed one is the country or region of the event's city."""
    NEAR = "near"
    """Another place in the same country: perhaps the same at another grain, so not comparable."""
    DIFFERENT = "different"
    UNKNOWN = "unknown"


def compare_places(claimed: Iterable[str], places: Iterable[Fact], store: Store) -> PlaceRelation:
    """The best relation that any sense of the claimed name has to any of the event's places.

    A name with one sense we cannot place is UNKNOWN rather than DIFFERENT.
    """
    facts = tuple(places)
    relations = {_compare(entity, facts, store) for entity in claimed}
    order = (PlaceRelation.EQUAL, PlaceRelation.INSIDE, PlaceRelation.NEAR, PlaceRelation.UNKNOWN)
    return next(
        (r for r in order if r in relations), PlaceRelation.DIFFERENT if relations else PlaceRelation.UNKNOWN
    )


def _compare(entity: str, facts: tuple[Fact, ...], store: Store) -> PlaceRelation:
    cities = {f.value for f in facts if f.predicate == "located_in"}
    countries = {f.value for f in facts if f.predicate == "located_in_country"}
    countries |= {c for city in cities for c in countries_of(city, store)}
    if entity in cities:
        return PlaceRelation.EQUAL
    if entity in countries:
        return PlaceRelation.INSIDE
    if not countries:
        return PlaceRelation.UNKNOWN
    own = countries_of(entity, store)
    if own & countries:
        return PlaceRelation.NEAR
    if entity.startswith("country/"):
        own = own | {entity}
    if not own:
        return PlaceRelation.UNKNOWN
    return PlaceRelation.UNKNOWN if _related(own, countries, store) else PlaceRelation.DIFFERENT


def countries_of(place: str, store: Store) -> frozenset[str]:
    """The countries a place lies or lay in, by the store."""
    return frozenset(fact.value for fact in store.facts(place, "in_country"))


def _related(ours: frozenset[str], theirs: set[str], store: Store) -> bool:
    """Whether a country followed on another, as Russia on the Soviet Union, or is part of one."""
    following = {f.value for c in ours for f in store.facts(c, "succeeded_by")} | countries_above(ours, store)
    preceding = {f.value for c in theirs for f in store.facts(c, "succeeded_by")} | countries_above(
        theirs, store
    )
    return bool(following & theirs or preceding & ours)


def countries_above(countries: Iterable[str], store: Store) -> set[str]:
    """The countries that the given ones are parts of: Scotland -> United Kingdom."""
    return {c for country in countries for c in countries_of(country, store)}
