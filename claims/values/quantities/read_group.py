"""Numerals and number words below a thousand, with their fraction: forty-two and a third, 3½, two point five."""

from decimal import Decimal

from claims.values.quantities.group import Group, goes_on, past_hyphen, role_of
from claims.values.quantities.number import ONE
from claims.values.quantities.read_fraction import HYPHENS, Roles, read_fraction
from claims.values.quantities.read_numeral import read_numeral
from claims.values.quantities.tokens import Tokens

HUNDRED = Decimal(100)


def read_group(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    """A numeral, or words for a number below a thousand with their fraction."""
    token = tokens[index]
    group = read_numeral(token.text, index) if token.is_numeral else _words(tokens, index, roles)
    if group is None or group.ordinal:
        return group
    group = _hundreds(tokens, group, roles)
    return group if group.ordinal else _with_fraction(tokens, group, roles)


def _words(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    name, value = role_of(tokens[index], roles)
    follows = role_of(tokens[index + 1], roles)[0]
    if tokens[index].key in ("a", "an"):
        return Group(ONE, 0, index + 1) if follows in ("hundred", "scale", "dozen") else None
    if name == "hundred":
        return Group(value, 0, index + 1) if follows == "scale" else None
    if name in ("unit", "teen"):
        return Group(value, 0, index + 1)
    if name == "ordinal":
        return Group(value, 0, index + 1, ordinal=True)
    return _tens(tokens, index, value, roles) if name == "tens" else None


def _tens(tokens: Tokens, index: int, value: Decimal, roles: Roles) -> Group:
    after = index + 1 + (tokens[index + 1].text in HYPHENS)
    name, unit = role_of(tokens[after], roles)
    if name == "unit" and unit:
        return Group(value + unit, 0, after + 1)
    if name == "ordinal" and unit < 10 and tokens[after].start - tokens[index].end < 2:
        return Group(value + unit, 0, after + 1, ordinal=True)
    return Group(value, 0, index + 1)


def _hundreds(tokens: Tokens, group: Group, roles: Roles) -> Group:
    """The group, times a hundred where that word follows, with what comes after it."""
    at = past_hyphen(tokens, group.last)
    name, value = role_of(tokens[at], roles)
    if name == "ordinal" and value >= HUNDRED and not group.decimals:
        return group._replace(value=group.value * value, last=at + 1, ordinal=True)
    if name != "hundred":
        return group
    hundreds = group._replace(value=group.value * HUNDRED, last=at + 1, decimals=0)
    joined = tokens[at + 1].key in ("and", "&")
    rest = _words(tokens, at + 1 + joined, roles)
    if rest is None and joined and group.digits and tokens[at + 2].text.isdecimal():
        rest = read_numeral(tokens[at + 2].text, at + 2)
    if rest is None or rest.value >= HUNDRED or rest.last == at + 1 + joined:
        return hundreds
    follows, parts = role_of(tokens[past_hyphen(tokens, rest.last)], roles)
    if follows == "hundred" or (follows == "parts" and joined and rest.value < parts):
        return hundreds
    if rest.ordinal and rest.value == 2 and not joined:  # "a hundred second graders" is no number
        return hundreds
    return hundreds._replace(value=hundreds.value + rest.value, last=rest.last, ordinal=rest.ordinal)


def _with_fraction(tokens: Tokens, group: Group, roles: Roles) -> Group:
    """3½, 2 1/2, five and a half, forty-two and a third; "two point five" too."""
    at = group.last
    if tokens[at].key == "point":
        return _with_point(tokens, group, roles)
    at += tokens[at].text in HYPHENS and tokens[at + 1].key == "and"  # two-and-a-half
    joined = tokens[at].key == "and"
    part = read_fraction(tokens, at + joined + (joined and tokens[at + 1].text in HYPHENS), roles)
    if part is None or part.value >= 1 or group.decimals or (not joined and not _is_mixed(tokens, at)):
        return group
    if joined and tokens[at + 1].is_numeral:
        return group
    if joined and role_of(tokens[part.last - 1], roles)[0] == "ordinal" and goes_on(tokens[part.last]):
        return group  # "two and a third man" tells of a man
    return group._replace(value=group.value + part.value, last=part.last, exact=False)


def _is_mixed(tokens: Tokens, index: int) -> bool:
    token = tokens[index]
    return not token.is_word and token.start - tokens[index - 1].end <= 2


def _with_point(tokens: Tokens, group: Group, roles: Roles) -> Group:
    digits, at = "", group.last + 1
    while (spoken := _spoken(tokens, at, roles)) is not None:
        digits += str(spoken.value)
        at = spoken.last
    if not digits:
        return group
    return group._replace(value=group.value + Decimal(f"0.{digits}"), decimals=len(digits), last=at)


def _spoken(tokens: Tokens, index: int, roles: Roles) -> Group | None:
    name = role_of(tokens[index], roles)[0]
    return _words(tokens, index, roles) if name in ("unit", "teen", "tens") else None
