"""Sentences -> what is mentioned in them: words, names of the store, times."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from operator import attrgetter

from claims.extracting.blank_out import blank_out
from claims.extracting.sentences import split_sentences
from claims.extracting.voice import find_quotes
from claims.records import Article, EntityMention, Sentence, Span, TimeMention
from claims.store.open import Store
from claims.values.names import Token, tokenise
from claims.values.times import find_times, may_hold_time


@dataclass(slots=True)
class Reading:
    """One sentence with its words and mentions, and what the shapes need of the article around it.

    It is filled in step by step and given to nobody before: another copy for each step would be a tenth of all reading.
    """

    article: Article
    sentence: Sentence
    tokens: tuple[Token, ...]
    names: tuple[EntityMention, ...]
    times: tuple[TimeMention, ...]
    quotes: tuple[Span, ...]
    article_words: frozenset[str]
    """The keys of every word of the article."""
    article_countries: frozenset[frozenset[str]] = frozenset()
    """For each name of the article that may speak of a country, all those it may speak of."""
    anaphors: tuple[EntityMention, ...] = ()
    """Words that point back to an entity named before: "she", "the company"."""
    words: frozenset[str] = frozenset()
    """The keys of the sentence's words."""

    def between(self, left: int, right: int) -> str:
        """The article's characters between two positions; empty when they cross."""
        return self.article.text[left:right] if left < right else ""

    def says(self, words: Iterable[str]) -> bool:
        """Whether one of the words, by its key, or of the phrases stands in the sentence."""
        return has_any(words, self.words, self.sentence.text.casefold())

    def token_before(self, position: int) -> Token | None:
        """The last word that ends at or before a position."""
        index = bisect_right(self.tokens, position, key=_end) - 1
        return self.tokens[index] if index >= 0 else None

    def token_after(self, position: int) -> Token | None:
        """The first word that starts at or after a position."""
        index = bisect_left(self.tokens, position, key=_start)
        return self.tokens[index] if index < len(self.tokens) else None


def has_any(words: Iterable[str], keys: Set[str], text: str) -> bool:
    """Whether a word stands among the keys, or a phrase of several in the text, which is in lower case."""
    return any(word in keys or (" " in word and word in text) for word in words)


_start, _end = attrgetter("start"), attrgetter("end")


def read_mentions(
    article: Article, store: Store, words: Sequence[Token], aside: Sequence[Span] = ()
) -> list[Reading]:
    """Every sentence of the article with its mentions, in order.

    ``words`` are those of the article, of which those that stand in ``aside`` are passed over.
    """
    quotes = find_quotes(article.text)
    text = blank_out(article.text, aside)
    words = _outside(words, aside, text)
    keys = frozenset(word.key for word in words)
    sentences, readings = split_sentences(text), []
    tokens = list(_words_of(sentences, words))
    found = store.names.find_all(sentences, tokens, article.published)
    for sentence, own, names in zip(sentences, tokens, found, strict=True):
        own_keys = frozenset([word.key for word in own])
        times = _times(sentence, own_keys, article)
        readings.append(
            Reading(article, sentence, own, tuple(names), tuple(times), quotes, keys, words=own_keys)
        )
    return readings


def _outside(words: Sequence[Token], aside: Sequence[Span], text: str) -> Sequence[Token]:
    """The words that do not stand in what was set aside; read anew from the blanked text where that ends within one."""
    kept, position = list[Token](), 0
    for span in aside:
        first = bisect_left(words, span.start, position, key=_start)
        last = bisect_left(words, span.end, first, key=_start)
        if (first and words[first - 1].end > span.start) or (last and words[last - 1].end > span.end):
            return tokenise(text)
        kept += words[position:first]
        position = last
    return [*kept, *words[position:]] if aside else words


_PARTED = re.compile(r"[\d'’]")
"""Digits, and what words are parted at where times are read: "Int'l Workers' Day"."""


def _times(sentence: Sentence, words: Set[str], article: Article) -> list[TimeMention]:
    """The times of a sentence; most have no word of one, which is asked of the words before they are read anew."""
    if _PARTED.search(sentence.text) is None and not may_hold_time(words):
        return []
    return find_times(sentence.text, article.published, sentence.span.start)


def _words_of(sentences: Iterable[Sentence], words: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence."""
    last = 0
    for sentence in sentences:
        first = bisect_left(words, sentence.span.start, last, key=_start)
        last = bisect_left(words, sentence.span.end, first, key=_start)
        yield tuple(words[first:last])
