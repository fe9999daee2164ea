"""The alias index: every name of the store that stands in a text, longest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from claims.records import EntityMention, Sense, Span
from claims.store.lookup import Lookup
from claims.values.names import Token, parts_names, tokenise

LONGEST_NAME = 9
"""Words of the longest name that is looked for; of half a million aliases a handful are longer."""
CACHED_KEYS = 200_000
NO_NAMES = ("office/", "title/")
"""Entities that are never read by their name: titles and offices are parsed by their own grammar."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as it was written in a pack, with what it stands for."""

    text: str
    sense: Sense
    capitals: tuple[bool, ...]
    acronyms: tuple[bool, ...]

    @classmethod
    def of(cls, text: str, sense: Sense) -> "Alias":
        """The alias with the letter case that a text must have to mean it."""
        words = [text[token.start : token.end] for token in tokenise(text)]
        return cls(
            text,
            sense,
            tuple(word[:1].isupper() and not _is_common(word, sense.entity) for word in words),
            tuple(len(word) > 1 and word.isupper() for word in words),
        )

    def fits(self, words: Sequence[str], shouting: bool) -> bool:
        """Whether words of equal keys are written as this alias: "us" is not the United States."""
        return all(
            (not capital or word[:1].isupper() or word[:1].isdigit())
            and (not acronym or (word.isupper() and not (shouting and len(word) < 5)))
            for word, capital, acronym in zip(words, self.capitals, self.acronyms, strict=True)
        )


COMMON = frozenset(
    ("award", "awards", "championship", "championships", "conference", "contest", "cup", "final", "finals", "peace", "prize",
     "prizes", "race", "summit", "title", "tournament", "world")
)  # fmt: skip
"""Words that houses write small in the names of recurring events: "the Nobel peace prize"."""


def _is_common(word: str, entity: str) -> bool:
    return word.casefold() in COMMON and entity.startswith(("series/", "edition/"))


class NameIndex:
    """All aliases by key. Keys are told by their check sums, of which a longer name's goes on from a shorter's."""

    def __init__(self, lookup: Lookup, lower_starts: frozenset[str]) -> None:
        """``lower_starts`` holds the first word of every alias that begins with a small letter."""
        self._lookup = lookup
        self._lower_starts = lower_starts
        self._aliases = lru_cache(CACHED_KEYS)(self._read)

    def _read(self, key: str) -> tuple[Alias, ...]:
        rows = (row for row in self._lookup.rows(key) if row[0] == key and not row[2].startswith(NO_NAMES))
        return tuple(Alias.of(alias, Sense(entity, kind)) for _key, alias, entity, kind in sorted(rows))

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Everything a key may stand for, whatever the letter case."""
        return tuple(alias.sense for alias in self._aliases(key))

    def find(self, text: str, tokens: Sequence[Token], offset: int = 0) -> list[EntityMention]:
        """The names in a text in order, leftmost and longest, none overlapping.

        ``tokens`` are the text's words with positions shifted by ``offset``.
        """
        shouting = text.isupper()
        lengths = self._lengths(tokens)
        mentions, position = [], 0
        while position < len(tokens):
            mention, length = None, 1
            for candidate in lengths.get(position, ()):
                mention = self._mention(text, tokens[position : position + candidate], offset, shouting)
                if mention is not None:
                    mentions.append(mention)
                    length = candidate
                    break
            position += length
        return mentions

    def _sums(self, tokens: Sequence[Token]) -> tuple[list[int], list[tuple[int, int]]]:
        """The check sum of every run of words that may be a name, and the run as (position, length)."""
        sums, runs = [], []
        for start, token in enumerate(tokens):
            if not (token.capital or token.key[:1].isdigit() or token.key in self._lower_starts):
                continue
            total = 0
            for end in range(start, min(start + LONGEST_NAME, len(tokens))):
                word = tokens[end].key.encode()
                total = crc32(b" " + word, total) if end > start else crc32(word)
                sums.append(total)
                runs.append((start, end - start + 1))
        return sums, runs

    def _lengths(self, tokens: Sequence[Token]) -> dict[int, list[int]]:
        """For each position the lengths of the runs that may be names, longest first."""
        sums, runs = self._sums(tokens)
        found: dict[int, list[int]] = {}
        for index in np.flatnonzero(self._lookup.holds(np.array(sums, dtype=np.uint32))):
            start, length = runs[index]
            found.setdefault(start, []).insert(0, length)
        return found

    def _mention(
        self, text: str, window: Sequence[Token], offset: int, shouting: bool
    ) -> EntityMention | None:
        aliases = self._aliases(" ".join(token.key for token in window))
        if not aliases:
            return None
        words = [text[t.start - offset : t.end - offset] for t in window]
        fitting = [a for a in aliases if a.fits(words, shouting) and _is_joined(a, text, window, offset)]
        if not fitting:
            return None
        span = Span(window[0].start, window[-1].end)
        senses = tuple(dict.fromkeys(alias.sense for alias in fitting))
        return EntityMention(span, text[span.start - offset : span.end - offset], senses)


def _is_joined(alias: Alias, text: str, window: Sequence[Token], offset: int) -> bool:
    """Whether nothing parts the words which does not part them in the alias, too."""
    if parts_names(alias.text):
        return True
    return not any(parts_names(text[a.end - offset : b.start - offset]) for a, b in pairwise(window))
