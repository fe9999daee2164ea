"""A span of an article -> the span with as much of its sentence as a reader needs."""

from dataclasses import dataclass

from claims.records import Span

SPAN_ROOM = 400
"""Characters of the span itself that are shown; the middle of a longer one is left out."""

WORD_ROOM = 24
"""Characters given up at a cut to end at a space."""

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The checked span and what stands before and after it; an ellipsis marks what was left out."""

    before: str
    span: str
    after: str

    @property
    def text(self) -> str:
        """The three parts joined."""
        return self.before + self.span + self.after


def cut_excerpt(text: str, bounds: Span, span: Span, room: int) -> Excerpt:
    """The span inside its bounds, usually its sentence, with at most ``room`` characters on each side.

    Offsets beyond the text are moved into it, so that a report never fails on a record.
    """
    start, end = _inside(span, len(text))
    first, last = _inside(bounds, len(text))
    before = end_of(text[max(first, start - room) : start], start - first > room)
    after = start_of(text[end : min(last, end + room)], last - end > room)
    return Excerpt(before, _shortened(text, start, end), after)


def end_of(words: str, cut: bool) -> str:
    """Words that were cut in front: from the first whole word on, after an ellipsis."""
    if not cut:
        return words
    space = words.find(" ", 0, WORD_ROOM)
    return ELLIPSIS + words[space + 1 :]


def start_of(words: str, cut: bool) -> str:
    """Words that were cut behind: up to the last whole word, before an ellipsis."""
    if not cut:
        return words
    space = words.rfind(" ", max(0, len(words) - WORD_ROOM))
    return (words[:space] if space > 0 else words) + ELLIPSIS


def _inside(span: Span, length: int) -> tuple[int, int]:
    start = min(max(span.start, 0), length)
    return start, min(max(span.end, start), length)


def _shortened(text: str, start: int, end: int) -> str:
    if end - start <= SPAN_ROOM:
        return text[start:end]
    half = SPAN_ROOM // 2
    return f"{text[start : start + half]} {ELLIPSIS} {text[end - half : end]}"
