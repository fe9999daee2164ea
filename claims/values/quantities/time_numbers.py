"""Numbers that tell a time: years, days of a month, hours of the day, "two years ago"."""

import re

from claims.values.quantities.number import Number
from claims.values.quantities.read_fraction import HYPHENS
from claims.values.quantities.tokens import Token, Tokens
from claims.values.quantities.unit_reading import UnitReading
from claims.values.quantities.vocabulary import Vocabulary

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
CLOCK = frozenset(("am", "pm", "o'clock", "o’clock", "gmt", "utc", "est", "edt", "bst", "noon", "midnight"))
ERAS = frozenset(("bc", "bce", "ad", "ce"))
TIME_AFTER = frozenset(("ago", "later", "earlier", "hence"))
SPANS = frozenset(("minute", "hour", "day", "week", "month", "year", "decade"))
PERIODS = frozenset(("century", "centuries", "quarter", "quarters", "minute"))
"""What an ordinal makes a time of: the 21st century, a 90th-minute goal."""
COUNTED_AFTER = frozenset(
    ["than", "about", "nearly", "least", "some", "over", "approximately", "almost", "roughly"]
)
JOINING = frozenset(("and", "to", "or", "through", "until"))


def is_time(tokens: Tokens, number: Number, unit: UnitReading | None, words: Vocabulary) -> bool:
    """Whether it is a year, a day of a month, an hour of the day, or a length of time before now."""
    if unit is not None:
        return unit.dimension == "duration" and tokens[unit.last].key in TIME_AFTER
    if number.form == "ordinal":
        after = number.last + (tokens[number.last].text in HYPHENS)
        return tokens[after].key in PERIODS or _is_day(tokens, number, words)
    if _is_before_length(tokens, number, words):
        return True
    if _is_hour(tokens, number) or _is_day(tokens, number, words):
        return True
    return number.plain and _is_year(tokens, number, words)


def _is_before_length(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """The first number of "25 to 35 years later", and the second of "a year or two"."""
    if tokens[number.first - 1].key == "or" and tokens[number.last].key not in words.units.words:
        return words.units.words.get(tokens[number.first - 2].key) in SPANS
    joint = tokens[number.last]
    if joint.key not in JOINING and joint.text not in HYPHENS:
        return False
    length, after = tokens[number.last + 2].key, tokens[number.last + 3].key
    return after in TIME_AFTER and words.units.words.get(length) in SPANS


def _is_hour(tokens: Tokens, number: Number) -> bool:
    """10 a.m., 1300 GMT, at 5 on Monday."""
    after = tokens[number.last]
    if after.key in ERAS:
        return True
    if after.key in CLOCK and (number.value <= 24 or len(tokens[number.first].text) == 4):
        return True
    if after.key in ("a", "p") and tokens[number.last + 1].text == "." and tokens[number.last + 2].key == "m":
        return True
    follows = after.key in ("on", "tomorrow", "sharp", "tonight")
    return tokens[number.first - 1].key == "at" and number.value <= 12 and number.plain and follows


def _is_day(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """Feb. 4, 4 February, the 4th of July, March 4-6."""
    if not 1 <= number.value <= 31 or number.form not in ("digits", "ordinal"):
        return False
    before = _before_dot(tokens, number.first - 1)
    if _is_month(tokens[before], words):
        return True
    if tokens[before].key in words.cues["weekday"] and tokens[number.last].key in ("", ".", ","):
        return True
    return _ends_days(tokens, before, words) or _before_month(tokens, number.last, words)


def _ends_days(tokens: Tokens, joint: int, words: Vocabulary) -> bool:
    """The 6 of "March 4-6" and of "March 4 and 6"."""
    if tokens[joint].key not in JOINING and tokens[joint].text not in HYPHENS:
        return False
    day = joint - 1
    day -= tokens[day].key in ("st", "nd", "rd", "th")
    return tokens[day].is_numeral and _is_month(tokens[_before_dot(tokens, day - 1)], words)


def _before_month(tokens: Tokens, after: int, words: Vocabulary) -> bool:
    """The 4 of "4 February", "4th of July", "4-6 February" and "4 and 6 February"."""
    if _is_month(tokens[after + (tokens[after].key == "of")], words):
        return True
    if tokens[after].text not in HYPHENS and tokens[after].key not in JOINING:
        return False
    day = after + 1
    following = day + 1 + (tokens[day + 1].key in ("st", "nd", "rd", "th"))
    return tokens[day].is_numeral and _is_month(tokens[following], words)


def _before_dot(tokens: Tokens, index: int) -> int:
    return index - (tokens[index].text == ".")


def _is_month(token: Token, words: Vocabulary) -> bool:
    return token.key in words.cues["month"] and token.text[:1].isupper()


def _is_year(tokens: Tokens, number: Number, words: Vocabulary) -> bool:
    """A whole number from 1000 to 2099, unless a hedge or a noun for people says that it counts."""
    text = tokens[number.first].text
    if not _YEAR.fullmatch(text):
        return False
    before, after = tokens[number.first - 1], tokens[number.last]
    if after.key in words.cues["people"] and text.endswith("0"):
        return False
    if after.key in ("to", "and") or after.text in HYPHENS:  # between 1500 and 3000 people
        end = tokens[number.last + 1]
        larger = end.is_numeral and len(end.text) > 3 and not _YEAR.fullmatch(end.text)
        return not (larger and tokens[number.last + 2].is_word)
    counts = before.key in COUNTED_AFTER and text.endswith("0")
    return not (counts and after.is_word and after.key not in ("and", "or", "to", "when", "as"))
