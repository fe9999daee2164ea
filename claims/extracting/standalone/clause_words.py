"""The words by which clauses are told apart, from ``vocabulary/clause_words.csv``."""

import re
from functools import lru_cache

from claims.store.read_vocabulary import read_vocabulary

_PAST = re.compile(r"\b[a-z]{2,}ed\b")


@lru_cache(maxsize=16)
def words_of(kind: str) -> frozenset[str]:
    """The wordings of a kind: ``preposition``, ``finite``, ``joiner`` and others."""
    return frozenset(wording for of, wording in read_vocabulary("clause_words") if of == kind)


@lru_cache(maxsize=16)
def any_of(kind: str) -> str:
    """The wordings of a kind as alternatives of a pattern, the longest first."""
    ordered = sorted(words_of(kind), key=lambda wording: (-len(wording), wording))
    return "|".join(r"\s+".join(map(re.escape, wording.split())) for wording in ordered)


def is_finite(word: str) -> bool:
    """Whether a word, in lower case, is likely a verb that a clause can do with: "was", "won", "voted"."""
    return word in words_of("finite") or bool(_PAST.fullmatch(word))


def has_verb(words: str) -> bool:
    """Whether a stretch of text holds a finite verb."""
    return any(is_finite(word) for word in re.findall(r"[a-z]+", words))
