"""Whether the words around an edition's year look ahead or back: "ahead of the 2016 midterms", "lost the 2016 midterms".

The words stand in ``vocabulary/direction_cues.csv``. They rank repairs and decide no verdict.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from claims.records import Article, Claim
from claims.store.open import Store

NEAR = 10
"""Words before and after the year that are taken to speak of it."""
RIGHT_BEFORE = 6
"""Words before the year in which a preposition still governs it."""
_WORD = re.compile(r"[a-z]+(?:['’][a-z]+)?|[,;:.]|\d+", re.IGNORECASE)
_PAST = re.compile(r"[a-z]{3,}ed")
_FOR_THE = re.compile(r"\bfor the\b(?: \w+)?$")


class Direction(NamedTuple):
    """How many kinds of words look ahead, and how many back."""

    ahead: int
    back: int


def read_direction(claim: Claim, article: Article, store: Store) -> Direction:
    """How many kinds of words of the sentence look ahead of the article's day and how many back, seen from the claim's year."""
    year = claim.slot("year")
    text = claim.sentence.of(article.text)
    start = year.span.start - claim.sentence.start if year else len(text)
    before, after = _words(text[:start]), _words(text[start + 4 :])
    return _count(before, after, store)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold().replace("’", "'"))


def _count(before: list[str], after: list[str], store: Store) -> Direction:
    cues = _cues(store)
    near, behind, right_before = (" ".join(w) for w in (before[-NEAR:], after[:NEAR], before[-RIGHT_BEFORE:]))
    whole, both = " ".join([*before, *after]), f"{near} {behind}"
    ahead = (
        cues["modal"].search(near),
        cues["modal"].search(behind),
        cues["modal"].search(whole),
        cues["to_come"].search(near),
        cues["contest"].search(both),
        cues["present"].search(whole),
        cues["now"].search(whole),
        _FOR_THE.search(" ".join(before[-3:])),
    )
    back = (
        _tells(before[-NEAR:], cues),
        _tells(after[:NEAR], cues),
        cues["past"].search(both),
        cues["past"].search(whole),
        cues["bygone"].search(right_before),
        cues["meddling"].search(near),
        cues["relative"].search(" ".join(after[:5])),
    )
    return Direction(sum(map(bool, ahead)), sum(map(bool, back)))


def _tells(words: list[str], cues: dict[str, re.Pattern[str]]) -> bool:
    """Whether one of the words is a verb in the past tense that is no verb of saying."""
    return any(
        not cues["saying"].fullmatch(word) and bool(cues["told"].fullmatch(word) or _PAST.fullmatch(word))
        for word in words
    )


@lru_cache(maxsize=8)
def _cues(store: Store) -> dict[str, re.Pattern[str]]:
    """A pattern for each kind of words; one that matches nothing where the vocabulary has none."""
    words: dict[str, list[str]] = {}
    for kind, wording in store.wordings("direction_cues"):
        words.setdefault(kind, []).append(re.escape(wording))
    kinds = (
        "modal",
        "to_come",
        "contest",
        "present",
        "now",
        "told",
        "saying",
        "past",
        "bygone",
        "meddling",
        "relative",
    )
    return {kind: re.compile(rf"\b(?:{'|'.join(words.get(kind, ['(?!)']))})\b") for kind in kinds}
