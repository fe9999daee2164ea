"""A part of a number that stands before a scale, and what the tokens of numbers do."""

from decimal import Decimal
from typing import NamedTuple

from claims.values.quantities.number import ZERO
from claims.values.quantities.read_fraction import HYPHENS, Roles
from claims.values.quantities.tokens import Token, Tokens

NO_ROLE = ("", ZERO)
AFTER_FRACTION = frozenset(("of", "miles", "times", "million", "billion", "percent"))


class Group(NamedTuple):
    """What stands before a scale: its value, its decimals, the token after it."""

    value: Decimal
    decimals: int
    last: int
    ordinal: bool = False
    digits: bool = False
    exact: bool = True


def role_of(token: Token, roles: Roles) -> tuple[str, Decimal]:
    """What a word does in a number, and its value; an empty name where it does nothing."""
    return roles.get(token.key, NO_ROLE)


def past_hyphen(tokens: Tokens, index: int) -> int:
    """The token, or the one after it where it is a hyphen before a word."""
    return index + (tokens[index].text in HYPHENS and tokens[index + 1].is_word)


def is_parts(tokens: Tokens, index: int, roles: Roles) -> bool:
    """Whether a denominator follows: thirds, hundredths."""
    return role_of(tokens[past_hyphen(tokens, index)], roles)[0] == "parts"


def goes_on(token: Token) -> bool:
    """Whether what follows makes an ordinal and not a fraction of "a third": "a third man"."""
    return token.is_word and token.key not in AFTER_FRACTION
