"""What numbers of a kind are written with, to be asked before the numbers of a text are read."""

import re
from functools import lru_cache

from claims.extracting.calculation_words import word_groups
from claims.values.quantities.tokens import VULGAR
from claims.values.quantities.vocabulary import vocabulary

_PARTS = ("half", "quarter", "ordinal", "parts", "late_parts")
_SLASHES = ("/", "⁄")
_RATIO = "one in"
"""Stands for a ratio in words, as "nine out of ten"."""
_JOINTS = frozenset(("in", "out", "over", "every"))
_WORD = re.compile(r"\d+|[^\W\d_][\w'’-]*|[(:,—–%％/⁄-]")


def words_and_signs(text: str) -> set[str]:
    """The words and signs of a text in lower case, as calculations and kinds of number ask for them."""
    words = set(_WORD.findall(text.casefold()))
    if "--" in text:
        words.add("--")
    if not words.isdisjoint(_JOINTS) and _ratio().search(text):
        words.add(_RATIO)
    words.update(sign for sign in VULGAR if sign in text)
    return words


@lru_cache(maxsize=1)
def signs_by_kind() -> dict[str, frozenset[str]]:
    """The words and signs of which a number of the kind needs one, for kinds that need any."""
    words = vocabulary()
    parts = {word for word, role in words.numbers.items() if role.name in _PARTS}
    wordings = {**words.units.words, **words.units.symbols}
    return {
        "percent": frozenset(wording.split()[0] for wording, unit in wordings.items() if unit == "percent"),
        "fraction": frozenset((*parts, *VULGAR, *_SLASHES, _RATIO)),
        "seats": frozenset(("member", "seat", "strong")),
        "persons": frozenset(
            noun.split()[0] for group in ("people", "person", "rest") for noun in word_groups()[group]
        ),
    }


def signs_of(kinds: str | None) -> frozenset[str]:
    """The words and signs of which a number of any of the kinds, parted by ``|``, needs one; empty where it needs none."""
    known = signs_by_kind()
    each = [known.get(kind, frozenset[str]()) for kind in (kinds or "").split("|")]
    return frozenset[str]().union(*each) if all(each) else frozenset()


@lru_cache(maxsize=1)
def _ratio() -> re.Pattern[str]:
    """A number right before "in", "out of", "over" or "of every"."""
    numbers = "|".join(sorted(word for word, role in vocabulary().numbers.items() if role.name in _WHOLE))
    return re.compile(rf"(?:\d|\b(?:{numbers}))[\s-]+(?:(?:in|out|over)\b|of[\s-]+every\b)", re.IGNORECASE)


_WHOLE = ("unit", "teen", "tens", "hundred", "scale", "dozen")
