"""Feet and inches, hours and minutes, dollars and cents: two readings -> one, in the larger unit."""

from dataclasses import replace
from decimal import Decimal

from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.vocabulary import Vocabulary

CENTS = Decimal(100)


def join_compound(tokens: Tokens, left: Reading, right: Reading, words: Vocabulary) -> Reading | None:
    """The two as one quantity where the second goes on with the smaller unit of the first, else None."""
    if left.unit is None or left.joined or right.joined or right.number.form not in ("digits", "words"):
        return None
    between = [token.text for token in tokens[left.last : right.first]]
    ratio = _ratio(left, right, between, words)
    if ratio is None or right.value * ratio >= 1 or right.value < 0:
        return None
    value = left.value + (right.value * ratio if left.value >= 0 else -right.value * ratio)
    return replace(left, values=(value,), step=ratio / 2, last=right.last, number_last=right.number_last)


def _ratio(left: Reading, right: Reading, between: list[str], words: Vocabulary) -> Decimal | None:
    """How many of the larger unit one of the smaller is."""
    assert left.unit is not None
    if right.unit is None and left.unit.dimension == "currency":
        return _cents(left, right, between)
    if right.unit is None:  # 6-foot-4, 5ft 11
        small = right.number.plain or right.number.form == "words"
        bare = left.unit.unit == "foot" and small and right.noun is None
        return (
            Decimal(1) / 12
            if bare and (between == [] or (len(between) == 1 and between[0] in HYPHENS))
            else None
        )
    if between not in ([], ["and"], [","], ["-"], [",", "and"]):
        return None
    if left.unit.dimension == "currency":
        return 1 / CENTS if right.unit.unit in ("cent", "pence") and between in ([], ["and"]) else None
    larger = words.units.by_id.get(left.unit.unit)
    if larger is None or larger.minor != right.unit.unit:
        return None
    return words.units.by_id[right.unit.unit].factor / larger.factor


def _cents(left: Reading, right: Reading, between: list[str]) -> Decimal | None:
    """Fifteen dollars fifty; the number must stand alone, and the currency before it."""
    assert left.unit is not None
    named = left.unit.first >= left.number.last and left.number.value == int(left.number.value)
    return 1 / CENTS if named and right.bare and right.value >= 1 and between in ([], ["and"]) else None
