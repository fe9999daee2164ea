"""In which elections a chamber changed hands, as a sentence tells it: "Democrats lost the House" speaks of 1994 and 2010.

The years stand in ``vocabulary/majorities.csv`` with the party that took the chamber; the words for parties, chambers and what became
of them are lists of ``vocabulary/judging_lists.csv``. They rank repairs and decide no verdict.
"""

import re
from functools import lru_cache

from claims.store.open import Store

OTHER = {"republicans": "democrats", "democrats": "republicans"}
_GAP = r"(?:[\s,]+[\w'’-]+){0,6}?[\s,]+"


def majorities_won(sentence: str, store: Store) -> frozenset[tuple[int, int]]:
    """The years, each as a period of one, in which what the sentence tells of a chamber's majority happened."""
    return frozenset(
        (year, year) for pattern, years in _tellings(store) if pattern.search(sentence) for year in years
    )


@lru_cache(maxsize=8)
def _tellings(store: Store) -> tuple[tuple[re.Pattern[str], tuple[int, ...]], ...]:
    years: dict[str, list[int]] = {}
    for year, party_and_body in store.wordings("majorities"):
        years.setdefault(party_and_body, []).append(int(year))
    return tuple(
        (_pattern(who, done, body, store), tuple(found))
        for party_and_body, found in sorted(years.items())
        for party, body in [party_and_body.split()]
        for who, done in ((party, "majority_gained"), (OTHER[party], "majority_lost"))
    )


def _pattern(party: str, done: str, body: str, store: Store) -> re.Pattern[str]:
    """A party, what it did and the chamber, in this order and few words apart."""
    parts = (f"party_{party}", done, f"body_{body}")
    return re.compile(
        _GAP.join(rf"\b(?:{_either(store.word_list(part))})\b" for part in parts), re.IGNORECASE
    )


def _either(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
