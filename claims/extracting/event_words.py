"""Events recognised by the words of their name, in any order: "the collapse of the Morandi Bridge".

A name is spoken of where all its content words stand close together in a sentence, nouns and their
verbs being the same word ("fell" for "Fall of the Berlin Wall"). ``vocabulary/event_tellings.csv`` adds words
by which a clause tells an event without its name: "the Chernobyl reactor blew up".
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from enum import Enum

from claims.records import Span
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.values.names import Token, tokenise

WINDOW = 14
"""Words from the first to the last of a name; farther apart they tell of different things."""
LEAST_WORDS = 2
_DATED = re.compile(r"\b\d+\b")
_EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "and",
        "or",
        "by",
        "from",
        "with",
        "us",
        "uk",
        "start",
        "begins",
        "begin",
        "day",
        "de",
        "la",
    ]
)
_ORDINALS = frozenset(("first", "second"))
"""Tell one of several of the same name: the Chechen war is the first or the second."""
_LIGHT = (
    _EMPTY
    | _ORDINALS
    | frozenset(
        [
            "was",
            "were",
            "had",
            "has",
            "have",
            "been",
            "is",
            "be",
            "being",
            "who",
            "which",
            "that",
            "where",
            "when",
            "through",
            "into",
            "over",
            "up",
            "down",
            "near",
            "off",
            "out",
            "went",
            "came",
            "got",
            "fully",
            "then",
            "president",
            "mv",
            "ms",
            "flight",
            "mr",
            "people",
            "ferry",
            "building",
            "peninsula",
        ]
    )
)
"""Words that may stand between those of an event that a clause tells."""


class Telling(Enum):
    """How the words of an event stand in a sentence."""

    NAMED = "named"
    TOLD = "told"
    """A verb tells it: "the Berlin Wall fell"."""
    LOOSE = "loose"
    """A verb stands there that may be said of something else: "Nelson Mandela's lawyer died"."""


Name = tuple[str, frozenset[str]]


class EventWords:
    """The content words of every event's names, found by their rarest word."""

    def __init__(self, store: Store) -> None:
        self._heads = {
            w: head for table in ("event_heads", "event_acts") for head, w in store.wordings(table)
        }
        self._acts = {w for _head, w in store.wordings("event_acts")} - {
            w for _head, w in store.wordings("event_heads")
        }
        self._store = store
        self._written: dict[Name, str] = {}
        for entity, text in store.event_names():
            name = self._name(entity, text)
            if name is not None:
                self._written[name] = f"{self._written.get(name, '')} {text}"
        tellings = [(event, self._words(tokenise(text))) for event, text in store.wordings("event_tellings")]
        self._tellings = frozenset(tellings)
        self._known: dict[Name, bool] = {}
        names = [*self._written, *tellings]
        rarity: dict[str, int] = {}
        for _entity, words in names:
            for word in words:
                rarity[word] = rarity.get(word, 0) + 1
        self._by_word: dict[str, list[Name]] = {}
        for each in names:
            rarest = min(each[1], key=lambda word: (rarity[word], word))
            self._by_word.setdefault(rarest, []).append(each)

    def _key(self, word: str) -> str:
        return self._heads.get(word, word)

    def _words(self, tokens: Iterable[Token]) -> frozenset[str]:
        return frozenset(self._key(token.key) for token in tokens if token.key not in _EMPTY)

    def _name(self, entity: str, text: str) -> Name | None:
        """The words of a name, or None where they are too few or of no kind of event."""
        if _DATED.search(text):  # most are, and what follows takes its time
            return None
        tokens = [token for token in tokenise(text) if token.key not in _EMPTY]
        if not any(token.key in self._heads for token in tokens):
            return None
        words = self._words(tokens)
        return (entity, words) if len(words) >= LEAST_WORDS else None

    def _means_one(self, name: Name) -> bool:
        """Whether a name tells its event from others; asked where one is met, for that takes a look into the store."""
        known = self._known.get(name)
        if known is None:
            entity, _words = name
            known = (name in self._tellings and bool(self._store.facts(entity, "took_place"))) or any(
                token.capital
                and token.key not in self._heads
                and token.key not in _EMPTY
                and not _is_country(token, self._store)
                for token in tokenise(self._written.get(name, ""))
            )
            self._known[name] = known
        return known

    def find(
        self, tokens: Sequence[Token], words: Set[str], times: Sequence[Span] = ()
    ) -> Iterator[tuple[str, Span, Telling]]:
        """The events whose every word stands in the sentence: entity, span from first to last word, how it is spoken of.

        ``words`` are the keys of the tokens; what stands in ``times`` may come between those of a telling.
        """
        heads = self._heads
        if self._by_word.keys().isdisjoint(words) and heads.keys().isdisjoint(words):
            return
        keys = [heads.get(token.key, token.key) for token in tokens]
        if self._by_word.keys().isdisjoint(keys):
            return
        places: dict[str, list[int]] = {}
        for index, key in enumerate(keys):
            places.setdefault(key, []).append(index)
        for word in places:
            for entity, own in self._by_word.get(word, ()):
                span = _span(own, places, tokens)
                if span and self._means_one((entity, own)):
                    rest = [t for t in tokens if not any(s.start <= t.start < s.end for s in times)]
                    yield entity, span, self._telling((entity, own), span, rest)

    def _telling(self, name: Name, span: Span, tokens: Sequence[Token]) -> Telling:
        """Whether a verb of the span tells the event: not where a word between may be that verb's own subject."""
        inside = [token for token in tokens if span.start <= token.start < span.end]
        own = [self._key(token.key) in name[1] for token in inside]
        acts = (is_own and token.key in self._acts for is_own, token in zip(own, inside, strict=True))
        if name not in self._tellings and not any(acts):
            return Telling.NAMED
        light = all(is_own or token.key in _LIGHT for is_own, token in zip(own, inside, strict=True))
        return Telling.TOLD if light else Telling.LOOSE


def _is_country(token: Token, store: Store) -> bool:
    return any(sense.entity.startswith("country/") for sense in store.names.senses(token.key))


def _span(words: frozenset[str], places: Mapping[str, list[int]], tokens: Sequence[Token]) -> Span | None:
    if not words <= places.keys():
        return None
    anchor = min(words, key=lambda word: (len(places[word]), word))
    best: tuple[int, int] | None = None
    for position in places[anchor]:
        chosen = [min(places[word], key=lambda index: abs(index - position)) for word in words]
        first, last = min(chosen), max(chosen)
        if last - first < WINDOW and (best is None or last - first < best[1] - best[0]):
            best = first, last
    return Span(tokens[best[0]].start, tokens[best[1]].end) if best else None


@once_a_store
def event_words_of(store: Store) -> EventWords:
    """The index of a store, made once."""
    return EventWords(store)
