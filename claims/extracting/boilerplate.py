"""Article text -> what is no news in it: advertisements, links, sign-up forms, credits, copyright lines.

Patterns stand in ``data/vocabulary/boilerplate.csv`` (``claims/extracting/boilerplate_rows.py`` reads them).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claims.extracting.boilerplate_rows import Rows, boilerplate_rows, find_inside, whole_reason
from claims.extracting.paragraphs import LINE
from claims.extracting.sentences import split_sentences, trim
from claims.records import Span
from claims.values.names import Token, tokenise

LONGEST_LINE = 700
"""Characters; what is longer is a paragraph and no line of boilerplate."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A stretch of an article that is none of its news, and why (``advertisement``, ``credit``, ``sign_up`` ...)."""

    span: Span
    reason: str


def find_boilerplate(text: str, words: Iterable[Token] | None = None) -> tuple[Boilerplate, ...]:
    """The boilerplate of a text in order; stretches neither overlap nor run over the end of a line.

    ``words`` are those of the text, where they are read already.
    """
    rows = boilerplate_rows()
    cues = rows.cues_in(text, tokenise(text) if words is None else words)
    lines = (trim(text, Span(*line.span())) for line in LINE.finditer(text))
    return tuple(
        item
        for line in lines
        if line.start < line.end
        for item in _of_line(text, line, rows.near(line.of(text), cues))
    )


def _of_line(text: str, line: Span, near: Mapping[str, Rows]) -> Iterator[Boilerplate]:
    reason = _whole(near["line"], text, line)
    if reason:
        yield Boilerplate(line, reason)
        return
    found = [*_sentences(near["sentence"], text, line), *_inside(near["inside"], text, line)]
    end = line.start
    for item in sorted(found, key=lambda item: (item.span.start, -item.span.end)):
        if item.span.start >= end:
            yield item
            end = item.span.end


def _whole(rows: Rows, text: str, span: Span) -> str | None:
    """Why a whole line or sentence is boilerplate; None where it is news or as long as a paragraph of it."""
    return whole_reason(rows, text, span) if rows and span.end - span.start <= LONGEST_LINE else None


def _sentences(rows: Rows, text: str, line: Span) -> Iterator[Boilerplate]:
    for sentence in split_sentences(line.of(text)) if rows else ():
        span = Span(line.start + sentence.span.start, line.start + sentence.span.end)
        reason = _whole(rows, text, span)
        if reason:
            yield Boilerplate(span, reason)


def _inside(rows: Rows, text: str, line: Span) -> Iterator[Boilerplate]:
    for reason, span in find_inside(rows, text, line):
        yield Boilerplate(trim(text, span), reason)
