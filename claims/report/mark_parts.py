"""The words of a flagged span -> the same in pieces, with those told apart that a correction would change.

A flag may reach from one to the other of two that do not fit each other, as from a winner to a year; what stands between is right.
"""

from collections.abc import Iterable

from claims.records import Finding, Span
from claims.report.mark_slots import Piece, cut_pieces


def mark_parts(finding: Finding, shown: str) -> tuple[Piece, ...]:
    """Pieces that join to ``shown``, the span as the excerpt has it; a piece that is marked has a ``slot``, and at least one is."""
    span = finding.span
    if len(shown) == span.end - span.start:
        inside = [repair.span for repair in finding.repairs if span.covers(repair.span)]
        parts = [
            (p.start - span.start, p.end - span.start, finding.slot)
            for p in _merged(inside, shown, span.start)
        ]
        if parts and len(inside) == len(finding.repairs):
            return tuple(cut_pieces(shown, parts))
    return (Piece(shown, finding.slot),)


def bracketed(finding: Finding, shown: str) -> str:
    """The same as text, with what is marked in square brackets."""
    return "".join(f"[{piece.text}]" if piece.slot else piece.text for piece in mark_parts(finding, shown))


def _merged(spans: Iterable[Span], shown: str, start: int) -> list[Span]:
    """The spans that hold any characters in order, as one those that overlap or have only a space between them."""
    merged: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if merged and not shown[merged[-1].end - start : span.start - start].strip():
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
