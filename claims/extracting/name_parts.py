"""Whether a name stands for itself: no part of a longer name, and nobody's possessor."""

import re

from claims.extracting.mask import Item
from claims.extracting.mentions import Reading
from claims.extracting.phrasings import Phrasing
from claims.extracting.plain_words import is_plain_word
from claims.records import EntityMention
from claims.values.names import Token

_OWNER = re.compile(r"\[value[^\]]*\] 's")


def owns(item: Item, phrasing: Phrasing, reading: Reading) -> bool:
    """Whether a value is only whose something is ("a member of NATO's planning group"), which its wording does not ask."""
    if _OWNER.search(phrasing.phrase):
        return False
    return reading.between(item.span.end, item.span.end + 2) in ("'s", "’s")


def is_part(item: Item, reading: Reading, wording: frozenset[str] = frozenset()) -> bool:
    """Whether a name is only part of a longer one that the store does not know: "Paris Hilton", "New York Times".

    Words of the wording are no part of it: "Algeria GDP per capita".
    """
    if not isinstance(item.mention, EntityMention):
        return False
    after = reading.token_after(item.span.end)
    if (
        after is not None
        and after.capital
        and after.key not in wording
        and reading.between(item.span.end, after.start) in (" ", "-")
    ):
        return True
    before = reading.token_before(item.span.start)
    if before is None or not before.capital:
        return False
    if before.start == reading.sentence.span.start and not _is_first_name(before, item.mention, reading):
        return False
    return reading.between(before.end, item.span.start) in (" ", "-", ". ") and before.key not in _TITLES


def _is_first_name(token: Token, name: EntityMention, reading: Reading) -> bool:
    """Whether the first word of a sentence is no common one and stands before a surname: "Taylor Harris"."""
    in_time = any(time.span.start <= token.start < time.span.end for time in reading.times)
    return name.alias_kinds() <= {"surname"} and not in_time and not is_plain_word(token.key)


_TITLES = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "the",
        "in",
        "president",
        "prime",
        "minister",
        "chancellor",
        "king",
        "queen",
        "pope",
        "saint",
        "prince",
        "princess",
    )
)
