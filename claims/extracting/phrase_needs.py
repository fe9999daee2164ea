"""What a wording cannot do without, to be asked before its pattern is tried: words, and kinds of mention."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from claims.extracting.compile_figure import FIGURE_SIGNS
from claims.extracting.compile_phrase import SIGNS, kinds_of_slot, plain_element
from claims.store.predicates import Predicate
from claims.values.names import tokenise
from claims.values.quantities.vocabulary import vocabulary

_GARBLED = "{dash}"
"""Takes signs that were read as letters, which a word may have run together with."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Of each set of words one must stand in the sentence, the rarest first; of each set of kinds one must be mentioned."""

    words: tuple[frozenset[str], ...]
    kinds: tuple[frozenset[str], ...]
    within: frozenset[str] = frozenset()
    """Words of which one must stand in a mention; none where that is left open."""
    comma: bool = False
    """Whether a number must stand behind a comma: "Jane Roe, 45"."""
    signs: frozenset[str] = frozenset()
    """Signs that must stand in the sentence, of ``SIGNS_ASKED``."""

    def met(self, words: Set[str], kinds: Set[str], signs: Set[str]) -> bool:
        """Whether a sentence with these words, kinds of mention and signs can hold the wording, as far as they tell."""
        return self.signs <= signs and not (
            any(map(words.isdisjoint, self.words)) or any(map(kinds.isdisjoint, self.kinds))
        )


SIGNS_ASKED = frozenset(",();:'")
_SIGNS = frozenset((*",();:", "'s"))
"""Elements of a wording that are one sign."""


def signs_of(text: str) -> frozenset[str]:
    """Which of ``SIGNS_ASKED`` stand in a text; an apostrophe may be curly."""
    found = [sign for sign in SIGNS_ASKED if sign in text]
    return frozenset([*found, "'"] if "’" in text else found)


def needs_of(phrase: str, predicate: Predicate) -> Needs:
    """The needs of a phrase's required elements; none for signs and for what has parts of its own."""
    required = [
        element
        for element in map(plain_element, phrase.split())
        if not element.endswith("?") and element not in SIGNS and element not in FIGURE_SIGNS
    ]
    plain = [] if _GARBLED in phrase else [e for e in required if not e.startswith(("[", "{"))]
    words = sorted(
        {words for element in plain if (words := _rare_words(element))}, key=_shortest, reverse=True
    )
    kinds = [kinds for element in required if (kinds := kinds_of_slot(element, predicate)) is not None]
    within = _AGED if AGE in required and "," not in required else frozenset[str]()
    asked = frozenset() if _GARBLED in phrase else frozenset(e[0] for e in required if e in _SIGNS)
    return Needs(tuple(words), tuple(kinds), within, _asks_for_comma(phrase, predicate), asked)


AGE = "[value:age]"
_AGED = frozenset(("old", "olds", "age", "aged", "ages"))
"""Without these only a number between commas is an age."""
_BEHIND_COMMA = re.compile(r"(?:^|\s),\s\[value(?::age)?\]")
_NUMBER_BEHIND_COMMA = re.compile(r",\s+(?:[^\s,;]+\s+){0,4}[^\s,;]{0,4}?(?:\d|[½-¾⅐-⅞])")


def _asks_for_comma(phrase: str, predicate: Predicate) -> bool:
    return predicate.value_kind == "number" and _BEHIND_COMMA.search(phrase) is not None


def has_number_behind_comma(text: str) -> bool:
    """Whether a number, hedged or not, may stand right behind a comma."""
    if "," not in text:
        return False
    return _NUMBER_BEHIND_COMMA.search(text) is not None or _spelled().search(text) is not None


@lru_cache(maxsize=1)
def _spelled() -> re.Pattern[str]:
    numbers = "|".join(sorted(map(re.escape, vocabulary().triggers)))
    return re.compile(rf",\s+(?:[\w'’]+[\s-]+){{0,4}}(?:{numbers})\b", re.IGNORECASE)


def _shortest(words: frozenset[str]) -> tuple[int, list[str]]:
    """Orders by the length of the shortest word, for short words are common."""
    return min(map(len, words)), sorted(words)


@lru_cache(maxsize=8192)
def _rare_words(element: str) -> frozenset[str]:
    """The longest word of each alternative; none where one of them is a sign and no word, or the ending of one."""
    options = element.lstrip("-").split("|")
    tokens = [tokenise(option.replace("_", " ")) for option in options]
    if "'s" in options or not all(tokens):
        return frozenset()
    return frozenset(max((word.key for word in words), key=len) for words in tokens)
