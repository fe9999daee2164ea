"""A sentence's words and pairs of words as slots of a hashed table, so that no list of words has to be kept."""

from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from claims.matching.worth_text import WorthText

SLOTS = 1 << 16
"""Rows of the table; four times as many did not rank better (benchmarks/results/worth.json)."""
_NUMBER = "0"
_START, _END = "<", ">"


def gram_slots(text: str) -> dict[str, int]:
    """Every word and pair of neighbouring words of a sentence with its slot; numbers are all alike."""
    tokens = _padded(WorthText.of(text).tokens)
    grams = (*tokens, *(f"{left} {right}" for left, right in pairwise(tokens)))
    return {gram: crc32(gram.encode()) % SLOTS for gram in grams}


def slots_of(tokens: list[str]) -> list[int]:
    """The slots of :func:`gram_slots` in the same order, without the words."""
    padded = _padded(tokens)
    known = [_sums(token) for token in padded]
    words = dict(zip(padded, known, strict=True))
    # The check sum of a pair goes on from that of its first word.
    pairs = dict(
        zip(pairwise(padded), (crc32(right[1], left[0]) for left, right in pairwise(known)), strict=True)
    )
    return [*(total % SLOTS for total, _ in words.values()), *(total % SLOTS for total in pairs.values())]


def _padded(tokens: list[str]) -> list[str]:
    return [_START, *(_NUMBER if token[0].isdigit() else token for token in tokens), _END]


@lru_cache(maxsize=50_000)
def _sums(token: str) -> tuple[int, bytes]:
    """The check sum of a word, and what it adds as the second of a pair."""
    return crc32(token.encode()), f" {token}".encode()
