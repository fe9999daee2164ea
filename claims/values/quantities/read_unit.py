"""The unit that follows a number, by symbol or in words, with what it is divided by."""

from dataclasses import replace

from claims.values.quantities.counted_noun import past_or_more
from claims.values.quantities.number import Number
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.read_symbol import read_symbol
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.unit_reading import UnitReading, money, rate_dimension
from claims.values.quantities.vocabulary import Vocabulary

LONGEST_NAME = 6
"""Tokens of the longest unit's name, full stops and hyphens included."""
PER = frozenset(("per", "a", "an", "each", "every", "/"))
PER_ARTICLE = frozenset(("currency", "length", "mass", "volume", "data", "share"))
"""Dimensions after which "a" may mean "per": $50 a barrel, but not "two hours a teacher"."""
EARLIER = frozenset(("ago", "before", "earlier", "later", "previously", "prior"))
"""What makes a time of "a year" and no rate."""
BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}


def read_unit(tokens: Tokens, number: Number, words: Vocabulary) -> UnitReading | None:
    """The unit after a number, with "per hour" where it follows; None where there is none."""
    at = past_or_more(tokens, _start(tokens, number))
    symbol, word = read_symbol(tokens, at, number, words), _name(tokens, at, number, words)
    found = symbol or word
    if symbol is not None and word is not None and word.last > symbol.last:
        found = word
    return None if found is None else with_per(tokens, found, found.last, words)


def with_per(tokens: Tokens, found: UnitReading, at: int, words: Vocabulary) -> UnitReading:
    """The unit with what follows at a token as "per", "a" or "/": miles an hour, $50 a barrel."""
    if found.per:
        return found
    per, last = read_per(tokens, _past_bracket(tokens, at), words, article=found.dimension in PER_ARTICLE)
    if not per or tokens[last].key in EARLIER:  # $2 billion a year earlier
        return found
    return replace(found, dimension=rate_dimension(words, found.dimension, per), last=last, per=per)


def read_per(tokens: Tokens, at: int, words: Vocabulary, *, article: bool) -> tuple[str, int]:
    """The unit after "per" and the token after it, or an empty one; ``article`` lets "a" mean "per"."""
    at += tokens[at].text in HYPHENS
    key = tokens[at].key
    if key not in PER or (key in ("a", "an") and not article):
        return "", at
    at += 1 + (tokens[at + 1].text in HYPHENS)
    for last in (at + 3, at + 2, at + 1):
        phrase = " ".join([token.key for token in tokens[at:last]])
        unit = words.units.words.get(phrase) or words.denominators.get(phrase)
        unit = unit or words.units.symbols.get(tokens.raw(at, last))
        if unit is not None and not (tokens.touches(last) and tokens[last].is_numeral):
            return unit, last
    return "", at


def _past_bracket(tokens: Tokens, at: int) -> int:
    """The token after the other unit in "59 miles (95 km) per hour", where "per" follows."""
    end = at + 3 if tokens[at].text == "(" else at
    closed = tokens[end].text == ")" and tokens[end + 1].key == "per"
    return end + 1 if closed else at


def _start(tokens: Tokens, number: Number) -> int:
    """Where the unit begins: past "of" after "thousands", past a hyphen, past a bracket."""
    at = number.last
    if number.form in ("order", "couple", "fraction"):
        at += tokens[at].key == "of"
        return at + (tokens[at].key in ("a", "an"))  # half a mile, a quarter of an hour
    if tokens[at].text in HYPHENS and tokens[at + 1].is_word and tokens[at + 1].start - tokens[at].end < 2:
        return at + 1
    closed = tokens[at].text in BRACKETS and tokens[at + 2].text == BRACKETS[tokens[at].text]
    return at + 1 if closed else at


def _name(tokens: Tokens, at: int, number: Number, words: Vocabulary) -> UnitReading | None:
    """Square kilometres, per cent, US dollars, degrees Celsius: the longest name that fits."""
    best: UnitReading | None = None
    phrase = ""
    for end in range(at + 1, at + 1 + LONGEST_NAME):
        token = tokens[end - 1]
        if phrase and (token.text == "." or (token.text in HYPHENS and tokens[end].is_word)):
            continue  # "sq. mi", "U.S. dollars", "square-mile"
        if not token.is_word:
            break
        initials = len(token.text) == 1 and tokens[end - 2].text == "."
        phrase += token.key if initials or not phrase else f" {token.key}"
        best = _named(phrase, at, end, number, words) or best
    return best


def _named(phrase: str, at: int, end: int, number: Number, words: Vocabulary) -> UnitReading | None:
    """The unit or currency of that name; pounds are money from thousands on, else weight or money."""
    unit = words.units.words.get(phrase)
    currency = words.currency_words.get(phrase)
    if currency is not None and (unit is None or number.scale > 1000):
        is_verb = phrase == "won" and number.value < 100  # "12 won seats"
        return None if is_verb else money(currency, at, end)
    if unit is None:
        return None
    also = () if currency is None else (currency.code,)
    return UnitReading(unit, words.units.by_id[unit].dimension, at, end, also=also)
