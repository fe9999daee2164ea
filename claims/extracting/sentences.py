"""Article text -> sentences: lines part paragraphs, boundaries part the sentences in them."""

from collections.abc import Iterator
from functools import lru_cache

from claims.extracting.boundaries import find_ends
from claims.extracting.paragraphs import find_paragraphs
from claims.records import Sentence, Span

LONGEST_SENTENCE = 2_000
"""Characters; a longer one is a list or broken text, and is cut so that work grows with length, not its square."""


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without surrounding white space; none is empty.

    Every character that is not white space lies in exactly one of them.
    """
    spans = (part for span in _split(text) for part in _split_long(text, span))
    return [Sentence(index, span, span.of(text)) for index, span in enumerate(spans)]


def _split(text: str) -> Iterator[Span]:
    for paragraph in find_paragraphs(text):
        start = paragraph.start
        ends = [paragraph.start + end for end in _ends_in(paragraph.of(text))]
        for end in (*ends, paragraph.end):
            span = trim(text, Span(start, end))
            if span.start < span.end:
                yield span
            start = end


@lru_cache(maxsize=1024)
def _ends_in(paragraph: str) -> tuple[int, ...]:
    """Where its sentences end; kept, for the search for boilerplate has just asked the same of an article's lines."""
    return tuple(find_ends(paragraph, 0, len(paragraph)))


def _split_long(text: str, span: Span) -> Iterator[Span]:
    """The span, or pieces of at most ``LONGEST_SENTENCE`` characters that end between words."""
    while span.end - span.start > LONGEST_SENTENCE:
        limit = span.start + LONGEST_SENTENCE
        cut = max(text.rfind(", ", span.start + 1, limit), text.rfind("; ", span.start + 1, limit)) + 1
        cut = cut or text.rfind(" ", span.start + 1, limit)
        cut = cut if cut > span.start else limit
        yield trim(text, Span(span.start, cut))
        span = trim(text, Span(cut, span.end))
    if span.start < span.end:
        yield span


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
