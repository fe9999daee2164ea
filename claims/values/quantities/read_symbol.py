"""The symbol of a unit after a number: km, km/h, %, °C, €."""

from claims.values.quantities.number import Number
from claims.values.quantities.read_currency import LONGEST, read_mark
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.unit_reading import UnitReading, rate_dimension
from claims.values.quantities.vocabulary import Vocabulary

SINGLE = frozenset("mglsthJWNVB")
"""Symbols of one letter, which need digits before them."""
AFTER_INCHES = frozenset(
    ("thick", "long", "wide", "tall", "deep", "high", "by", "x", "×", "of", "more", ".", ",", ")", ";", "")
)
"""What follows "in" where it means inches."""
PRIMES, DOUBLE_PRIMES = frozenset("'’′"), frozenset('"″')
REACH = 60
"""Tokens to look over for an open quotation or a word of heat: those of a long sentence."""
HEAT_SCALES = {"C": "celsius", "F": "fahrenheit", "K": "kelvin"}


def read_symbol(tokens: Tokens, at: int, number: Number, words: Vocabulary) -> UnitReading | None:
    """The unit whose symbol stands at a token, written without spaces within, or None."""
    if tokens[at].start - tokens[at - 1].end > 1 or not tokens[at].text:
        return None
    ends = [at + 1]
    while len(ends) < LONGEST and tokens.touches(ends[-1]) and tokens[ends[-1]].text:
        ends.append(ends[-1] + 1)
    for end in reversed(ends):
        if tokens.touches(end) and (tokens[end].is_word or tokens[end].is_numeral):
            continue  # m212, and the code of "3 USD50 cards"
        found = _rate(tokens, at, end, words) or read_mark(tokens, at, end, words)
        if found is not None:
            return found
        unit = words.units.symbols.get(tokens.raw(at, end))
        if unit is not None and _is_symbol_here(tokens, at, end, number):
            return UnitReading(unit, words.units.by_id[unit].dimension, at, end)
    return _inches(tokens, at) or _temperature(tokens, at, number, words)


def _rate(tokens: Tokens, at: int, end: int, words: Vocabulary) -> UnitReading | None:
    """Symbols that are a rate in themselves: mph, bpd, km/h."""
    unit, per = words.rates.get(tokens.raw(at, end), ("", ""))
    if not unit:
        return None
    return UnitReading(unit, rate_dimension(words, words.units.by_id[unit].dimension, per), at, end, per)


def _is_symbol_here(tokens: Tokens, at: int, end: int, number: Number) -> bool:
    mark = tokens.raw(at, end)
    digits = not tokens[number.last - 1].is_word
    if mark in ("in", "in."):
        return digits and tokens[at + 1].key in AFTER_INCHES
    if mark in SINGLE and (not digits or tokens[end].text in HYPHENS):
        return False
    return mark != "s" or not tokens.touches(at) or "." in tokens[at - 1].text  # not the 1990s


def _inches(tokens: Tokens, at: int) -> UnitReading | None:
    """8", where no quotation is open that the sign would close; the feet of 5'11"."""
    prime = tokens[at].text in PRIMES and tokens.touches(at) and tokens[at + 1].is_numeral
    inches = tokens[at + 2].text in DOUBLE_PRIMES and tokens.touches(at + 2)
    if prime and (tokens.touches(at + 1) or inches):
        return UnitReading("foot", "length", at, at + 1)
    if tokens[at].text not in DOUBLE_PRIMES or not tokens.touches(at):
        return None
    opened = sum(token.text == '"' for token in tokens[max(0, at - REACH) : at])
    return UnitReading("inch", "length", at, at + 1) if opened % 2 == 0 else None


def _temperature(tokens: Tokens, at: int, number: Number, words: Vocabulary) -> UnitReading | None:
    """30C, 72 F: only where the text speaks of heat."""
    unit = HEAT_SCALES.get(tokens[at].text)
    if unit is None or not tokens[number.last - 1].is_numeral or tokens[at + 1].text in HYPHENS:
        return None
    if words.cues["heat"].isdisjoint([token.key for token in tokens[max(0, at - REACH) : at + REACH]]):
        return None
    return UnitReading(unit, "temperature", at, at + 1)
