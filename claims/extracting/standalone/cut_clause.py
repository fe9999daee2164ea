"""A sentence -> the clause of it that a claim stands in, where it can be cut without loss."""

import re

from claims.extracting.standalone.clause_words import any_of, has_verb, words_of
from claims.records import Span

_PLACE = r"(?:[A-Z][\w.’'/-]*,?\s){1,4}"
_DAY = r"(?:(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8}\.?)(?:,?\s\d{4})?,?\s)?"
_AGENCY = r"\([A-Z][\w.&/’' -]*\)"
_DATELINE = re.compile(rf"^{_PLACE}{_DAY}(?:{_AGENCY}\s*(?:[-–—]+\s+)?|[-–—]+\s+)(?=[\w“\"])")
"""Where a story was written, when, and by which agency: "LONDON, Jan. 5 (Agency) —"."""
_QUOTE = re.compile(r"“[^“”]*”?|\"[^\"]*\"?")
TAIL = 60
"""Characters in which a sentence is told who said it: "he said on Friday at a meeting in Rome"."""
_MARKS = "“”\"'‘’ ,;"


def cut_clause(text: str, sentence: Span, needed: Span) -> Span:
    """The shortest stretch of a sentence that covers what is needed and can stand alone: it has a verb and no opener.

    Cuts are made at datelines, at "said that" before and "he said" after, at semicolons, at "and" or "but" with a
    subject of its own, and at a relative clause that runs to the end.
    """
    span = _inside_quote(text, sentence, needed)
    for cut in (
        _without_lead,
        _without_attribution,
        _without_tail,
        _of_parts,
        _without_relative,
        _without_opener,
    ):
        shorter = cut(text, span, needed)
        if shorter.covers(needed) and has_verb(shorter.of(text)):
            span = shorter
    return _trimmed(text, span, needed)


def _inside_quote(text: str, sentence: Span, needed: Span) -> Span:
    """The words of a quotation of a clause or more that covers what is needed."""
    for match in _QUOTE.finditer(text, sentence.start, sentence.end):
        inner = Span(match.start() + 1, match.end() - (match.group()[-1] in '”"' and len(match.group()) > 1))
        if (
            inner.covers(needed)
            and has_verb(inner.of(text))
            and text[inner.start : inner.start + 1].isupper()
        ):
            return inner
    return sentence


def _without_lead(text: str, span: Span, _needed: Span) -> Span:
    match = _DATELINE.match(span.of(text))
    return Span(span.start + match.end(), span.end) if match else span


def _without_attribution(text: str, span: Span, needed: Span) -> Span:
    """What follows the last "said that" before what is needed."""
    pattern = rf"\b(?:{any_of('saying')})\s+(?:[\w.]+\s+){{0,4}}?that\s+"
    lead = text[span.start : needed.start]
    found = [m.end() for m in re.finditer(pattern, lead)]
    subordinate = lead.split(maxsplit=1)[:1] and lead.split(maxsplit=1)[0].lower() in words_of("subordinator")
    return Span(span.start + found[-1], span.end) if found and not subordinate else span


def _without_tail(text: str, span: Span, needed: Span) -> Span:
    """The sentence without who said it at its end."""
    who = rf"(?:[A-Z][\w.’'-]*|{any_of('subject')}|of|spokes\w+|officials?|police)"
    said = rf"(?:{who}\s+){{1,5}}(?:{any_of('saying')})\b|(?:{any_of('saying')})\s+(?:the\s|[A-Z])"
    pattern = rf",[”\"]?\s+(?:according\s+to\b|{said})[^,;“”\"]{{0,{TAIL}}}$"
    found = re.search(pattern, text[needed.end : span.end])
    return Span(span.start, needed.end + found.start()) if found else span


def _of_parts(text: str, span: Span, needed: Span) -> Span:
    """The part between semicolons, or between joiners with a subject of their own, that holds what is needed."""
    words = span.of(text)
    subject = rf"(?=(?:{any_of('subject')})\s|[A-Z][\w’'.-]*\s)"
    start, end = span.start, span.end
    for match in re.finditer(rf";\s+|,\s+(?:{any_of('joiner')})\s+{subject}", words):
        left, right = span.start + match.start(), span.start + match.end()
        if right <= needed.start and _is_whole(text[right : span.end]):
            start = right
        elif left >= needed.end and _is_main(text[start:left]) and _is_whole(text[right : span.end]):
            end = min(end, left)
    return Span(start, end)


def _is_whole(words: str) -> bool:
    """Whether words that begin with a subject have a verb near it, and are no member of a list."""
    return has_verb(" ".join(words.split()[1:8]))


def _is_main(words: str) -> bool:
    """Whether words begin no subordinate clause, and have a verb."""
    first = words.split(maxsplit=1)[:1]
    return bool(first) and first[0].lower() not in words_of("subordinator") and has_verb(words)


def _without_relative(text: str, span: Span, needed: Span) -> Span:
    """The clause without a relative clause that runs to its end."""
    pattern = rf",\s+(?:{any_of('relative')})\s+[^,;]*$"
    found = re.search(pattern, text[needed.end : span.end])
    return Span(span.start, needed.end + found.start()) if found else span


def _without_opener(text: str, span: Span, _needed: Span) -> Span:
    match = re.match(rf"(?:{any_of('opener')}),?\s+(?=\w)", span.of(text), re.IGNORECASE)
    return Span(span.start + match.end(), span.end) if match else span


def _trimmed(text: str, span: Span, needed: Span) -> Span:
    """The span without marks and spaces at its ends; nothing of what is needed goes."""
    start, end = span.start, span.end
    while start < needed.start and text[start] in _MARKS:
        start += 1
    while end > needed.end and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end)
