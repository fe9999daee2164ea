"""The currency sign or code at a number: $, US$, Rs., EUR, MEUR."""

from decimal import Decimal

from claims.values.quantities.number import Number
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.unit_reading import UnitReading, money
from claims.values.quantities.vocabulary import Vocabulary

LONGEST = 4
MILLION = Decimal(10**6)
SIGNS = frozenset("-−–")
ARTICLES = frozenset("aAsS")
"""Letters that before a "$" with a space between belong to the text: "a $5 bill", "Keith's $5"."""


def read_currency_before(tokens: Tokens, first: int, words: Vocabulary) -> UnitReading | None:
    """The currency that ends before token ``first``; a minus may stand between."""
    end = first - (tokens[first - 1].text in SIGNS and tokens.touches(first) and tokens.touches(first - 1))
    if tokens[end - 1].text not in words.mark_ends:
        return None
    for length in range(min(LONGEST, end), 0, -1):
        start = end - length
        found = read_mark(tokens, start, end, words)
        if found is not None and _is_near(tokens, start, end):
            return found
    return None


def read_currency_name(tokens: Tokens, number: Number, words: Vocabulary) -> UnitReading | None:
    """The currency whose name stands before a number: rupees 500, "dollar 22.5 million"; no "mark 4"."""
    at = number.first - 1
    name, before = tokens[at].key, tokens[at - 1]
    currency = words.currency_words.get(name)
    if currency is None or name in words.units.words or not tokens[number.first].is_numeral:
        return None
    meant = name.endswith("s") or number.scale > 1
    counted = before.is_numeral or before.key in words.numbers
    return money(currency, at, number.first) if meant and not counted else None


def read_mark(tokens: Tokens, start: int, end: int, words: Vocabulary) -> UnitReading | None:
    """The currency that the tokens spell without spaces, or None; MEUR is a million euros."""
    mark = tokens.raw(start, end)
    currency = words.currency_marks.get(mark)
    if currency is None and mark.endswith("$"):
        currency = words.currency_marks.get(_dollar(tokens, start, end))
    if currency is not None:
        return money(currency, start, end)
    code = mark[1:]
    if len(mark) == 4 and mark[0] == "M" and code.isupper() and code in words.currency_marks:
        return money(words.currency_marks[code], start, end, MILLION)
    return None


def _dollar(tokens: Tokens, start: int, end: int) -> str:
    """C$ for "c$": texts in lower case have their signs so too."""
    mark = tokens.raw(start, end).upper()
    attached = all(tokens.touches(at) for at in range(start + 1, end))
    return mark if attached or len(mark) > 2 or mark == "C$" else ""


def _is_near(tokens: Tokens, start: int, end: int) -> bool:
    """Whether nothing is attached before the sign, and the number is near."""
    if end - start == 2 and tokens[start].text in ARTICLES and not tokens.touches(end - 1):
        return False
    near = tokens[end].start - tokens[end - 1].end <= 1
    return near and not (tokens.touches(start) and tokens[start].is_word and tokens[start - 1].is_word)
