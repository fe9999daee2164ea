"""Tokens -> the number that starts at one of them: digits, words, fraction, ordinal or order of magnitude."""

from decimal import Decimal

from claims.values.quantities.group import role_of
from claims.values.quantities.idle_words import is_idle_number
from claims.values.quantities.number import ONE, TWO, ZERO, Number
from claims.values.quantities.read_cardinal import read_cardinal
from claims.values.quantities.read_fraction import HYPHENS, Part, Roles, read_fraction
from claims.values.quantities.tokens import VULGAR, Tokens
from claims.values.quantities.vocabulary import Vocabulary

ENDINGS = {1: "st", 2: "nd", 3: "rd"}
SOME = frozenset(("several", "few", "many"))
HALVES = frozenset(("half", "quarter"))
"""Parts that may follow a unit: an hour and a half."""
BEFORE_NUMBER = frozenset(("a", "an", *SOME))
MOST_ORDERS = 4
"""Orders in a row, as in "hundreds of thousands of millions"; more are no number."""
MULTIPLES = ("hundred", "scale", "dozen")


def number_starts(tokens: Tokens, roles: Roles) -> list[int]:
    """The tokens that may be the first of a number; a cheap test."""
    return [
        at
        for at, (_, key, _, _) in enumerate(tokens)
        if key in roles
        or key[:1].isdecimal()
        or key in VULGAR
        or (key in BEFORE_NUMBER and (tokens[at + 1].key in roles or tokens[at + 4].key in HALVES))
        or (key[:1] == "." and len(key) > 1)
    ]


def read_number(tokens: Tokens, index: int, words: Vocabulary, *, money: bool = False) -> Number | None:
    """The number that starts at a token, or None where it is none, or counts nothing.

    ``money`` says that a currency stands before it, which makes "m" million and not metres.
    """
    roles = words.numbers
    number = (
        _ordinal_digits(tokens, index)
        or _order(tokens, index, roles)
        or _couple(tokens, index, roles)
        or _fraction(tokens, index, roles)
        or _one_and_half(tokens, index, words)
        or read_cardinal(tokens, index, roles, _scales(tokens, index, words, money=money))
    )
    if number is None or is_idle_number(tokens, number, words):
        return None
    return number


def _scales(tokens: Tokens, index: int, words: Vocabulary, *, money: bool) -> Roles:
    """The abbreviations that are scales here: 5m euros, 5m people, but 5m tall."""
    after = tokens[index + 2]
    counted = (
        after.key in words.currency_words
        or after.text in words.currency_marks
        or after.key in words.cues["plural"]
        or _is_plural(after.key, words)
    )
    attached = tokens.touches(index + 1) and tokens[index].is_numeral
    return words.money_scales if money or (attached and counted) else words.scales


def _is_plural(key: str, words: Vocabulary) -> bool:
    return key.endswith("s") and key.isalpha() and len(key) > 4 and key not in words.cues["connector"]


def _ordinal_digits(tokens: Tokens, index: int) -> Number | None:
    """46th, 21st; "5st" is a weight."""
    digits, ending = tokens[index].text.replace(",", ""), tokens[index + 1].key
    if not digits.isdecimal() or not tokens.touches(index + 1):
        return None
    usual = "th" if digits[-2:-1] == "1" else ENDINGS.get(int(digits[-1]), "th")
    return Number(Decimal(digits), ZERO, index, index + 2, "ordinal") if ending == usual else None


def _order(tokens: Tokens, index: int, roles: Roles) -> Number | None:
    """Dozens, hundreds of thousands, several hundred: the order of magnitude and no more."""
    first = index + (tokens[index].key == "a" and tokens[index + 1].key == "few")
    some = tokens[first].key in SOME
    at = first + some
    name, value = role_of(tokens[at], roles)
    if name not in (MULTIPLES if some else ("plural",)) or (
        name == "plural" and value == 10 and not _of(tokens, at, roles)
    ):
        return None
    for _ in range(MOST_ORDERS):
        step = at + 1 + (tokens[at + 1].key == "of" and _of(tokens, at, roles))
        name, larger = role_of(tokens[step], roles)
        if name not in ("plural", "scale") or larger < value:
            return Number(value, ZERO, index, at + 1, "order", scale=value)
        value, at = value * larger, step
    return None


def _of(tokens: Tokens, index: int, roles: Roles) -> bool:
    return tokens[index + 1].key == "of" and role_of(tokens[index + 2], roles)[0] == "plural"


def _couple(tokens: Tokens, index: int, roles: Roles) -> Number | None:
    """A couple of, a couple hundred: two, loosely."""
    at = index + (tokens[index].key == "a")
    if role_of(tokens[at], roles)[0] != "couple":
        return None
    after = at + 1 + (tokens[at + 1].key == "of")
    name, value = role_of(tokens[after], roles)
    if name in MULTIPLES:
        return Number(TWO * value, value, index, after + 1, "couple", scale=value)
    return Number(TWO, ONE, index, at + 1, "couple") if after > at + 1 else None


def _one_and_half(tokens: Tokens, index: int, words: Vocabulary) -> Number | None:
    """The article of "an hour and a half", which stands for one."""
    if tokens[index].key not in ("a", "an") or tokens[index + 1].key not in words.units.words:
        return None
    if [token.key for token in tokens[index + 2 : index + 4]] != ["and", "a"]:
        return None
    if tokens[index + 4].key not in HALVES:
        return None
    return Number(ONE, ZERO, index, index + 1, "words")


def _fraction(tokens: Tokens, index: int, roles: Roles) -> Number | None:
    """Two-thirds, 3/4, half a million, a quarter of a billion."""
    part = read_fraction(tokens, index, roles)
    if part is None:
        return None
    scaled = _scaled(tokens, part, roles)
    if scaled is not None:
        return scaled._replace(first=index)
    return Number(part.value, ZERO, index, part.last, "fraction")


def _scaled(tokens: Tokens, part: Part, roles: Roles) -> Number | None:
    at = part.last
    at += tokens[at].text in HYPHENS or tokens[at].key == "of"
    at += tokens[at].key in ("a", "an", "one")
    name, scale = role_of(tokens[at], roles)
    if name not in MULTIPLES:
        return None
    step = part.value * scale / 5 if name == "scale" else ZERO
    return Number(part.value * scale, step, part.last, at + 1, "words", scale=scale)
