"""Events recognised by the words of their name, in any order: "the collapse of the Morandi Bridge".

A name is spoken of where all its content words stand close together in a sentence, nouns and their
verbs being the same word ("fell" for "Fall of the Berlin Wall").
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from claims.records import Span
from claims.store.open import Store
from claims.values.names import Token, tokenise

WINDOW = 14
"""Words from the first to the last of a name; farther apart they tell of different things."""
LEAST_WORDS = 2
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
        "first",
        "second",
        "day",
        "de",
        "la",
    ]
)

Name = tuple[str, frozenset[str]]


class EventWords:
    """The content words of every event's names, found by their rarest word."""

    def __init__(self, store: Store) -> None:
        self._heads = {
            w: head for table in ("event_heads", "event_acts") for head, w in store.wordings(table)
        }
        names = [name for entity, text in store.event_names() if (name := self._name(entity, text, store))]
        rarity: dict[str, int] = {}
        for _entity, words in names:
            for word in words:
                rarity[word] = rarity.get(word, 0) + 1
        self._by_word: dict[str, list[Name]] = {}
        for name in names:
            rarest = min(name[1], key=lambda word: (rarity[word], word))
            self._by_word.setdefault(rarest, []).append(name)

    def _key(self, word: str) -> str:
        return self._heads.get(word, word)

    def _name(self, entity: str, text: str, store: Store) -> Name | None:
        """The words of a name, or None where they do not tell one event from others."""
        tokens = [token for token in tokenise(text) if token.key not in _EMPTY]
        words = frozenset(self._key(token.key) for token in tokens)
        telling = [t for t in tokens if t.capital and t.key not in self._heads and not _is_country(t, store)]
        dated = any(token.key.isdigit() for token in tokens)
        has_head = any(token.key in self._heads for token in tokens)
        tells_it = len(words) >= LEAST_WORDS and telling and has_head and not dated
        return (entity, words) if tells_it else None

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
        """The events whose every word stands in the sentence, with the span from first to last word."""
        heads = self._heads
        keys = [heads.get(token.key, token.key) for token in tokens]
        if self._by_word.keys().isdisjoint(keys):
            return
        places: dict[str, list[int]] = {}
        for index, key in enumerate(keys):
            places.setdefault(key, []).append(index)
        for word in places:
            for entity, words in self._by_word.get(word, ()):
                span = _span(words, places, tokens)
                if span:
                    yield entity, span


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


@lru_cache(maxsize=8)
def event_words_of(store: Store) -> EventWords:
    """The index of a store, made once."""
    return EventWords(store)
