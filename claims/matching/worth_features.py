"""What a reader can see in a sentence that bears on whether it is worth checking: numbers, names, cues."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from claims.matching.worth_text import WorthText
from claims.matching.worth_words import Word
from claims.store.read_vocabulary import read_vocabulary

_DIGIT = re.compile(r"\d")
_NUMBERS = (
    ("number", re.compile(r"(?<![\w.])[$€£]?\d[\d,.]*")),
    ("year", re.compile(r"\b(?:1[89]|20)\d\d\b(?!,\d)")),
    ("percent", re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)),
    ("amount", re.compile(r"[$€£]\s?\d|\d\s(?:dollars|euros|pounds|cents)\b", re.IGNORECASE)),
)
# Either a capital within a sentence, or a word of capitals; the capital comes first, so that only capitals are tried.
_NAME = re.compile(r"[A-Z](?:(?<=[\w,;:'.] .)[\w'-]+|(?<!\w.)[A-Z]+\b)")
_GRADED = re.compile(r"\b[a-z]{3,}(?:er\s+than|est)\b")
_WHOLE = ("length", "brief", "question")
_IN_WORDS = ("name", "past_ending", "graded")
BRIEF = 6
"""Words below which a sentence counts as brief: greetings, exclamations, headings."""
CAP = 4
"""Mentions of one kind beyond this count no further."""
ROOTS = tuple(math.sqrt(count) for count in range(CAP + 1))
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
    described = np.zeros(len(feature_names()), dtype=np.float32)
    places = _places()
    for name, value in values_of(read).items():
        described[places[name]] = value
    return described


def values_of(read: WorthText) -> dict[str, float]:
    """The features that are not 0, by their names."""
    counts = _counts(read)
    values = {name: ROOTS[min(count, CAP)] for name, count in counts.items()}
    length = len(read.words)
    values["length"] = min(length / USUAL_WORDS, 3.0)
    if length < BRIEF:
        values["brief"] = 1.0
    if read.plain.rstrip("\"”') ").endswith("?"):
        values["question"] = 1.0
    return values


def _counts(read: WorthText) -> dict[str, int]:
    """How often each feature that is counted is there; shapes only where what they are made of is."""
    plain, counts = read.plain, dict[str, int]()
    for name, pattern in _NUMBERS if _DIGIT.search(plain) else ():
        if count := len(pattern.findall(plain)):
            counts[name] = count
    if names := len(_NAME.findall(plain)):
        counts["name"] = names
    if ("est" in plain or "than" in plain) and (graded := len(_GRADED.findall(plain))):
        counts["graded"] = graded
    bearing = [word for word in read.words if word.bears]
    if past := sum([word.past for word in bearing]):
        counts["past_ending"] = past
    for word in bearing:
        for feature in word.cues:
            counts[feature] = counts.get(feature, 0) + 1
    if any(word.phrases for word in bearing):
        for feature in _phrases_in(read.words):
            counts[feature] = counts.get(feature, 0) + 1
    return counts


def _phrases_in(words: list[Word]) -> Iterator[str]:
    """The feature of every wording of several words that the words hold, as often as they hold it."""
    for start, word in enumerate(words):
        for phrase, feature in word.phrases:
            if [other.key for other in words[start : start + len(phrase)]] == phrase:
                yield feature


@lru_cache(maxsize=1)
def feature_names() -> tuple[str, ...]:
    """The names of the features, in the order of :func:`describe_sentence`."""
    cues = sorted({feature for feature, _ in read_vocabulary("worth_words")})
    return (*_WHOLE, *(name for name, _ in _NUMBERS), *_IN_WORDS, *cues)


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {name: place for place, name in enumerate(feature_names())}
