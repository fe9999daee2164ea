"""One claimed value against one known one, by the policy of their predicate."""

import re
from collections.abc import Callable

from claims.judging.compare_places import PlaceRelation, are_two_cities, compare_places, countries_of
from claims.judging.compare_quantities import compare_quantity
from claims.judging.compare_times import TimeRelation, compare_times, readings_for
from claims.judging.is_out_of_season import is_out_of_season
from claims.judging.is_wrong_year import is_wrong_year
from claims.judging.relation import Relation
from claims.records import Fact, Slot
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.names import name_key


def compare_value(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    """The relation of a slot's value to a fact's, by the predicate's policy; UNKNOWN where it has none."""
    compare = POLICIES.get(predicate.policy)
    return compare(slot, fact, predicate, store) if compare else Relation.UNKNOWN


def _same(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    if predicate.value_kind == "text":
        return _same_text(slot, fact, predicate, store)
    if fact.value in slot.entities:
        return Relation.AGREES
    kind = fact.value.partition("/")[0]
    if kind not in {entity.partition("/")[0] for entity in slot.entities}:
        return Relation.DIFFERENT if _won_otherwise(slot, fact, store) else Relation.UNKNOWN
    shared = set(name_key(slot.text).split()) & set(name_key(store.name(fact.value)).split())
    return Relation.NEAR if shared - _SMALL_WORDS else Relation.DIFFERENT


def _won_otherwise(slot: Slot, fact: Fact, store: Store) -> bool:
    """Whether the one named won the same award or contest in another year: a person's prize and an organisation's are of one list."""
    if fact.predicate != "won_by":
        return False
    series = {f.value for f in store.facts(fact.subject, "edition_of")}
    won = (f.subject for entity in slot.entities for f in store.facts_with_value("won_by", entity))
    return any(series & {f.value for f in store.facts(edition, "edition_of")} for edition in won)


def _mutual(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    """What holds of the one and the other holds of the other and the one: neighbours, spouses.

    Of whom nothing of the kind is known, nothing is denied: what borders on a country that is no more.
    """
    if fact.subject in slot.entities:
        return Relation.AGREES
    relation = _same(slot, fact, predicate, store)
    if relation is Relation.DIFFERENT and not all(_is_known(e, predicate, store) for e in slot.entities):
        return Relation.UNKNOWN
    return relation


def _is_known(entity: str, predicate: Predicate, store: Store) -> bool:
    return bool(store.facts(entity, predicate.name) or store.facts_with_value(predicate.name, entity))


def _ranked(kind: str) -> "Comparator":
    """Compares what is the largest, longest ... of something, facts that hold the names it goes by.

    Only something else of the ``kind`` is not it; a state may have the fifth economy of the world, and is no country.
    """

    def compare(slot: Slot, fact: Fact, _predicate: Predicate, store: Store) -> Relation:
        names = {slot.text, *(store.name(entity) for entity in slot.entities)}
        if name_key(fact.value) in {name_key(name).removeprefix("the ") for name in names}:
            return Relation.AGREES
        kinds = {entity.partition("/")[0] for entity in slot.entities}
        return Relation.DIFFERENT if kind in kinds else Relation.UNKNOWN

    return compare


_SMALL_WORDS = frozenset(("the", "of", "and", "de", "van", "united"))


def _same_text(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    """Texts agree where one holds the other; they differ only where the claimed one is such a value elsewhere."""
    claimed, known = name_key(slot.text), name_key(fact.value)
    if claimed == known or f" {claimed} " in f" {known} " or f" {known} " in f" {claimed} ":
        return Relation.AGREES
    return Relation.DIFFERENT if claimed in store.text_values(predicate.name) else Relation.UNKNOWN


def _time(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    relation = compare_times(readings_for(slot, fact.valid), fact.valid, "during")
    if relation is not TimeRelation.AGREES and (
        is_out_of_season(slot.readings, fact, store) or is_wrong_year(slot.readings, fact, store)
    ):
        return Relation.DIFFERENT
    if relation is TimeRelation.DIFFERENT and _within_years(slot, fact, predicate.tolerance.amount):
        return Relation.NEAR
    return _TIMES[relation]


_TIMES = {
    TimeRelation.AGREES: Relation.AGREES,
    TimeRelation.NEAR: Relation.NEAR,
    TimeRelation.DIFFERENT: Relation.DIFFERENT,
    TimeRelation.UNKNOWN: Relation.UNKNOWN,
}


def _within_years(slot: Slot, fact: Fact, years: float) -> bool:
    known = fact.valid.start if fact.valid else None
    if known is None or not years:
        return False
    starts = [reading.start for reading in slot.readings if reading.start]
    return any(abs(start.year - known.year) <= years for start in starts)


def _place(slot: Slot, fact: Fact, _predicate: Predicate, store: Store) -> Relation:
    places = tuple(e for e in slot.entities if e.startswith(("place/", "country/")))
    relation = compare_places(places, (fact,), store) if places else PlaceRelation.UNKNOWN
    if relation is PlaceRelation.NEAR:
        land = countries_of(fact.value, store)
        namesakes = [place for place in places if countries_of(place, store) & land]
        if namesakes and all(are_two_cities(place, fact.value, store) for place in namesakes):
            return Relation.DIFFERENT
    return _PLACES[relation]


def _seat(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    """A place that is the seat of one only: where positions are not known, another's seat is another place."""
    relation = _place(slot, fact, predicate, store)
    if relation is not Relation.UNKNOWN or len(slot.entities) != 1:
        return relation
    others = store.facts_with_value(predicate.name, slot.entities[0])
    return Relation.DIFFERENT if any(f.subject != fact.subject for f in others) else relation


_PLACES = {
    PlaceRelation.EQUAL: Relation.AGREES,
    PlaceRelation.INSIDE: Relation.AGREES,
    PlaceRelation.NEAR: Relation.NEAR,
    PlaceRelation.UNKNOWN: Relation.UNKNOWN,
    PlaceRelation.ELSEWHERE: Relation.DIFFERENT,
    PlaceRelation.DIFFERENT: Relation.DIFFERENT,
}

_SCORE = re.compile(r"(\d+)\s*[-–:]\s*(\d+)")


def _score(slot: Slot, fact: Fact, _predicate: Predicate, _store: Store) -> Relation:
    """Scores agree whichever side is named first."""
    claimed, known = _SCORE.search(slot.text), _SCORE.search(fact.value)
    if not claimed or not known:
        return Relation.UNKNOWN
    return Relation.AGREES if sorted(claimed.groups()) == sorted(known.groups()) else Relation.DIFFERENT


Comparator = Callable[[Slot, Fact, Predicate, Store], Relation]
POLICIES: dict[str, Comparator] = {
    "same": _same,
    "member": _same,
    "holder": _same,
    "time": _time,
    "place": _place,
    "seat": _seat,
    "mutual": _mutual,
    "score": _score,
    "quantity": compare_quantity,
    "rank_country": _ranked("country"),
    "rank_place": _ranked("place"),
}
