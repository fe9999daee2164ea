"""Numbers that are part of a name: Flight 370, F-16, Boeing 737, One Direction, 1600 Pennsylvania Avenue."""

from claims.values.quantities.idle_words import OPENING
from claims.values.quantities.number import Number
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Token, Tokens
from claims.values.quantities.unit_reading import UnitReading
from claims.values.quantities.vocabulary import Vocabulary

MOST_POINTS = 50
"""Points of a list within a text: (1), (2)."""
JOINTS = frozenset(("foot", "feet", "ft", "in", "to", "of"))
"""Words that with a hyphen may stand between two numbers."""
LONGEST_LIST = 12
"""Tokens of a list of numbers after a label: "Articles 5, 6 and 7"."""
BRACKET_REACH = 12
"""Tokens before a number within which a bracket that closes after it is opened."""
LISTING = frozenset(("and", "or", "to", ","))
ABBREVIATED_LABELS = frozenset(("no", "nos", "nr", "vol", "pp", "sec", "art", "fig"))
COUNTING_LABELS = frozenset(("no", "type", "level", "part"))
"""Labels that before a counted noun are ordinary words: "no 20 people"."""


def is_attached(tokens: Tokens, number: Number, money: UnitReading | None, unit: UnitReading | None) -> bool:
    """Whether letters stand directly at the digits: G20, F-16, COVID-19, 24703L, 5G, 737s."""
    first, before, after = tokens[number.first], tokens[number.first - 1], tokens[number.last]
    if not first.is_numeral:
        hyphened = before.text in HYPHENS and tokens.touches(number.first)
        return hyphened and tokens[number.first - 2].is_word and tokens[number.first - 2].key not in JOINTS
    if money is None and tokens.touches(number.first) and _is_tied(tokens, number, before):
        return True
    if unit is not None or not tokens.touches(number.last) or number.form == "ordinal":
        return False
    if after.key == "x" and tokens[number.last + 1].is_numeral and tokens.touches(number.last + 1):
        return False
    return after.is_word or after.text == "_" or (after.text == "(" and tokens.touches(number.last + 1))


def _is_tied(tokens: Tokens, number: Number, before: Token) -> bool:
    """Whether what touches the digits from the left makes one word of them."""
    if before.key in ("x", "×") and tokens[number.first - 2].is_numeral and tokens.touches(number.first - 1):
        return False  # 10x12 metres
    if before.is_word or before.text in "_./#":
        return True
    if before.text not in HYPHENS or not tokens.touches(number.first - 1):
        return False
    partner = tokens[number.first - 2]
    if partner.is_word:  # but not 6-foot-4, 1-in-10, 20k-30k
        follows = tokens[number.first - 3].is_numeral and tokens.touches(number.first - 2)
        return not follows and partner.key not in JOINTS
    if partner.is_numeral:  # x86-64
        return tokens.touches(number.first - 2) and tokens[number.first - 3].is_word
    return partner.text[:1] not in ("", "(", "$", "£", "€", "%", "'")


def is_name(
    tokens: Tokens, number: Number, unit: UnitReading | None, counted: bool, words: Vocabulary
) -> bool:
    """Whether the number belongs to a name or a place in a list; ``counted`` says that a noun follows it."""
    if number.form == "ordinal":
        after = tokens[number.last]
        return after.text[:1].isupper() and after.key in words.cues["district"]
    if _is_labelled(tokens, number, unit, counted, words):
        return True
    if not tokens[number.first].is_numeral:
        return _is_word_name(tokens, number, unit)
    if unit is not None:
        return False
    if _is_address(tokens, number, words) or _is_point(tokens, number):
        return True
    bare = not counted and _is_simple(tokens, number)
    return bare and (_is_citation(tokens, number) or _after_capital(tokens, number, words))


def _is_labelled(
    tokens: Tokens, number: Number, unit: UnitReading | None, counted: bool, words: Vocabulary
) -> bool:
    """Flight 370, No. 5, page 12, Gang of 22."""
    before = number.first - 1
    if tokens[before].text in (".", "#") and tokens[before - 1].key in ABBREVIATED_LABELS:
        return True
    group = tokens[before - 1]
    named = group.text[:1].isupper() or group.key == "gang"
    if tokens[before].key == "of" and named and group.key in words.cues["group"]:
        return True
    label = tokens[_list_start(tokens, before)]
    if label.key not in words.labels or (unit is not None and unit.dimension not in ("length", "volume")):
        return False
    return label.key not in COUNTING_LABELS or not counted or label.text[:1].isupper()


def _list_start(tokens: Tokens, before: int) -> int:
    """The token before the first number of a list that ends here: "Rules" in "Rules 2 and 8"."""
    before -= tokens[before].text in HYPHENS
    for _ in range(LONGEST_LIST):
        listing = tokens[before].key in LISTING and tokens[before - 1].is_numeral
        if not (listing or tokens[before].is_numeral):
            break
        before -= 1
    return before


def _is_word_name(tokens: Tokens, number: Number, unit: UnitReading | None) -> bool:
    """One Direction, Gang of Eight: a capital within the sentence. Headlines in capitals lose theirs."""
    first, before = tokens[number.first], tokens[number.first - 1]
    if not first.text[:1].isupper() or first.text.isupper() or unit is not None:
        return False
    return bool(before.text) and before.text not in OPENING


def _is_address(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """1600 Pennsylvania Avenue; DC 20500."""
    before, after = tokens[number.first - 1], tokens[number.last : number.last + 3]
    if (
        number.plain
        and len(tokens[number.first].text) == 5
        and len(before.text) == 2
        and before.text.isupper()
    ):
        return True
    capitals = [token for token in after if token.text[:1].isupper()]
    return capitals[:1] == after[:1] and any(token.key in words.cues["street"] for token in capitals[1:])


def _is_citation(tokens: Tokens, number: Number) -> bool:
    """410 U.S. 113, 42 U.S.C. 1983, U.S. 1: numbers of law reports and roads."""
    if tokens[number.first - 1].text == "." and tokens.raw(number.first - 4, number.first) in (
        "U.S.",
        "S.C.",
    ):
        return True
    if tokens[number.last].text != "U":
        return False
    ends = number.last + 4 + 2 * (tokens[number.last + 4].text == "C")
    return tokens.raw(number.last, number.last + 4) == "U.S." and tokens[ends].is_numeral


def _is_point(tokens: Tokens, number: Number) -> bool:
    """(1) and 1), the numbers of points in a list or of notes."""
    if tokens[number.last].text != ")" or not number.plain or number.value > MOST_POINTS:
        return False
    opened = [token.text for token in tokens[max(0, number.first - BRACKET_REACH) : number.first]]
    return opened[-1:] == ["("] or "(" not in opened


def _is_simple(tokens: Tokens, number: Number) -> bool:
    """737 and 2.0, but not 1,200 and 5 million."""
    digits = tokens[number.first].text.replace(".", "").isdecimal()
    return digits and number.last == number.first + 1


MOST_POINTS = 150
"""Of a side: "beat Croatia 4-2"; a Boeing 737-800 has more."""


def _is_score(tokens: Tokens, number: Number) -> bool:
    """Whether it is one of two small numbers with a hyphen between them."""
    return _are_points(tokens, number.first) or _are_points(tokens, number.first - 2)


def _are_points(tokens: Tokens, at: int) -> bool:
    """Whether two small numbers with a hyphen between them stand from a position on."""
    if at < 0:
        return False
    first, hyphen, second = (tokens[at + step].text for step in range(3))
    joined = hyphen in HYPHENS and first.isdecimal() and second.isdecimal()
    return joined and int(first) <= MOST_POINTS and int(second) <= MOST_POINTS


def _after_capital(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Apollo 11, Clinton 46: a bare number after a word with a capital says nothing by itself."""
    before, after = tokens[_list_start(tokens, number.first - 1)], tokens[number.last]
    if not before.is_word or not before.text[0].isupper() or _is_score(tokens, number):
        return False
    if after.text[:1].isupper() and number.first > 1:  # the Lost 52 Project, Poor's 500 Index
        return before.key not in words.cues["weekday"]
    if before.key in words.cues["open_before_number"] or before.text.endswith(("'s", "’s")):
        return False
    return before.key not in words.cues["weekday"]
