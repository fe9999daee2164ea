"""A sentence of an article -> the sentences before and after it."""

from claims.extracting.sentences import split_sentences
from claims.records import Span
from claims.report.excerpt import end_of, start_of

NEAR_ROOM = 280
"""Characters of a neighbouring sentence that are shown; most sentences of news are shorter."""


def surrounding(text: str, sentence: Span) -> tuple[str, str]:
    """The sentence before and the one after, clipped, empty at either end of the text.

    Only a few hundred characters on each side are looked at, however long the text is.
    """
    start, end = max(sentence.start, 0), max(sentence.end, 0)
    return _last(text, max(0, start - NEAR_ROOM), start), _first(text, end, end + NEAR_ROOM)


def _last(text: str, first: int, end: int) -> str:
    sentences = split_sentences(text[first:end])
    if not sentences:
        return ""
    last = sentences[-1]
    return end_of(last.text, first > 0 and last.span.start == 0)


def _first(text: str, start: int, last: int) -> str:
    sentences = split_sentences(text[start:last])
    if not sentences:
        return ""
    first = sentences[0]
    return start_of(first.text, last < len(text) and start + first.span.end >= last)
