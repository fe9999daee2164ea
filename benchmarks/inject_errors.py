"""Articles -> copies with one wrong value each, where a true statement was found by simple patterns.

Nothing here knows how the program reads a text: the patterns are the benchmark's own, and the fact store only tells whether a
statement is true. Which of them are changed, and to what, a check sum of the article, the place and the seed decides, for each
place by itself: a store that knows more, or other sites, change nothing of what is drawn elsewhere.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from claims.records import Article, Span
from find_calendar_statements import find_calendar_statements
from find_country_statements import find_country_statements
from find_event_statements import find_event_statements
from find_figure_statements import find_figure_statements
from find_office_statements import find_office_statements
from find_people import find_people
from find_person_statements import find_person_statements
from find_place_statements import find_place_statements
from find_term_statements import find_term_statements
from known_names import KnownNames
from statement import Passage, Statement

SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"’])[.!?][”\"’)]?\s+(?=[A-Z“\"‘])|\n+")
MOST = 100
"""Errors of one kind, so that common kinds do not drown the rest."""
A_KIND = 2
"""Errors of one kind in one article."""


@dataclass(frozen=True, slots=True)
class Injection:
    """A copy of an article with one wrong value: where it stands now, what stood there, and how it is quoted."""

    original: Article
    copy: Article
    statement: Statement
    span: Span
    wrong: str
    in_quotes: bool


def inject_errors(articles: Iterable[Article], known: KnownNames, seed: int) -> list[Injection]:
    """At most ``MOST`` copies of each kind, two of a kind from one article; the same for the same seed."""
    sites = [(article, s) for article in articles for s in find_statements(article, known)]
    found = sorted(sites, key=lambda site: (_draw(*site, seed), site[1].kind))
    chosen, kinds, places = [], Counter[str](), Counter[tuple[str, str]]()
    for article, statement in found:
        place = (article.id, statement.kind)
        if kinds[statement.kind] < MOST and places[place] < A_KIND:
            kinds[statement.kind] += 1
            places[place] += 1
            chosen.append(_inject(article, statement, seed))
    return sorted(chosen, key=lambda i: (i.original.id, i.statement.span, i.statement.kind))


def find_statements(article: Article, known: KnownNames) -> Iterator[Statement]:
    """Every statement that is found and true, each place and kind once."""
    seen = set()
    for passage in _passages(article, known):
        for statement in _found(passage, known):
            key = (statement.span, statement.kind)
            if key not in seen and statement.wrong:
                seen.add(key)
                yield statement


def _found(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    yield from find_event_statements(passage, known)
    yield from find_office_statements(passage, known)
    yield from find_country_statements(passage, known)
    yield from find_figure_statements(passage, known)
    yield from find_person_statements(passage, known)
    yield from find_term_statements(passage, known)
    yield from find_place_statements(passage, known)
    yield from find_calendar_statements(passage)


def _passages(article: Article, known: KnownNames) -> Iterator[Passage]:
    start, people = 0, find_people(article.text, known)
    for end in [*(match.end() for match in SENTENCE_END.finditer(article.text)), len(article.text)]:
        yield Passage(start, article.text[start:end], article.published, people)
        start = end


def _draw(article: Article, statement: Statement, seed: int, value: str = "") -> bytes:
    """What orders the sites, and at one site its wrong values: nothing but the seed, the place and the value goes in."""
    span = statement.span
    site = f"{seed}\0{article.id}\0{span.start}\0{span.end}\0{statement.kind}\0{value}"
    return hashlib.sha256(site.encode()).digest()


def _inject(article: Article, statement: Statement, seed: int) -> Injection:
    span, text = statement.span, article.text
    wrong = min(statement.wrong, key=lambda value: _draw(article, statement, seed, value))
    copy = replace(article, text=text[: span.start] + wrong + text[span.end :])
    here = Span(span.start, span.start + len(wrong))
    return Injection(article, copy, statement, here, wrong, _in_quotes(text, span.start))


def _in_quotes(text: str, position: int) -> bool:
    """Whether a quotation is open in the paragraph before the position."""
    before = text[text.rfind("\n", 0, position) + 1 : position]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
