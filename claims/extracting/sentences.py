"""Article text -> sentences: line breaks part paragraphs, nupunkt parts the sentences in them."""

import re

import nupunkt

from claims.records import Sentence, Span

_LINE = re.compile(r"[^\n\r\f]+")


def split_sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, without surrounding white space; none is empty."""
    spans = [
        part
        for line in _LINE.finditer(text)
        for start, end in nupunkt.sent_spans(line.group())
        for part in _split_missed(text, Span(line.start() + start, line.start() + end))
    ]
    joined = _rejoin(text, [trim(text, span) for span in spans])
    kept = [part for span in joined if span.start < span.end for part in _split_long(text, span)]
    return [Sentence(index, span, span.of(text)) for index, span in enumerate(kept)]


# Words with a full stop that go on within a sentence. nupunkt, trained on law, also takes "cold.", "no."
# and "sun." for abbreviations; a lower-case word that is not here ends its sentence.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "messrs",
        "dr",
        "prof",
        "rev",
        "hon",
        "gen",
        "sen",
        "rep",
        "gov",
        "lt",
        "col",
        "sgt",
        "capt",
        "cmdr",
        "adm",
        "maj",
        "cpl",
        "pvt",
        "supt",
        "insp",
        "st",
        "ste",
        "mt",
        "ft",
        "jr",
        "sr",
        "bros",
        "vs",
        "v",
        "etc",
        "inc",
        "corp",
        "ltd",
        "co",
        "cos",
        "llc",
        "plc",
        "est",
        "approx",
        "dept",
        "fig",
        "figs",
        "vol",
        "vols",
        "pp",
        "ed",
        "eds",
        "ave",
        "blvd",
        "rd",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
        "cf",
        "al",
        "ca",
        "assn",
        "ariz",
        "ark",
        "calif",
        "colo",
        "conn",
        "del",
        "fla",
        "ga",
        "ill",
        "ind",
        "kan",
        "ky",
        "la",
        "mass",
        "md",
        "mich",
        "minn",
        "miss",
        "mo",
        "mont",
        "neb",
        "nev",
        "okla",
        "ore",
        "pa",
        "tenn",
        "tex",
        "va",
        "vt",
        "wash",
        "wis",
        "wyo",
    ]
)
_MISSED = re.compile(r"(?P<word>\b[a-z][a-z.]*)\.[\"”’')\]]*\s+(?=[“\"‘'(]?[A-Z])")
LONGEST_SENTENCE = 2_000
"""Characters; a longer one is a list or broken text, and is cut so that work grows with length, not its square."""


def _split_missed(text: str, span: Span) -> list[Span]:
    """The parts of a stretch in which a full stop after a common word was taken for an abbreviation's."""
    parts, start = [], span.start
    for match in _MISSED.finditer(text, span.start, span.end):
        if match["word"] not in _ABBREVIATIONS:
            parts.append(Span(start, match.end()))
            start = match.end()
    return [*parts, Span(start, span.end)]


def _split_long(text: str, span: Span) -> list[Span]:
    """The span, or pieces of at most ``LONGEST_SENTENCE`` characters that end between words."""
    pieces = []
    while span.end - span.start > LONGEST_SENTENCE:
        limit = span.start + LONGEST_SENTENCE
        cut = max(text.rfind(", ", span.start + 1, limit), text.rfind("; ", span.start + 1, limit)) + 1
        cut = cut or text.rfind(" ", span.start + 1, limit)
        cut = cut if cut > span.start else limit
        pieces.append(trim(text, Span(span.start, cut)))
        span = trim(text, Span(cut, span.end))
    return [piece for piece in (*pieces, span) if piece.start < piece.end]


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
        "to",
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
        "people",
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
