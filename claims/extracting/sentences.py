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
    trimmed = _rejoin(text, [trim(text, span) for span in spans])
    kept = [span for span in trimmed if span.start < span.end]
    return [Sentence(index, span, span.of(text)) for index, span in enumerate(kept)]


_ACRONYM_END = re.compile(r"\b(?:[A-Z]\.){2,}$")
_STARTERS = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "he",
        "she",
        "they",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "there",
        "his",
        "her",
        "its",
        "their",
        "our",
        "but",
        "and",
        "or",
        "so",
        "yet",
        "if",
        "as",
        "at",
        "in",
        "on",
        "for",
        "from",
        "by",
        "with",
        "after",
        "before",
        "since",
        "when",
        "while",
        "where",
        "what",
        "who",
        "how",
        "why",
        "not",
        "no",
        "one",
        "some",
        "many",
        "most",
        "all",
        "both",
        "each",
        "last",
        "next",
        "now",
        "then",
        "still",
        "even",
        "also",
        "more",
        "other",
        "another",
        "such",
        "under",
        "over",
        "between",
        "during",
        "until",
        "according",
        "although",
        "though",
        "because",
        "despite",
        "however",
        "meanwhile",
        "instead",
        "according",
    ]
)
"""Words that open a sentence far oftener than a name that goes on after "U.S."."""


def _rejoin(text: str, spans: list[Span]) -> list[Span]:
    """Undo a break within a name: "in Singapore, U.S. | Secretary of State ..."."""
    joined: list[Span] = []
    for span in spans:
        if joined and _goes_on(text, joined[-1], span):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _goes_on(text: str, left: Span, right: Span) -> bool:
    gap = text[left.end : right.start]
    if not gap or gap.strip() or "\n" in gap or not _ACRONYM_END.search(left.of(text)):
        return False
    word = re.match(r"[A-Z]\w*", right.of(text))
    return word is not None and word.group().casefold() not in _STARTERS


def trim(text: str, span: Span) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - (len(words) - len(words.rstrip()))))
