"""Who says it: quotation marks and phrases of attribution."""

import re
from dataclasses import dataclass

from claims.records import Span, Voice

_PAIRS = re.compile(r"“[^“”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)|«[^«»\n]*»")
_SAYING = r"(?:said|says|told|added|wrote|tweeted|declared|insisted|argued|claimed|claims|stated|noted|explained|announced|recalled|warned)"
_NAME = r"(?:[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,4})"
_SPEAKER = re.compile(
    rf"(?:(?P<before>{_NAME})\s+(?:also\s+|later\s+)?{_SAYING}\b|{_SAYING}\s+(?P<after>{_NAME}))"
)
_ATTRIBUTION = re.compile(
    r"\baccording to\b|\b(?:claimed|claims|alleged|alleges|insisted|argued|said|says|told \w+)\s+(?:\w+\s+)?that\b|\bper (?:a|the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """The voice of a span and, where the sentence names one, its speaker."""

    voice: Voice
    speaker: str | None = None


def find_quotes(text: str) -> tuple[Span, ...]:
    """The quoted stretches of an article; a quotation left open ends with its line."""
    return tuple(Span(m.start(), m.end()) for m in _PAIRS.finditer(text) if m.end() - m.start() > 2)


def read_voice(sentence: str, offset: int, span: Span, quotes: tuple[Span, ...]) -> Said:
    """Whose words the span's are. A quoted title or nickname of a word or two is the reporter's."""
    speaker = _SPEAKER.search(sentence)
    name = (speaker["before"] or speaker["after"]) if speaker else None
    if any(quote.covers(span) and quote.end - quote.start > span.end - span.start + 12 for quote in quotes):
        return Said(Voice.QUOTED, name)
    match = _ATTRIBUTION.search(sentence)
    if match and (
        match.group().casefold().startswith(("according", "per")) or match.start() + offset < span.start
    ):
        return Said(Voice.ATTRIBUTED, name)
    return Said(Voice.REPORTER)
