"""The alias index: every name of the store that stands in a text, longest first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

import numpy as np

from claims.records import EntityMention, Sense, Sentence, Span
from claims.store.lookup import Lookup
from claims.values.names import Token, parts_names, tokenise

LONGEST_NAME = 9
"""Words of the longest name that is looked for; of half a million aliases a handful are longer."""
CACHED_KEYS = 200_000
YEARED = "yeared"
"""The kind of a name that is read only with a year right behind it: "Euro 2014"."""
TITLE = "title"
"""The kind of a name that is read only where it stands as a title: everybody says "Friends", few mean the series."""
NO_NAMES = ("office/", "title/")
"""Entities that are never read by their name: titles and offices are parsed by their own grammar."""


@dataclass(frozen=True, slots=True)
class Alias:
    """A name as it was written in a pack, with what it stands for."""

    text: str
    sense: Sense
    capitals: tuple[bool, ...]
    acronyms: tuple[bool, ...]
    since: str = ""
    """The partial date since which the thing goes by the name; empty where that is not known or of no use."""

    @classmethod
    def of(cls, text: str, sense: Sense, small: frozenset[str], since: str = "") -> "Alias":
        """The alias with the letter case that a text must have to mean it; ``small`` words of a series have none."""
        words = [text[token.start : token.end] for token in tokenise(text)]
        return cls(
            text,
            sense,
            tuple(word[:1].isupper() and not _is_common(word, sense.entity, small) for word in words),
            tuple(len(word) > 1 and word.isupper() for word in words),
            since,
        )

    def is_given(self, day: date | None) -> bool:
        """Whether the thing could have the name on a day: nobody meant Facebook's owner by "Meta" in 2015."""
        return day is None or day.isoformat()[: len(self.since)] >= self.since

    def fits(self, words: Sequence[str], shouting: bool) -> bool:
        """Whether words of equal keys are written as this alias: "us" is not the United States."""
        return all(
            (not capital or word[:1].isupper() or word[:1].isdigit())
            and (not acronym or (word.isupper() and not (shouting and len(word) < 5)))
            for word, capital, acronym in zip(words, self.capitals, self.acronyms, strict=True)
        )


def _is_common(word: str, entity: str, small: frozenset[str]) -> bool:
    """Whether houses write the word small in the name of a recurring event: "the Nobel peace prize"."""
    return word.casefold() in small and entity.startswith(("series/", "edition/", "event/"))


class NameIndex:
    """All aliases by key. Keys are told by their check sums, of which a longer name's goes on from a shorter's."""

    def __init__(
        self,
        lookup: Lookup,
        lower_starts: frozenset[str],
        lower_words: frozenset[str],
        small: frozenset[str],
        kinds: frozenset[str],
    ) -> None:
        """``lower_starts`` holds the first word of every alias that begins with a small letter.

        ``lower_words`` holds every later word of an alias that does, ``small`` words that may be written small in
        the names of recurring events, ``kinds`` those that announce a title ("the film Psycho").
        """
        self._kinds = kinds
        self._small = small
        self._lookup = lookup
        self._lower_starts = lower_starts
        self._lower_words = lower_words | small
        self._aliases = lru_cache(CACHED_KEYS)(self._read)

    def _read(self, key: str) -> tuple[Alias, ...]:
        rows = (row for row in self._lookup.rows(key) if row[0] == key and not row[2].startswith(NO_NAMES))
        return tuple(
            Alias.of(alias, Sense(entity, kind), self._small, since)
            for _, alias, entity, kind, since in sorted(rows)
        )

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Everything a key may stand for, whatever the letter case."""
        return tuple(alias.sense for alias in self._aliases(key))

    def find(
        self, text: str, tokens: Sequence[Token], offset: int = 0, day: date | None = None
    ) -> list[EntityMention]:
        """The names in a text in order, leftmost and longest, none overlapping.

        ``tokens`` are the text's words with positions shifted by ``offset``. A name that nothing had yet on
        the ``day`` of the article is not found.
        """
        return self._found(text, tokens, offset, next(self._lengths([tokens])), day)

    def find_all(
        self, sentences: Sequence[Sentence], tokens: Sequence[Sequence[Token]], day: date | None = None
    ) -> Iterator[list[EntityMention]]:
        """The names of each sentence; ``tokens`` are the words of each. All are looked up at once, which is faster."""
        for sentence, words, lengths in zip(sentences, tokens, self._lengths(tokens), strict=True):
            yield self._found(sentence.text, words, sentence.span.start, lengths, day)

    def _found(
        self,
        text: str,
        tokens: Sequence[Token],
        offset: int,
        lengths: Mapping[int, Sequence[int]],
        day: date | None,
    ) -> list[EntityMention]:
        shouting = text.isupper()
        mentions, free = [], 0
        for position, candidates in lengths.items():
            for candidate in candidates if position >= free else ():
                mention = self._mention(text, tokens[position : position + candidate], offset, shouting, day)
                if mention is not None:
                    mentions.append(mention)
                    free = position + candidate
                    break
        return mentions

    def _lengths(self, texts: Sequence[Sequence[Token]]) -> Iterator[dict[int, list[int]]]:
        """For each text and position in it the lengths of the runs that may be names, longest first."""
        found: list[dict[int, list[int]]] = [{} for _ in texts]
        sums: list[int] = []
        runs: list[tuple[int, int, int]] = []
        for number, tokens in enumerate(texts):
            self._add_sums(number, tokens, sums, runs)
        for index in np.flatnonzero(self._lookup.holds(np.array(sums, dtype=np.uint32))).tolist():
            number, start, length = runs[index]
            found[number].setdefault(start, []).insert(0, length)
        yield from found

    def _add_sums(
        self, number: int, tokens: Sequence[Token], sums: list[int], runs: list[tuple[int, int, int]]
    ) -> None:
        """The check sum of every run of words that may be a name, and the run as (text, position, length)."""
        lower_starts, ends = self._lower_starts, self._ends(tokens)
        for start, token in enumerate(tokens):
            if not (token.capital or token.key in lower_starts or token.key[:1].isdigit()):
                continue
            total = crc32(token.added[1:])
            sums.append(total)
            runs.append((number, start, 1))
            for length, word in enumerate(tokens[start + 1 : min(start + LONGEST_NAME, ends[start])], 2):
                total = crc32(word.added, total)
                sums.append(total)
                runs.append((number, start, length))

    def _ends(self, tokens: Sequence[Token]) -> list[int]:
        """For each word the position of the next one that no name goes on with: one in small letters that none has so."""
        lower_words, end = self._lower_words, len(tokens)
        ends = [end] * end
        for index in range(end - 1, 0, -1):
            token = tokens[index]
            if not (token.capital or token.key in lower_words or token.key[:1].isdigit()):
                end = index
            ends[index - 1] = end
        return ends

    def _mention(
        self, text: str, window: Sequence[Token], offset: int, shouting: bool, day: date | None
    ) -> EntityMention | None:
        aliases = self._aliases(" ".join(token.key for token in window))
        if not aliases:
            return None
        words = [text[t.start - offset : t.end - offset] for t in window]
        fitting = [
            a
            for a in aliases
            if a.fits(words, shouting) and a.is_given(day) and _is_joined(a, text, window, offset)
        ]
        if any(a.sense.alias_kind == TITLE for a in fitting):
            around = text[: window[0].start - offset], text[window[-1].end - offset :]
            shown = is_title(*around, self._kinds)
            fitting = [a for a in fitting if shown or a.sense.alias_kind != TITLE]
        if any(a.sense.alias_kind == YEARED for a in fitting):
            yeared = bool(_YEAR_BEHIND.match(text[window[-1].end - offset :]))
            fitting = [a for a in fitting if (a.sense.alias_kind == YEARED) is yeared]
        if not fitting:
            return None
        span = Span(window[0].start, window[-1].end)
        senses = tuple(dict.fromkeys(alias.sense for alias in fitting))
        return EntityMention(span, text[span.start - offset : span.end - offset], senses)


_YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d(?![\d-])")
_BEFORE_TITLE = re.compile(r"(?P<quote>[\"“‘'])$|(?P<kind>[^\W\d_]+)\s$")
_AFTER_TITLE = re.compile(r"[,.!?;:]?[\"”’']")


def is_title(before: str, after: str, kinds: frozenset[str]) -> bool:
    """Whether a name stands as the title of a work: in quotation marks, or right behind a word for what it is."""
    found = _BEFORE_TITLE.search(before[-40:])
    if found is None:
        return False
    return bool(_AFTER_TITLE.match(after)) if found["quote"] else found["kind"] in kinds


def _is_joined(alias: Alias, text: str, window: Sequence[Token], offset: int) -> bool:
    """Whether nothing parts the words which does not part them in the alias, too."""
    if parts_names(alias.text):
        return True
    return not any(parts_names(text[a.end - offset : b.start - offset]) for a, b in pairwise(window))
