"""The country of a city against the gazetteer, which also lists the other countries that have a place of that name."""

from collections.abc import Iterable, Sequence

from claims.judging.compare_places import (
    PlaceRelation,
    compare_places,
    coordinates_of,
    countries_above,
    countries_of,
    kilometres,
)
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_countries import write_country_like
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

BORDER_KM = 300
"""A country nearer to a city than this may once have held it, or claims it: Lviv and Poland, Taipei and China."""
INSIDE = (PlaceRelation.EQUAL, PlaceRelation.INSIDE)
REPAIRS = 2


def judge_city_country(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the country that a text gives a city."""
    slot = claim.checked
    lands = {c.entity: store.facts(c.entity, "in_country") for c in candidates}
    lands = {city: facts for city, facts in lands.items() if facts}
    if not lands:
        return silent(Reason.NO_FACT, "value", slot.span, "The country of the place is not known.")
    relations = {city: compare_places(slot.entities, facts, store) for city, facts in lands.items()}
    there = [city for city, relation in relations.items() if relation in INSIDE]
    if there:
        fact = next((f for f in lands[there[0]] if f.value in slot.entities), lands[there[0]][0])
        text = f"Agrees with what is known of {store.name(there[0])}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, (fact,))
    doubt = _doubt(claim, relations, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], next(iter(lands.values()))[:1])
    return _flag(claim, _by_size(lands, store), article, store)


def _doubt(claim: Claim, relations: dict[str, PlaceRelation], store: Store) -> tuple[Reason, str] | None:
    """Why a city that is not known to lie in a country may not be flagged, or None."""
    slot, subject = claim.checked, claim.slot("subject")
    assert subject is not None
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if set(relations.values()) != {PlaceRelation.DIFFERENT} or len(slot.entities) != 1:
        return Reason.AMBIGUOUS_ENTITY, "The one may be part of the other."
    if all(store.facts(place, "landmark") for place in relations):
        return None  # every country that has a part of it is known
    return _doubt_survey(claim, relations, store)


def _doubt_survey(
    claim: Claim, relations: dict[str, PlaceRelation], store: Store
) -> tuple[Reason, str] | None:
    """Why the gazetteer may not know every place of the name, or every country it lay in."""
    if not _are_surveyed(relations, store):
        return Reason.NOT_CLOSED, "The place is too small to know every other of its name."
    slot = claim.checked
    claimed = slot.entities[0]
    whole = {claimed} | countries_above((claimed,), store)
    if any(f.value in whole for city in relations for f in store.facts(city, "namesake_in")):
        return Reason.AMBIGUOUS_ENTITY, "That country has a place of this name, too."
    if any(_kilometres_off(city, claimed, store) < BORDER_KM for city in relations):
        return Reason.LOW_CONFIDENCE, "The place lies near that country, which may have held it."
    return None


def _are_surveyed(cities: Iterable[str], store: Store) -> bool:
    """Whether the gazetteer has one of the cities, and the others lie in its country: then they are its venues."""
    listed = [city for city in cities if store.facts(city, "coordinates")]
    lands = set().union(*(countries_of(city, store) for city in listed))
    return bool(listed) and all(countries_of(city, store) <= lands for city in cities)


def _kilometres_off(city: str, country: str, store: Store) -> float:
    """How far a city lies from the nearest known place of a country; 0 where that cannot be told."""
    here = coordinates_of(city, store)
    there = [coordinates_of(f.subject, store) for f in store.facts_with_value("in_country", country)]
    return min((kilometres(here, place) for place in there if place), default=0.0) if here else 0.0


def _by_size(lands: dict[str, tuple[Fact, ...]], store: Store) -> list[Fact]:
    """The countries of all the cities that may be meant, those of the largest city first."""
    cities = sorted(lands, key=lambda city: (-_people(city, store), city))
    return [fact for city in cities for fact in lands[city]]


def _people(city: str, store: Store) -> int:
    facts = store.facts(city, "population")
    return int(facts[0].value) if facts else 0


def _flag(claim: Claim, facts: list[Fact], article: Article, store: Store) -> Opinion:
    slot, subject = claim.checked, claim.slot("subject")
    assert subject is not None
    ranked = _named_first(facts, article, store)
    text = f"{ranked[0].text}, and no place of the name {subject.text} is known in {store.name(slot.entities[0])}."
    written = {
        write_country_like(slot.text, slot.entities, (fact.value,), store) or store.name(fact.value): fact.id
        for fact in ranked
    }
    repairs = tuple(Repair(slot.span, name, (fact,)) for name, fact in list(written.items())[:REPAIRS])
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_PLACE, "value", slot.span, text, tuple(ranked[:3]), repairs
    )


def _named_first(facts: Iterable[Fact], article: Article, store: Store) -> list[Fact]:
    """The facts whose country the article names come first, then whole countries before their parts."""
    return sorted(
        facts,
        key=lambda f: (store.name(f.value) not in article.text, bool(countries_of(f.value, store))),
    )
