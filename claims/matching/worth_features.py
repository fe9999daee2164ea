"""What a reader can see in a sentence that bears on whether it is worth checking: numbers, names, cues."""

import re
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claims.matching.worth_text import WorthText
from claims.store.read_vocabulary import read_vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|'[^\W\d_]+|\d[\d,.]*")
_DIGIT = re.compile(r"\d")
_NUMBERS = (
    ("number", re.compile(r"(?<![\w.])[$€£]?\d[\d,.]*")),
    ("year", re.compile(r"\b(?:1[89]|20)\d\d\b(?!,\d)")),
    ("percent", re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)),
    ("amount", re.compile(r"[$€£]\s?\d|\d\s(?:dollars|euros|pounds|cents)\b", re.IGNORECASE)),
)
_WORDS = (
    # Either a capital within a sentence, or a word of capitals; the capital comes first, so that only capitals are tried.
    ("name", re.compile(r"[A-Z](?:(?<=[\w,;:'.] .)[\w'-]+|(?<!\w.)[A-Z]+\b)")),
    ("past_ending", re.compile(r"\b[a-z]{2,}(?:ed|ought|aught)\b")),
)
_GRADES = (("graded", re.compile(r"\b[a-z]{3,}(?:er\s+than|est)\b")),)
_SHAPES = (*_NUMBERS, *_WORDS, *_GRADES)
_WHOLE = ("length", "brief", "question")
BRIEF = 6
"""Words below which a sentence counts as brief: greetings, exclamations, headings."""
CAP = 4
"""Mentions of one kind beyond this count no further."""
_ROOTS = np.sqrt(np.arange(CAP + 1, dtype=np.float32))
USUAL_WORDS = 20
"""Words of an ordinary sentence of news; length is measured in it."""


def describe_sentence(text: str) -> NDArray[np.float32]:
    """The features of one sentence, shape (len(feature_names()),), each 0 where nothing of its kind is there.

    Counts are square roots of at most ``CAP`` mentions, length is in ordinary sentences (at most three), ``brief`` and
    ``question`` are 0 or 1.
    """
    return describe_text(WorthText.of(text))


def describe_text(read: WorthText) -> NDArray[np.float32]:
    """The same of a sentence whose words are read."""
    plain, words = read.plain, read.words
    places = _places()
    counts = [0] * len(places)
    for name, pattern in _shapes_in(read):
        counts[places[name]] = len(pattern.findall(plain))
    for feature in _cues_in(words):
        counts[places[feature]] += 1
    described: NDArray[np.float32] = _ROOTS[[min(count, CAP) for count in counts]]
    asks = plain.rstrip("\"”') ").endswith("?")
    described[: len(_WHOLE)] = (min(len(words) / USUAL_WORDS, 3.0), len(words) < BRIEF, asks)
    return described


def _shapes_in(read: WorthText) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The shapes that a sentence may have: most have no digit, and few anything graded."""
    plain = read.plain
    return (
        *(_NUMBERS if _DIGIT.search(plain) else ()),
        *_WORDS,
        *(_GRADES if "est" in plain or "than" in plain else ()),
    )


@lru_cache(maxsize=1)
def feature_names() -> tuple[str, ...]:
    """The names of the features, in the order of :func:`describe_sentence`."""
    cues = sorted({feature for feature, _ in read_vocabulary("worth_words")})
    return (*_WHOLE, *(name for name, _ in _SHAPES), *cues)


def _cues_in(words: list[str]) -> list[str]:
    """The feature of every wording of ``worth_words.csv`` that the words hold, as often as they hold it."""
    single, phrases = _wordings()
    found = [feature for word in words for feature in single.get(word, ())]
    for start, word in enumerate(words):
        for phrase, feature in phrases.get(word, ()):
            if words[start : start + len(phrase)] == phrase:
                found.append(feature)
    return found


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {name: place for place, name in enumerate(feature_names())}


@lru_cache(maxsize=1)
def _wordings() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[list[str], str], ...]]]:
    """The features of single words, and the longer wordings by their first word."""
    single: dict[str, tuple[str, ...]] = {}
    phrases: dict[str, tuple[tuple[list[str], str], ...]] = {}
    for feature, wording in read_vocabulary("worth_words"):
        words = _WORD.findall(wording)
        if len(words) == 1:
            single[wording] = (*single.get(wording, ()), feature)
        else:
            phrases[words[0]] = (*phrases.get(words[0], ()), (words, feature))
    return single, phrases
