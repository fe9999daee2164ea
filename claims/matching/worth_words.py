"""Words as check-worthiness looks at them: all that can be said of one alone, worked out once and kept."""

import re
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from claims.store.read_vocabulary import read_vocabulary

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|'[^\W\d_]+|\d[\d,.]*|[$%?]")
SIGNS = frozenset("$%?")
NUMBER = "0"
"""What every number is as a gram."""
_PAST_ENDING = re.compile(r"\b[a-z]{2,}(?:ed|ought|aught)\b")
KEPT = 50_000
"""Words kept at most; those of a year of news are fewer."""


class Word(NamedTuple):
    """One word, number or sign of a sentence.

    ``key`` is in small letters; ``total`` is the check sum of its gram and ``added`` what it adds as the second of a
    pair; ``past`` is 1 where it ends as verbs in the past do; ``cues`` are the features it is a wording of, and
    ``phrases`` the longer wordings that begin with it, each as its words and its feature.
    """

    key: str
    is_sign: bool
    total: int
    added: bytes
    past: int
    cues: tuple[str, ...]
    phrases: tuple[tuple[list[str], str], ...]
    bears: bool
    """Whether it bears on any feature by itself, as most words do not."""


class _Words(dict[str, Word]):
    """A mapping that works a word out where it is not known: less than half the price of an LRU cache."""

    def __missing__(self, written: str) -> Word:
        if len(self) >= KEPT:
            self.clear()
        self[written] = word = _read(written)
        return word


WORDS = _Words()


def sums_of(gram: str) -> tuple[int, bytes]:
    """The check sum of a word, and what it adds as the second of a pair."""
    return crc32(gram.encode()), f" {gram}".encode()


def _read(written: str) -> Word:
    key = written.casefold()
    total, added = sums_of(NUMBER if key[0].isdigit() else key)
    single, phrases = _wordings()
    past, cues, longer = len(_PAST_ENDING.findall(written)), single.get(key, ()), phrases.get(key, ())
    return Word(key, key in SIGNS, total, added, past, cues, longer, bool(past or cues or longer))


@lru_cache(maxsize=1)
def _wordings() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[list[str], str], ...]]]:
    """The features of single words, and the longer wordings by their first word."""
    single: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[tuple[list[str], str], ...]] = {}
    for feature, wording in read_vocabulary("worth_words"):
        words = [word for word in WORD.findall(wording) if word not in SIGNS]
        if len(words) == 1:
            single[wording] = (*single.get(wording, ()), feature)
        else:
            phrases[words[0]] = (*phrases.get(words[0], ()), (words, feature))
    return single, phrases
