"""Ages: 29 years old, 29-year-old, aged 29, "Ms. Smith, 29, said", in her 50s."""

from claims.values.quantities.number import Number
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.unit_reading import UnitReading
from claims.values.quantities.vocabulary import Vocabulary

OLDEST = 115
AGED = frozenset(("aged", "age", "ages"))
BEFORE_AGE = frozenset(("of", "between", "about", "around", "over", "under", "approximately", "roughly"))
OWNERS = frozenset(["his", "her", "their", "my", "our", "your"])
PARTS = frozenset(["early", "mid", "late"])


def age_end(tokens: Tokens, unit: UnitReading | None) -> int | None:
    """The token after "old" or "of age" where it follows a unit of time, or None."""
    if unit is None or unit.dimension != "duration":
        return None
    at = unit.last + (tokens[unit.last].text in HYPHENS)
    if tokens[at].key in ("old", "olds"):
        return at + 1
    return at + 2 if tokens[at].key == "of" and tokens[at + 1].key == "age" else None


def is_age_by_place(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Whether a bare number is an age by where it stands: after "aged", or between commas after a name."""
    before, after = tokens[number.first - 1], tokens[number.last]
    if not (number.plain or number.form == "words") or not 0 < number.value <= OLDEST:
        return False
    if before.key in AGED or (before.key in BEFORE_AGE and tokens[number.first - 2].key in AGED):
        return True
    if before.key in ("was", "is", "were") and after.key == "when":
        return True
    if before.text == "At" or before.key in ("turns", "turned"):  # At 83, he ...
        return after.text in (",", ".") and number.value > 9
    return before.text == "," and after.text in (",", ".", ";", ")") and _after_name(tokens, number, words)


def _after_name(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Smith, 45, said: a word with a capital stands before the comma, and no list of numbers follows."""
    name, following = tokens[number.first - 2], tokens[number.last + 1]
    named = name.is_word and name.text[0].isupper() and not name.text.isupper()
    dated = name.key in words.cues["month"] or name.key in words.cues["weekday"]
    return named and not dated and not following.is_numeral and number.value > 4


def decade_of_age(tokens: Tokens, number: Number) -> bool:
    """Whether the number and an "s" after it are an age: in his 50s, in her mid-40's."""
    plural = plural_end(tokens, number.last) > number.last
    if not (plural and number.plain and number.value % 10 == 0 and 20 <= number.value <= 90):
        return False
    before = number.first - 1
    before -= tokens[before].text in HYPHENS
    before -= tokens[before].key in PARTS
    return tokens[before].key in OWNERS


def plural_end(tokens: Tokens, last: int) -> int:
    """The token after the "s" or "'s" that touches the token before ``last``; ``last`` where there is none."""
    at = last + (tokens[last].text in ("'", "’") and tokens.touches(last))
    return at + 1 if tokens[at].key in ("s", "'s", "’s") and tokens.touches(at) else last
