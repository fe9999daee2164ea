"""A sentence's words and pairs of words as slots of a hashed table, so that no list of words has to be kept."""

import re
from itertools import pairwise
from zlib import crc32

SLOTS = 1 << 16
"""Rows of the table; four times as many did not rank better (benchmarks/results/worth.json)."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|'[^\W\d_]+|\d[\d,.]*|[$%?]")
_NUMBER = "0"
_START, _END = "<", ">"


def gram_slots(text: str) -> dict[str, int]:
    """Every word and pair of neighbouring words of a sentence with its slot; numbers are all alike."""
    words = [
        _NUMBER if word[0].isdigit() else word for word in _WORD.findall(text.replace("’", "'").casefold())
    ]
    padded = [_START, *words, _END]
    pairs = (f"{left} {right}" for left, right in pairwise(padded))
    return {gram: crc32(gram.encode()) % SLOTS for gram in (*padded, *pairs)}
