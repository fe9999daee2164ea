"""The words around a flagged span -> the same in pieces, with the other parts of the claim told apart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.records import CONTEXT, Claim, Span
from claims.report.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words; ``slot`` names the part of the claim that they are, empty where they are none."""

    text: str
    slot: str = ""


def mark_slots(excerpt: Excerpt, claim: Claim, span: Span) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What stands before and after the span, in pieces that join to the same words."""
    parts = sorted(_parts(claim, span))
    start, end = span.start - len(excerpt.before), span.end + len(excerpt.after)
    before = [(s - start, e - start, name) for s, e, name in parts if start < s and e <= span.start]
    after = [(s - span.end, e - span.end, name) for s, e, name in parts if s >= span.end and e < end]
    return tuple(cut_pieces(excerpt.before, before)), tuple(cut_pieces(excerpt.after, after))


def _parts(claim: Claim, span: Span) -> Iterator[tuple[int, int, str]]:
    """Where the parts of the claim outside the span stand; those that only stand around it are none."""
    for slot in claim.slots:
        if slot.text and slot.name not in CONTEXT and not slot.span.overlaps(span):
            yield slot.span.start, slot.span.end, slot.name


def cut_pieces(words: str, parts: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    """The words in order, those between two offsets as a piece of the part of that name."""
    done = 0
    for start, end, name in parts:
        if start < done or end <= start:
            continue
        if start > done:
            yield Piece(words[done:start])
        yield Piece(words[start:end], name)
        done = end
    if done < len(words):
        yield Piece(words[done:])
