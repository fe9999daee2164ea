"""A sentence's words and pairs of words as slots of a hashed table, so that no list of words has to be kept."""

from itertools import pairwise
from zlib import crc32

from claims.matching.worth_text import WorthText
from claims.matching.worth_words import NUMBER, sums_of

SLOTS = 1 << 16
"""Rows of the table; four times as many did not rank better (benchmarks/results/worth.json)."""
_START, _END = "<", ">"
_FIRST, _LAST = sums_of(_START), sums_of(_END)


def gram_slots(text: str) -> dict[str, int]:
    """Every word and pair of neighbouring words of a sentence with its slot; numbers are all alike."""
    keys = [word.key for word in WorthText.of(text).tokens]
    tokens = [_START, *(NUMBER if key[0].isdigit() else key for key in keys), _END]
    grams = (*tokens, *(f"{left} {right}" for left, right in pairwise(tokens)))
    return {gram: crc32(gram.encode()) % SLOTS for gram in grams}


def slots_of(read: WorthText) -> list[int]:
    """The slots of :func:`gram_slots` in some order, without the words.

    Told apart by their check sums of 32 bits, which two grams of one sentence share once in some million sentences.
    """
    totals = [_FIRST[0], *(word.total for word in read.tokens), _LAST[0]]
    added = [*(word.added for word in read.tokens), _LAST[1]]
    # The check sum of a pair goes on from that of its first word.
    pairs = set(map(crc32, added, totals))
    return [total % SLOTS for total in (*set(totals), *pairs)]
