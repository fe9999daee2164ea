"""Who says it: quotation marks and phrases of attribution."""

import re
from dataclasses import dataclass

from claims.records import Span, Voice

_PAIRS = re.compile(r"“[^“”\"\n]*[,.!?]\"(?=\s)|“[^“”\n]*(?:”|$|\n)|\"[^\"\n]*(?:\"|$|\n)|«[^«»\n]*»")
_OPEN_END = re.compile(r"[,.!?]\s+(?:said|says|added|wrote)\s+[A-Z]")
"""Where a quotation without its closing mark ends: ", said President Lee"."""
_SAYING = r"(?:said|says|told|added|wrote|tweeted|declared|insisted|argued|claimed|claims|stated|noted|explained|announced|recalled|warned)"
_NO_NAME = r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:He|She|They|It|I|We|You|Who|But|And|The|This|That)\b)"
_NAME = (
    rf"(?:{_NO_NAME}[A-Z][\w’'-]*(?:\.(?=\s[A-Z]))?(?:\s+{_NO_NAME}[A-Z][\w’'-]*(?:\.(?=\s[A-Z]))?){{0,4}})"
)
_WHO = r"(?:,[^,;“”\"]{1,80},)?"
"""What is said of a speaker in apposition: "Ann Bell, a spokeswoman for the group, said"."""
_WHEN = r"(?:(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+|also\s+|later\s+)?"
_SPEAKER = re.compile(
    rf"(?P<before>{_NAME}){_WHO}\s+{_WHEN}{_SAYING}\b|\b(?!told){_SAYING}\s+(?P<after>{_NAME})"
)
_FOR_SOMEBODY = re.compile(
    r"\b(?:spokes\w+|lawyers?|attorneys?|aides?|advis[eo]rs?)\s+(?:for|of|to)\s+(?:the\s+)?$"
)
"""Whoever is named behind these is spoken for, and does not speak."""
_ATTRIBUTION = re.compile(
    r"\baccording to\b|\b(?:claimed|claims|alleged|alleges|insisted|argued|said|says|told \w+)\s+(?:\w+\s+)?that\b|\bper (?:a|the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Said:
    """The voice of a span and, where the sentence names one, its speaker.

    ``shown_by`` is the quotation, or the words that attribute it; None where the reporter says it.
    """

    voice: Voice
    speaker: str | None = None
    shown_by: Span | None = None


def find_quotes(text: str) -> tuple[Span, ...]:
    """The quoted stretches of an article; a quotation left open ends with its line."""
    return tuple(Span(m.start(), _end(m)) for m in _PAIRS.finditer(text) if m.end() - m.start() > 2)


def _end(quote: re.Match[str]) -> int:
    """Where a quotation ends; one that was left open at the words that say whose it is, or else with its line."""
    if quote.group()[-1] in '”"»':
        return quote.end()
    saying = _OPEN_END.search(quote.group())
    return quote.start() + saying.start() + 1 if saying else quote.end()


def _speaker(sentence: str, offset: int, quotes: tuple[Span, ...]) -> str | None:
    """Who is said to say something, outside of what is quoted."""
    for found in _SPEAKER.finditer(sentence):
        group = "before" if found["before"] else "after"
        named = Span(found.start(group) + offset, found.end(group) + offset)
        if any(quote.covers(named) for quote in quotes):
            continue
        spoken_for = group == "before" and _FOR_SOMEBODY.search(sentence[: found.start(group)])
        return None if spoken_for else str(found[group])
    return None


def read_voice(sentence: str, offset: int, span: Span, quotes: tuple[Span, ...]) -> Said:
    """Whose words the span's are. A quoted title or nickname of a word or two is the reporter's."""
    name = _speaker(sentence, offset, quotes)
    quote = next((q for q in quotes if q.covers(span) and q.end - q.start > span.end - span.start + 12), None)
    if quote:
        return Said(Voice.QUOTED, name, quote)
    match = _ATTRIBUTION.search(sentence)
    if match and (
        match.group().casefold().startswith(("according", "per")) or match.start() + offset < span.start
    ):
        return Said(Voice.ATTRIBUTED, name, Span(match.start() + offset, match.end() + offset))
    return Said(Voice.REPORTER)
