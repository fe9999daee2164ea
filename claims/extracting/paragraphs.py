"""Article text -> paragraphs: a line is one, unless the text was wrapped at a fixed width."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.records import Span

LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
"""A line of text without its break."""
_STOPS = (".", "!", "?", ":", ";", "…", "”", '"', "’", "'", ")", "»", "_", "*")
LEAST_WRAPPED = 40
WIDEST_WRAPPED = 90
"""Characters of a line that was broken at a fixed width; mail and scans use 60 to 80."""
LEAST_BROKEN = 2
"""Lines of a block that must go on in lower case before its others are joined too."""


def find_paragraphs(text: str) -> Iterator[Span]:
    """The paragraphs of a text in order, each with something in it but white space."""
    lines = [match.span() for match in LINE.finditer(text) if not match.group().isspace()]
    for block in _blocks(text, lines):
        yield from _join_wrapped(text, block)


def _blocks(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Lines that follow each other without an empty one between them."""
    block: list[tuple[int, int]] = []
    for line in lines:
        if block and text[block[-1][1] : line[0]] not in ("\n", "\r\n", "\r"):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _join_wrapped(text: str, block: list[tuple[int, int]]) -> Iterator[Span]:
    """The lines of a block; where it was wrapped, one that breaks off is joined to the one below."""
    broken = [_breaks_off(text[start:end]) for start, end in block]
    lower = sum(
        cut and text[below[0]].islower() for cut, (_, below) in zip(broken, pairwise(block), strict=False)
    )
    start = block[0][0]
    for index, (_, end) in enumerate(block):
        if index + 1 == len(block) or lower < LEAST_BROKEN or not broken[index]:
            yield Span(start, end)
            start = block[index + 1][0] if index + 1 < len(block) else end


def _breaks_off(line: str) -> bool:
    words = line.rstrip()
    return LEAST_WRAPPED <= len(words) <= WIDEST_WRAPPED and not words.endswith(_STOPS)
