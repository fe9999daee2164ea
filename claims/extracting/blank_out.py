"""A text with some of its stretches blanked, of the same length, so that every offset still fits the original."""

from collections.abc import Iterable

from claims.records import Span


def blank_out(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in place of the spans, which are in order and apart; line breaks are outside of them."""
    pieces, position = [], 0
    for span in spans:
        pieces += [text[position : span.start], " " * (span.end - span.start)]
        position = span.end
    return "".join((*pieces, text[position:]))
