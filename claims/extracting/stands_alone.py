"""Is a figure that a wording finds in a sentence all that is said, or part of something else?"""

import re
from functools import lru_cache

from claims.extracting.compile_figure import BEGINS, GARBLED, OPENS, stops_of
from claims.extracting.mask import CLOSE, OPEN, Masked, number_of
from claims.values.quantities.mention import Kind, QuantityMention


def stands_alone(phrase: str, unit: str, found: re.Match[str], masked: Masked) -> bool:
    """Whether neither the figure's name nor its number is part of something else that is said.

    "The literacy rate of the population of X is", "5 percent higher", "3 , 994 , 124" and "73 people per km2" are.
    """
    text, end = masked.text, found.end("value")
    opens = _begins if phrase.startswith(BEGINS) else _openings().search
    if phrase.startswith(OPENS) and not opens(text[: found.start()]):
        return False
    if found.end("subject") == found.end() and _POSSESSIVE.match(text, found.end()):
        return False
    if _runs_on().match(text, end) or not _fits(_item(found["value"], masked), unit):
        return False
    following = _NEXT.match(text, end)
    return following is None or not _is_plain(_item(following[1], masked))


_NEXT = re.compile(rf"\s?[,.]?\s?({OPEN}quantity[^{CLOSE}]*{CLOSE})")
_MONEY, _SHARE = (Kind.CURRENCY,), (Kind.PERCENT, Kind.PERCENTAGE_POINT)


def _item(mark: str, masked: Masked) -> QuantityMention:
    mention = masked.items[number_of(mark)].mention
    assert isinstance(mention, QuantityMention)
    return mention


def _fits(mention: QuantityMention, unit: str) -> bool:
    """Whether a number may be a figure in a unit: no population is a percentage, a sum of money or a fraction."""
    if unit == "people" and any(value % 1 for value in mention.stated):
        return False
    if unit == "percent":
        return mention.kind in (Kind.PERCENT, Kind.CARDINAL)
    return mention.kind not in _SHARE and (unit == "USD" or mention.kind not in _MONEY)


def _is_plain(mention: QuantityMention) -> bool:
    """Whether it is a bare number in digits, which after another one is its rest or the next of a list."""
    counted = mention.kind is Kind.COUNT and re.match(r"\d{3}(?![\d,.])", mention.text)
    return bool(counted) or (mention.kind is Kind.CARDINAL and mention.text.isdigit())


_POSSESSIVE = re.compile(r"\s?['’]s\b")


def _begins(before: str) -> bool:
    """Whether only quotes, dashes and the like stand before."""
    return not any(character.isalnum() for character in before)


@lru_cache(maxsize=1)
def _openings() -> re.Pattern[str]:
    words = "|".join(stops_of("opening"))
    number = rf"^{OPEN}quantity[^{CLOSE}]*{CLOSE}"
    time = rf"{OPEN}time[^{CLOSE}]*{CLOSE}"
    return re.compile(
        rf"(?:^|[^\w\s'’%{CLOSE}-]|{number}|{time}|\s{GARBLED}|(?<!\w)(?:{words}))\s*$", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _runs_on() -> re.Pattern[str]:
    words = "|".join(stops_of("after"))
    return re.compile(rf"\s?\(?(?:{words})(?!\w)", re.IGNORECASE)
