"""A number read in the text against a known one: units, bounds left by hedge and rounding, tolerance."""

from claims.judging.find_revision import find_revision
from claims.judging.relation import Relation
from claims.records import Fact, Quantity, Slot
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.quantities.convert import convert

PLAIN = frozenset(("people", "members", "moons", "children", "number", "index", "per_1000"))
"""Units of predicates that a text gives as a bare number or a count."""
MEASURED = {"km2": ("km2", 1.0), "km": ("km", 1.0), "million_km": ("km", 1e-6), "years": ("year", 1.0),
            "days": ("day", 1.0), "minutes": ("minute", 1.0), "m": ("m", 1.0), "kg": ("kg", 1.0), "tonnes": ("tonne", 1.0)}  # fmt: skip
"""Units of predicates -> the unit a measure is converted to, and the factor on it."""
DENSITY = "per_km2"
"""The unit of what is counted to an area, which a text gives by the square mile as well."""
LOOSE = 1.5
"""A bound ("more than") that is off by this factor says nothing of what is known."""
COUNTED = "members"
"""The unit of seats, members, states: what a list holds."""
MANY, FEW, TEN = 100, 0.07, 10
"""Of so many members as much may be vacant or added where the number is round: 705 members of the European Parliament are "700"."""
NEAR = 2
"""Within so many tolerances two figures of one thing may come from two ways of counting it."""


def compare_quantity(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> Relation:
    """The relation of a stated number to a known one; UNKNOWN where the units cannot be told or converted."""
    quantity = slot.quantity
    bounds = _bounds(quantity, predicate.unit) if quantity else None
    if quantity is None or bounds is None:
        return Relation.UNKNOWN
    known = float(fact.value)
    tolerance = predicate.tolerance.around(known)
    if predicate.unit == COUNTED and not _is_hedged(quantity):
        return _compare_count(quantity, known)
    if _lies(known, bounds, tolerance):
        return Relation.AGREES if _is_telling(quantity, bounds, known, tolerance) else Relation.NEAR
    doubt = max(NEAR * tolerance, find_revision(fact, predicate, store))
    if _lies(known, bounds, doubt) or _may_be_another_dollar(quantity, fact, store):
        return Relation.NEAR
    return Relation.DIFFERENT


def _compare_count(quantity: Quantity, known: float) -> Relation:
    """What is counted out is not rounded: a "600-seat chamber" has 600 seats, or a few more or fewer where some are vacant."""
    if known in quantity.stated:
        return Relation.AGREES
    near = any(
        abs(known - stated) <= FEW * known
        for stated in quantity.stated
        if stated >= MANY and stated % TEN == 0
    )
    return Relation.NEAR if near else Relation.DIFFERENT


Bounds = tuple[float | None, float | None]


def _is_telling(quantity: Quantity, bounds: Bounds, known: float, tolerance: float) -> bool:
    """Whether a number that may be right is near enough to be called so, or says too little.

    "About 80 million" is 72 to 88 million, and called right from 76 to 84; "more than 300 million" is no
    news of a country of 1.4 billion.
    """
    low, high = bounds
    if low is None or high is None:
        edge = low if high is None else high
        return edge is None or edge <= 0 or max(known / edge, edge / known if known else 0) <= LOOSE
    if len(quantity.stated) > 1 or not _is_hedged(quantity):
        return True
    return abs(known - (low + high) / 2) <= max((high - low) / 4, tolerance)


def _is_hedged(quantity: Quantity) -> bool:
    """Whether the bounds lie farther apart than rounding explains."""
    if quantity.low is None or quantity.high is None:
        return True
    return (quantity.high - quantity.low) / 2 > quantity.rounding * 1.01


def _lies(known: float, bounds: Bounds, tolerance: float) -> bool:
    low, high = bounds
    return (low is None or low - tolerance <= known) and (high is None or known <= high + tolerance)


def _bounds(quantity: Quantity, unit: str) -> Bounds | None:
    """The bounds in the predicate's unit, or None."""
    if unit == DENSITY:
        return _per_area(quantity)
    if unit in MEASURED:
        return _converted(quantity, *MEASURED[unit]) if quantity.unit else None
    if unit == "index" and quantity.high is not None and quantity.high <= 1:
        return _scaled(quantity, 100.0)
    return (quantity.low, quantity.high) if _is_of(quantity, unit) else None


def _is_of(quantity: Quantity, unit: str) -> bool:
    """Whether a number that needs no conversion is of a unit."""
    if unit in ("percent", "ordinal"):
        return quantity.kind == unit
    if unit == "USD":
        return quantity.unit == "USD"
    counts = quantity.kind in ("cardinal", "count") and not quantity.unit.startswith("/")
    return unit in PLAIN and counts


def _scaled(quantity: Quantity, factor: float) -> Bounds:
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    return low, high


def _converted(quantity: Quantity, unit: str, factor: float) -> Bounds | None:
    try:
        low, high = (
            None if end is None else convert(end, quantity.unit, unit) * factor
            for end in (quantity.low, quantity.high)
        )
    except ValueError:
        return None
    return low, high


def _per_area(quantity: Quantity) -> Bounds | None:
    """The bounds of so many to an area, to the square kilometre."""
    if not quantity.unit.startswith("/"):
        return None
    try:
        area = convert(1.0, quantity.unit[1:], "km2")
    except ValueError:
        return None
    return _scaled(quantity, 1 / area)


def _may_be_another_dollar(quantity: Quantity, fact: Fact, store: Store) -> bool:
    """Whether a bare "$" may be the country's own dollar."""
    return bool(quantity.other_units) and any(
        "dollar" in f.value.casefold() and f.subject != "country/united-states"
        for f in store.facts(fact.subject, "currency")
    )
