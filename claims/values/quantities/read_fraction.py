"""Fractions in words and signs: two-thirds, a quarter, one and a half, 3½, 2 1/2."""

from decimal import Decimal
from typing import NamedTuple

from claims.values.quantities.number import ONE, TEN, TWO
from claims.values.quantities.tokens import VULGAR, Tokens
from claims.values.quantities.vocabulary import Role

Roles = dict[str, Role]
HYPHENS = frozenset("-‐‑–")
# A denominator in news is small or round; "5/17" is a day and "9/11" is that day.
DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 25, 32, 40, 50, 64, 100, 1000))


class Part(NamedTuple):
    """A fraction, and the token after it."""

    value: Decimal
    last: int


def read_fraction(tokens: Tokens, index: int, roles: Roles) -> Part | None:
    """The fraction that starts at a token, in words or as a sign, or None."""
    token = tokens[index]
    if token.text in VULGAR:
        top, bottom = VULGAR[token.text]
        return Part(Decimal(top) / bottom, index + 1)
    if token.is_numeral:
        return _slashed(tokens, index)
    if token.key in ("a", "an", "one"):
        return _single(tokens, index, roles)
    role = roles.get(token.key)
    if role is not None and (role.name == "half" or _is_of_scale(tokens, index, roles)):
        return Part(ONE / role.value, index + 1)
    if role is not None and role.name in ("unit", "teen", "tens"):
        return _several(tokens, index, role, roles)
    return None


def _is_of_scale(tokens: Tokens, index: int, roles: Roles) -> bool:
    """Whether it is "quarter" with a scale behind it, so that it is a number and no part of the year."""
    after = roles.get(tokens[index + 1 + (tokens[index + 1].text in HYPHENS)].key)
    return roles[tokens[index].key].name == "quarter" and after is not None and after.name == "scale"


def _slashed(tokens: Tokens, index: int) -> Part | None:
    """3/4, where the denominator is one that people use."""
    top, slash, bottom = tokens[index : index + 3]
    if slash.text not in ("/", "⁄") or not (top.text.isdecimal() and bottom.text.isdecimal()):
        return None
    if not (tokens.touches(index + 1) and tokens.touches(index + 2)) or tokens[index + 3].text == "/":
        return None
    if int(bottom.text) not in DENOMINATORS or not 0 < int(top.text) < int(bottom.text):
        return None
    return Part(Decimal(top.text) / Decimal(bottom.text), index + 3)


def _several(tokens: Tokens, index: int, first: Role, roles: Roles) -> Part | None:
    """Two thirds, three-quarters, fifty-four hundredths."""
    top = first.value
    after = index + 1 + (tokens[index + 1].text in HYPHENS)
    role = roles.get(tokens[after].key)
    if role is not None and first.name == "tens" and role.name == "unit":
        top += role.value
        after += 1 + (tokens[after + 1].text in HYPHENS)
    bottom = read_parts(tokens, after, roles)
    if bottom is None or top < TWO or top == bottom.value:
        return None
    return Part(top / bottom.value, bottom.last)


def read_parts(tokens: Tokens, index: int, roles: Roles) -> Part | None:
    """The denominator at a token, as a number: fifths, twenty-firsts."""
    role = roles.get(tokens[index].key)
    if role is not None and role.name == "parts":
        return Part(role.value, index + 1)
    if role is None or role.name != "tens":
        return None
    after = index + 1 + (tokens[index + 1].text in HYPHENS)
    unit = roles.get(tokens[after].key)
    if unit is None or unit.name not in ("parts", "late_parts") or unit.value >= TEN:
        return None
    return Part(role.value + unit.value, after + 1)


def _single(tokens: Tokens, index: int, roles: Roles) -> Part | None:
    """A half, one quarter, a third, one twenty-fifth."""
    after = index + 1 + (tokens[index + 1].text in HYPHENS)
    role = roles.get(tokens[after].key)
    if role is None:
        return None
    if role.name == "tens" and tokens[after + 1].text in HYPHENS:
        unit = roles.get(tokens[after + 2].key)
        if unit is not None and unit.name == "ordinal" and unit.value < 10:
            return Part(ONE / (role.value + unit.value), after + 3)
    if role.name in ("half", "quarter") or (role.name == "ordinal" and role.value > TWO):
        return Part(ONE / role.value, after + 1)
    return None
