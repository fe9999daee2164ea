"""A fact's value as it would stand in the text in place of a claimed one."""

import re

from claims.judging.write_times import write_time_like
from claims.records import Fact, Slot
from claims.store.open import Store
from claims.store.predicates import Predicate


def write_value(slot: Slot, fact: Fact, predicate: Predicate, store: Store) -> str:
    """The replacement for a slot's text; empty where none can be written."""
    if predicate.value_kind == "entity":
        return plain_name(store.name(fact.value))
    if predicate.value_kind == "time":
        return write_time_like(slot, fact, "start") or ""
    if predicate.policy == "score":
        return _write_score(slot, fact.value)
    if slot.quantity is not None:
        return write_quantity_like(slot, float(fact.value))
    return fact.value


def plain_name(name: str) -> str:
    """A name as prose has it, without what tells namesakes apart: "Mercury (planet)"."""
    return _ASIDE.sub("", name)


_ASIDE = re.compile(r"(?<=\S)\s\([^()]*\)$")


def _write_score(slot: Slot, known: str) -> str:
    """A score with the larger number where the text has it."""
    points = [int(number) for number in re.findall(r"\d+", known)[:2]]
    stated = slot.quantity.stated if slot.quantity else (1.0, 0.0)
    ordered = sorted(points, reverse=stated[0] >= stated[-1])
    return "-".join(map(str, ordered))


SCALES = {
    "trillion": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bn": 1e9,
    "million": 1e6,
    "m": 1e6,
    "thousand": 1e3,
    "k": 1e3,
}


def write_quantity_like(slot: Slot, value: float) -> str:
    """A number in the form of the slot's: its scale word, its decimals, and what stands around it."""
    match = _NUMBER.search(slot.text)
    if match is None or slot.quantity is None or len(slot.quantity.stated) != 1:
        return _plain(value)
    scale = SCALES.get((match["scale"] or "").strip().casefold(), 1.0)
    decimals = len(match["decimals"] or "")
    shown = abs(value) / scale
    number = (
        f"{shown:,.{decimals}f}" if "," in match["number"] or shown >= 10_000 else f"{shown:.{decimals}f}"
    )
    return slot.text[: match.start()] + number + (match["scale"] or "") + slot.text[match.end() :]


_NUMBER = re.compile(
    r"(?P<number>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<scale>[\s-]?(?:trillion|billion|million|thousand|tn|bn|m|k)\b)?",
    re.IGNORECASE,
)


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def write_ordinal(number: str) -> str:
    """A number as an ordinal in digits: "46th"."""
    value = int(float(number))
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"
