"""Article text -> sentences: line breaks part paragraphs, nupunkt parts the sentences in them."""

import re

import nupunkt

from claims.records import Sentence, Span

_LINE = re.compile(r"[^\n\r\f]+")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without surrounding white space; none is empty."""
    spans = [
        Span(line.start() + start, line.start() + end)
        for line in _LINE.finditer(text)
        for start, end in nupunkt.sent_spans(line.group())
    ]
    trimmed = [trim(text, span) for span in spans]
    kept = [span for span in trimmed if span.start < span.end]
    return [Sentence(index, span, span.of(text)) for index, span in enumerate(kept)]


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
