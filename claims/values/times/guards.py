"""Four digits that are a year, and those that are not."""

import re
from functools import lru_cache

from claims.values.dates import year_interval
from claims.values.times.intervals import parts_of
from claims.values.times.outcome import Context, Parts, Time
from claims.values.times.tables import read_rows


@lru_cache(maxsize=1)
def _not_after() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_rows("not_years") if row["place"] == "before")
    return re.compile(rf"(?:[$£€#¥@]\s?|/|\bNos?\.\s?|\d[.,]|\d|\b(?:{words})\.?\s*)$", re.IGNORECASE)


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    words = "|".join(re.escape(row["word"]) for row in read_rows("not_years") if row["place"] == "after")
    return re.compile(rf"[\s-]+(?:{words})\b", re.IGNORECASE)


_MORE_THAN = re.compile(
    r"\b(?:more|less|fewer|greater|higher|lower)\s+than\s+$|\b(?:at\s+(?:least|most)|up\s+to|total\s+of)\s+$",
    re.IGNORECASE,
)
_DATING = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|before|after|late|early|mid|year|between|and|to|around|about|circa|through|for)[\s-]+$|[(–-]$",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\d[-+]$")
_GLUED = re.compile(r"[A-Za-z]|[.,:]\d|\s?%|\s?[°º]|-\d|-[A-Za-z]|/\d")


def is_year(token_start: int, token_end: int, value: int, context: Context) -> bool:
    """Whether a number of four digits dates something: not "Room 2018", "2018 people", "$2018"."""
    text = context.text
    before = context.before(token_start)
    if before[-1:].isalnum() or _GLUED.match(text, token_end) or _not_after().search(before):
        return False
    if _counted().match(text, token_end) or _MORE_THAN.search(before) or _PHONE.search(before):
        return False
    return 1400 <= value <= 2100 or (bool(_DATING.search(before)) and _closes(text, token_end))


_NOUN = re.compile(
    r"\s+(?!(?:and|when|the|was|were|but|that|with|for|from|until|after|before|had)\b)[a-z]{3,}"
)


def _closes(text: str, end: int) -> bool:
    """Whether no noun follows that a number as old or as far off as this would count."""
    return _NOUN.match(text, end) is None


def read_year(parts: Parts, context: Context) -> Time | None:
    """ "2018", "late 2018", "the year 2018"."""
    token = parts["y"]
    named = parts.get("year") is not None
    if not named and token.word != "spelled" and not is_year(token.start, token.end, token.value, context):
        return None
    dated = _DATING.search(context.before(parts.start)) and _closes(context.text, token.end)
    if token.word == "spelled" and not named and not dated:
        return None  # "in two thousand and one nights"
    return Time(parts_of(year_interval(token.value), parts.part))
