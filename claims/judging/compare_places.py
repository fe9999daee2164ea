"""A place named in the text against the places of an event."""

from collections.abc import Iterable
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt

from claims.records import Fact
from claims.store.open import Store


class PlaceRelation(StrEnum):
    """How two places stand to each other, the most agreeable first."""

    EQUAL = "equal"
    INSIDE = "inside"
    """The claimed one is the country or region of the event's city."""
    NEAR = "near"
    """Another place in the same country: perhaps the same at another grain, so not comparable."""
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"
    """Another city of the same country, too far away to be the same place at another grain."""
    DIFFERENT = "different"


def compare_places(claimed: Iterable[str], places: Iterable[Fact], store: Store) -> PlaceRelation:
    """The best relation that any sense of the claimed name has to any of the event's places.

    A name with one sense we cannot place is UNKNOWN rather than DIFFERENT.
    """
    facts = tuple(places)
    relations = {_compare(entity, facts, store) for entity in _placed(tuple(claimed), store)}
    return next((relation for relation in PlaceRelation if relation in relations), PlaceRelation.UNKNOWN)


def _placed(claimed: tuple[str, ...], store: Store) -> tuple[str, ...]:
    """The senses of a name without those of unknown position in a country where another sense has one: they are one place."""
    known = [countries_of(entity, store) for entity in claimed if store.facts(entity, "coordinates")]
    return tuple(
        entity
        for entity in claimed
        if store.facts(entity, "coordinates") or countries_of(entity, store) not in known
    )


def _compare(entity: str, facts: tuple[Fact, ...], store: Store) -> PlaceRelation:
    countries = {f.value for f in facts if f.value.startswith("country/")}
    cities = {f.value for f in facts} - countries
    countries |= {c for city in cities for c in countries_of(city, store)}
    if entity in cities:
        return PlaceRelation.EQUAL
    if entity in countries:
        return PlaceRelation.INSIDE
    if not countries:
        return PlaceRelation.UNKNOWN
    own = countries_of(entity, store)
    if own & countries:
        return PlaceRelation.ELSEWHERE if _is_far(entity, cities, store) else PlaceRelation.NEAR
    if entity.startswith("country/"):
        own = own | {entity}
    if not own:
        return PlaceRelation.UNKNOWN
    return PlaceRelation.UNKNOWN if _related(own, countries, store) else PlaceRelation.DIFFERENT


FAR_KM = 100
"""News names a venue after a city nearby (Muskoka for Huntsville), seldom after one farther off."""
FAR_CITIES_KM = 55
"""Of two large cities each goes by its own name: Edinburgh stands for Glasgow nowhere. Fort Worth is 50 km from Dallas."""
LARGE = 300_000
"""People of a city that is never named after another one nearby."""


def _is_far(city: str, cities: set[str], store: Store) -> bool:
    """Whether a city lies far from each of the others; not where a position is unknown."""
    here, there = coordinates_of(city, store), [coordinates_of(other, store) for other in sorted(cities)]
    if here is None or not there:
        return False
    return all(
        place is not None and kilometres(here, place) > _far_km(city, other, store)
        for other, place in zip(sorted(cities), there, strict=True)
    )


def _far_km(one: str, other: str, store: Store) -> int:
    """From how far on two cities of one country are told apart."""
    return FAR_CITIES_KM if is_large(one, store) and is_large(other, store) else FAR_KM


def is_large(city: str, store: Store) -> bool:
    """Whether a city has people enough to be named for itself; not where its population is unknown."""
    return any(int(fact.value) >= LARGE for fact in store.facts(city, "population") if fact.value.isdigit())


CITY = 200_000
"""People from which on a place is a city that is not named for another one nearby."""
APART_KM = 45
"""Two such cities so far apart are none of the other's suburbs: Liverpool and Manchester."""


def are_two_cities(one: str, other: str, store: Store) -> bool:
    """Whether two places are cities large and far enough apart that neither stands for the other."""
    here, there = coordinates_of(one, store), coordinates_of(other, store)
    if here is None or there is None or kilometres(here, there) <= APART_KM:
        return False
    return all(_people(place, store) >= CITY for place in (one, other))


def _people(place: str, store: Store) -> float:
    return max((float(fact.value) for fact in store.facts(place, "population")), default=0.0)


def coordinates_of(place: str, store: Store) -> tuple[float, float] | None:
    """Latitude and longitude in degrees, or None where the store has none."""
    facts = store.facts(place, "coordinates")
    if not facts:
        return None
    latitude, longitude = facts[0].value.split()
    return float(latitude), float(longitude)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Great-circle distance by the haversine formula on a sphere of 6,371 km."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    chord = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371 * asin(sqrt(chord))


def countries_of(place: str, store: Store) -> frozenset[str]:
    """The countries a place lies or lay in, by the store."""
    return frozenset(fact.value for fact in store.facts(place, "in_country"))


def _related(ours: frozenset[str], theirs: set[str], store: Store) -> bool:
    """Whether a country followed on another, as Russia on the Soviet Union, is part of one, or lies within one (``enclaves``)."""
    enclaves = store.word_list("enclaves")
    pairs = {f"{_slug(one)} {_slug(other)}" for one in ours for other in theirs}
    pairs |= {f"{_slug(other)} {_slug(one)}" for one in ours for other in theirs}
    if not pairs.isdisjoint(enclaves):
        return True
    following = {f.value for c in ours for f in store.facts(c, "succeeded_by")} | countries_above(ours, store)
    preceding = {f.value for c in theirs for f in store.facts(c, "succeeded_by")} | countries_above(
        theirs, store
    )
    return bool(following & theirs or preceding & ours)


def _slug(country: str) -> str:
    return country.removeprefix("country/")


def countries_above(countries: Iterable[str], store: Store) -> set[str]:
    """The countries that the given ones are parts of: Scotland -> United Kingdom."""
    return {c for country in countries for c in countries_of(country, store)}
