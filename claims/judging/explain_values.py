"""One claimed value against one known one: the standing that judging gives it, and why."""

from collections.abc import Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times, days_apart, readings_for
from claims.judging.compare_values import compare_value
from claims.judging.comparison import Comparison, Standing
from claims.judging.relation import Relation
from claims.records import Fact, Interval, Slot
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.dates import write_interval
from claims.values.names import name_key

EQUAL, COMPATIBLE, DIFFERENT, NOT_COMPARABLE = (
    Standing.EQUAL,
    Standing.COMPATIBLE,
    Standing.DIFFERENT,
    Standing.NOT_COMPARABLE,
)
_PLACES = {
    PlaceRelation.EQUAL: (EQUAL, "same_place"),
    PlaceRelation.INSIDE: (COMPATIBLE, "country_of_it"),
    PlaceRelation.NEAR: (NOT_COMPARABLE, "same_country"),
    PlaceRelation.UNKNOWN: (NOT_COMPARABLE, "position_unknown"),
    PlaceRelation.ELSEWHERE: (DIFFERENT, "far_in_same_country"),
    PlaceRelation.DIFFERENT: (DIFFERENT, "other_country"),
}
_TIMES = {
    TimeRelation.AGREES: (COMPATIBLE, "overlaps"),
    TimeRelation.NEAR: (NOT_COMPARABLE, "off_by_little"),
    TimeRelation.UNKNOWN: (NOT_COMPARABLE, "no_time_known"),
    TimeRelation.DIFFERENT: (DIFFERENT, "other_time"),
}
_STANDINGS = {
    Relation.AGREES: COMPATIBLE,
    Relation.NEAR: NOT_COMPARABLE,
    Relation.UNKNOWN: NOT_COMPARABLE,
    Relation.DIFFERENT: DIFFERENT,
}
_REASONS = {
    "entity": ("same", "shares_words", "other_kind", "other_entity"),
    "text": ("one_holds_the_other", "shares_words", "no_known_value", "other_text"),
    "score": ("same", "off_by_little", "no_score", "other_score"),
    "quantity": ("within_bounds", "off_by_little", "no_common_unit", "out_of_bounds"),
    "time": ("overlaps", "off_by_little", "no_time_known", "other_time"),
    "place": ("same_place", "same_country", "position_unknown", "other_place"),
}
"""By what is compared: the reason for each relation, in the order of ``Relation``."""


def explain_value(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Comparison:
    """How the slot's value stands to the fact's by the policy of their predicate."""
    relation = compare_value(slot, fact, predicate, store)
    kind = _kind(predicate)
    reason = _REASONS[kind][list(Relation).index(relation)]
    details = _details(kind, slot, fact, predicate, store)
    standing = _STANDINGS[relation]
    if standing is COMPATIBLE and _is_equal(kind, slot, fact):
        return Comparison(EQUAL, "same", details)
    return Comparison(standing, reason, details)


def explain_time(slot: Slot, known: Interval | None, boundary: str) -> Comparison:
    """How a stated time stands to a known one; ``boundary`` is ``start``, ``end`` or ``during``."""
    readings = readings_for(slot, known)
    return time_comparison(compare_times(readings, known, boundary), readings, known, boundary)


def time_comparison(
    relation: TimeRelation, readings: Sequence[Interval], known: Interval | None, boundary: str
) -> Comparison:
    """A relation of times as a comparison, with both and the days between them."""
    standing, reason = _TIMES[relation]
    if relation is TimeRelation.AGREES and known and any(_same_days(r, known) for r in readings):
        standing, reason = EQUAL, "same"
    return Comparison(standing, reason, _times(readings, known, boundary))


def explain_place(entities: Sequence[str], places: Sequence[Fact], store: Store) -> Comparison:
    """How a named place stands to those of one event or person."""
    standing, reason = _PLACES[compare_places(entities, places, store)]
    known = ", ".join(store.name(fact.value) for fact in places)
    return Comparison(standing, reason, {"stated": _names(entities, store), "known": known})


def explain_entity(entities: Sequence[str], known: str, store: Store) -> Comparison:
    """Whether a name may stand for a known entity."""
    details = {"stated": _names(entities, store), "known": store.name(known)}
    if known in entities:
        return Comparison(EQUAL, "same", details)
    return Comparison(DIFFERENT, "other_entity", details)


def explain_number(stated: float, known: float) -> Comparison:
    """Whether two whole numbers are the same."""
    details = {"stated": stated, "known": known}
    if stated == known:
        return Comparison(EQUAL, "same", details)
    return Comparison(DIFFERENT, "other_number", details)


def _kind(predicate: Predicate) -> str:
    policy = {"seat": "place"}.get(predicate.policy, predicate.policy)
    if policy in _REASONS:
        return policy
    return "text" if predicate.value_kind == "text" else "entity"


def _is_equal(kind: str, slot: Slot, fact: Fact) -> bool:
    """Whether what agrees is the very same, not the same at another grain."""
    if kind == "time":
        return fact.valid is not None and any(_same_days(r, fact.valid) for r in slot.readings)
    if kind == "quantity":
        return slot.quantity is not None and float(fact.value) in slot.quantity.stated
    if kind == "text":
        return name_key(slot.text) == name_key(fact.value)
    return kind != "place" or fact.value in slot.entities


def _details(kind: str, slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> dict[str, str | float]:
    if kind == "time":
        return _times(readings_for(slot, fact.valid), fact.valid, "during")
    if kind == "quantity":
        return _numbers(slot, fact, predicate)
    stated = _names(slot.entities, store) if slot.entities else slot.text
    return {"stated": stated, "known": store.name(fact.value)}


def _times(readings: Sequence[Interval], known: Interval | None, boundary: str) -> dict[str, str | float]:
    stated = " or ".join(dict.fromkeys(write_interval(r) for r in readings))
    days = days_apart(readings, known, boundary)
    apart: dict[str, str | float] = {} if days is None else {"days_apart": days}
    return {"stated": stated, "known": _known(known), "boundary": boundary, **apart}


def _known(known: Interval | None) -> str:
    if known is None:
        return "unknown"
    is_open = known.start is not None and known.end is None
    return f"from {write_interval(known)} on" if is_open else write_interval(known)


def _numbers(slot: Slot, fact: Fact, predicate: Predicate) -> dict[str, str | float]:
    known = float(fact.value)
    details: dict[str, str | float] = {"known": known, "unit": predicate.unit}
    details["tolerance"] = predicate.tolerance.around(known)
    quantity = slot.quantity
    if quantity is None:
        return details
    bounds = {"low": quantity.low, "high": quantity.high}
    stated = " to ".join(f"{value:.12g}" for value in quantity.stated)
    return {
        "stated": stated,
        "stated_unit": quantity.unit,
        **{name: bound for name, bound in bounds.items() if bound is not None},
        **details,
    }


def _same_days(one: Interval, other: Interval) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _names(entities: Sequence[str], store: Store) -> str:
    return " or ".join(store.name(entity) for entity in entities)
