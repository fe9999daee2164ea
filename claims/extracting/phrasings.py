"""The wordings of predicates, from ``vocabulary/phrasings.csv``, found in masked sentences.

A row stands for several wordings (:mod:`claims.extracting.phrase_forms`), each a pattern
(:mod:`claims.extracting.compile_phrase`). What is said of any figure in the same words ("the X of Y was Z") is written once, in
``vocabulary/figure_phrasings.csv``, with ``[figure]`` for the names that ``vocabulary/figures.csv`` gives each predicate.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from claims.extracting.compile_figure import FIGURE_SIGNS, compile_figure
from claims.extracting.compile_phrase import SIGNS, compile_phrase, plain_element
from claims.extracting.mask import OPEN, Masked, number_of
from claims.extracting.mentions import Reading
from claims.extracting.phrase_forms import forms_of_phrase
from claims.extracting.phrase_needs import Needs, has_number_behind_comma, needs_of, signs_of
from claims.extracting.stands_alone import stands_alone
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.store.predicates import FOLLOWS_FROM, Predicate
from claims.store.read_vocabulary import read_vocabulary
from claims.values.names import tokenise

_COMMON = frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "by", "for", "to", "and", "is", "was", "are", "were", "has",
     "had", "have", "been", "with", "its", "his", "her", "their", "from", "as", "that", "who", "which", "s"]
)  # fmt: skip
"""Words too frequent to look a phrase up by."""
COMPUTED = ("age", "elapsed", "implied", "match")
"""The policies of what is worked out from other facts, so that it has none of its own."""
_SUBJECT = re.compile(r"\[subject[\]:]|<(?:subject|team)>")
FIGURE = "[figure]"


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One wording of a predicate. ``boundary`` says which end of a fact's time ``[time]`` gives, if any."""

    predicate: Predicate
    boundary: str
    phrase: str
    of_figure: bool = False
    """Whether it is a wording for any figure, which has to fit the number it is said of."""

    @property
    def key(self) -> str:
        """What tells it from every other wording."""
        return f"{self.predicate.name} {self.boundary} {self.phrase}"

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern over masked text, compiled when first asked for."""
        return _compiled(self.phrase, self.predicate, self.of_figure)


@cache
def _compiled(phrase: str, predicate: Predicate, of_figure: bool) -> re.Pattern[str]:
    return (compile_figure if of_figure else compile_phrase)(phrase, predicate)


@dataclass(frozen=True, slots=True)
class Match:
    """A wording found: the numbers of the items in its slots, and the stretch of a value that is text."""

    phrasing: Phrasing
    items: dict[str, int]
    text: tuple[int, int] | None
    start: int
    """Where it begins in the masked text."""
    end: int
    """Where it ends there."""


class PhrasingIndex:
    """All wordings, each under the words of which one must stand in a sentence that holds it."""

    def __init__(self, store: Store) -> None:
        self._by_word: dict[str, list[Phrasing]] = {}
        self._with_needs: dict[str, list[tuple[str, Needs, Phrasing]]] = {}
        for name, boundary, phrase in store.phrasings:
            predicate = store.predicates[name]
            if not _may_be_known(predicate, store.stated):
                continue  # nothing could be said of it
            for form in forms_of_phrase(phrase, predicate.value_kind):
                if _SUBJECT.search(form):
                    self._add(Phrasing(predicate, boundary, form))

        for phrasing in figure_phrasings(store):
            self._add(phrasing)

    def _add(self, phrasing: Phrasing) -> None:
        for word in anchors_of(phrasing.phrase, phrasing.predicate):
            self._by_word.setdefault(word, []).append(phrasing)

    def _under(self, word: str) -> list[tuple[str, Needs, Phrasing]]:
        """The wordings under a word with their needs, worked out when the word is first met: an article meets few."""
        known = self._with_needs.get(word)
        if known is None:
            known = [(p.key, needs_of(p.phrase, p.predicate), p) for p in self._by_word[word]]
            self._with_needs[word] = known
        return known

    def near(self, reading: Reading, kinds: frozenset[str], present: frozenset[str]) -> list[Phrasing]:
        """The wordings that a sentence may hold, in a stable order.

        ``kinds`` are the kinds of entity by which wordings without a rare word are looked up, ``present``
        all kinds of mention that there may be.
        """
        words, signs = reading.words, signs_of(reading.sentence.text)
        anchors = self._by_word.keys() & words
        anchors.update(name for kind in kinds if (name := f"[{kind}]") in self._by_word)
        found = {
            key: (phrasing, needs.comma)
            for anchor in anchors
            for key, needs, phrasing in self._under(anchor)
            if needs.met(words, present, signs) and not (needs.within and needs.within.isdisjoint(words))
        }
        if any(comma for _, comma in found.values()) and not has_number_behind_comma(reading.sentence.text):
            found = {key: entry for key, entry in found.items() if not entry[1]}
        return [found[key][0] for key in sorted(found)]

    @staticmethod
    def match(phrasings: list[Phrasing], masked: Masked) -> Iterator[Match]:
        """Every place where one of the wordings stands."""
        for phrasing in phrasings:
            for found in phrasing.pattern.finditer(masked.text):
                if not phrasing.of_figure or stands_alone(
                    phrasing.phrase, phrasing.predicate.unit, found, masked
                ):
                    yield _match(phrasing, found)


def _may_be_known(predicate: Predicate, stated: frozenset[str]) -> bool:
    """Whether the store has facts of a predicate, or of one of those that it is worked out from."""
    sources = FOLLOWS_FROM.get(predicate.name)
    if sources is not None:
        return not stated.isdisjoint(sources)
    return predicate.name in stated or predicate.policy in COMPUTED


def figure_phrasings(store: Store) -> Iterator[Phrasing]:
    """Every wording for figures, with the names of each predicate in the place of ``[figure]``."""
    for name, nouns in read_vocabulary("figures"):
        if name in store.predicates:
            for boundary, phrase in read_vocabulary("figure_phrasings"):
                yield Phrasing(
                    store.predicates[name], boundary, phrase.replace(FIGURE, nouns), of_figure=True
                )


def _match(phrasing: Phrasing, found: re.Match[str]) -> Match:
    items: dict[str, int] = {}
    text = None
    for group, value in found.groupdict().items():
        role = group.rstrip("0123456789")
        if value is None or role in items:
            continue
        if value.startswith(OPEN):
            items[role] = number_of(value)
        else:
            text = found.span(group)
    return Match(phrasing, items, text, found.start(), found.end())


def anchors_of(phrase: str, predicate: Predicate) -> frozenset[str]:
    """What a phrase is looked up by: of its required elements the one with the rarest words.

    Where every required element is a slot or a common word that is the subject's kind, as ``[office]``.
    """
    choices = []
    for element in map(plain_element, phrase.split()):
        if element.endswith("?") or element.startswith(("[", "{")) or element in (*SIGNS, *FIGURE_SIGNS):
            continue
        words = frozenset(_rare_word(option) for option in element.lstrip("-").split("|"))
        if words and all(word and word not in _COMMON for word in words):
            choices.append(words)
    if not choices:
        return frozenset((f"[{predicate.subject_kind}]",))
    return max(choices, key=lambda words: (min(map(len, words)), -len(words), sorted(words)))


@lru_cache(maxsize=8192)
def _rare_word(option: str) -> str:
    """The word of an alternative that is looked up: the longest that is not common."""
    keys = [token.key for token in tokenise(option.replace("_", " "))]
    return max((key for key in keys if key not in _COMMON), key=len, default="")


@once_a_store
def phrasings_of(store: Store) -> PhrasingIndex:
    """The wordings of a store, compiled once."""
    return PhrasingIndex(store)
