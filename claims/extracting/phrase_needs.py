"""What a wording cannot do without, to be asked before its pattern is tried: words, and kinds of mention."""

from collections.abc import Set
from dataclasses import dataclass

from claims.extracting.compile_figure import FIGURE_SIGNS
from claims.extracting.compile_phrase import SIGNS, kinds_of_slot
from claims.store.predicates import Predicate
from claims.values.names import tokenise

_GARBLED = "{dash}"
"""Takes signs that were read as letters, which a word may have run together with."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Of each set of words one must stand in the sentence, of each set of kinds one must be mentioned."""

    words: tuple[frozenset[str], ...]
    kinds: tuple[frozenset[str], ...]

    def met(self, words: Set[str], kinds: Set[str]) -> bool:
        """Whether a sentence with these words and kinds of mention can hold the wording."""
        return not any(each.isdisjoint(words) for each in self.words) and not any(
            each.isdisjoint(kinds) for each in self.kinds
        )


def needs_of(phrase: str, predicate: Predicate) -> Needs:
    """The needs of a phrase's required elements; none for signs and for what has parts of its own."""
    required = [
        element
        for element in phrase.split()
        if not element.endswith("?") and element not in SIGNS and element not in FIGURE_SIGNS
    ]
    plain = [] if _GARBLED in phrase else [e for e in required if not e.startswith(("[", "{"))]
    words = [words for element in plain if (words := _first_words(element))]
    kinds = [kinds for element in required if (kinds := kinds_of_slot(element, predicate)) is not None]
    return Needs(tuple(words), tuple(kinds))


def _first_words(element: str) -> frozenset[str]:
    """The first word of each alternative; none where one of them is a sign and no word, or the ending of one."""
    options = element.lstrip("-").split("|")
    tokens = [tokenise(option.replace("_", " ")) for option in options]
    if "'s" in options or not all(tokens):
        return frozenset()
    return frozenset(words[0].key for words in tokens)
