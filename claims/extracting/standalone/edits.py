"""Replacements of stretches of an article, put into a clause of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """The words that take the place of a span; both count in the article's characters."""

    span: Span
    words: str


def apply_edits(text: str, clause: Span, edits: Iterable[Edit]) -> str:
    """The clause with every edit inside it carried out; of two that overlap the one that starts first."""
    pieces, position = [], clause.start
    for edit in sorted(edits, key=lambda e: (e.span, e.words)):
        if edit.span.start >= position and edit.span.end <= clause.end:
            pieces += [text[position : edit.span.start], edit.words]
            position = edit.span.end
    return "".join((*pieces, text[position : clause.end]))
