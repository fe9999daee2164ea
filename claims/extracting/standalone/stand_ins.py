"""Words that stand for somebody named before and matter to the wording alone: "his", "the two leaders"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.extracting.antecedents import find_antecedents
from claims.extracting.mentions import Reading
from claims.extracting.standalone.clause_words import is_finite, words_of
from claims.records import Span
from claims.store.read_vocabulary import read_vocabulary

_AGED = re.compile(r"\b[Tt]he\s+\d{1,3}-year-old\b(?=\s*[.,;]|\s+(?P<next>[a-z]+))")
PAIR = 2


@dataclass(frozen=True, slots=True)
class StandIn:
    """A word with the entities it stands for; ``owner`` where it says whose something is."""

    span: Span
    entities: tuple[str, ...]
    owner: bool = False


def find_stand_ins(reading: Reading, before: Reading | None) -> Iterator[StandIn]:
    """The stand-ins of a sentence for which one reading is left; ``before`` is the sentence before it."""
    for span, kind, form in (*_worded(reading), *_aged(reading)):
        count = PAIR if form == "pair" else 1
        found = find_antecedents(kind, span, reading, before, count)
        if found and all(len(entities) == 1 for entities in found):
            yield StandIn(span, tuple(entities[0] for entities in found), form == "owner")


def _worded(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    wordings = _pointers()
    for index, token in enumerate(reading.tokens):
        for words, kind, form in wordings.get(token.key, ()):
            window = reading.tokens[index : index + len(words)]
            if tuple(t.key for t in window) != words:
                continue
            span = Span(token.start, window[-1].end)
            if form != "owner" or _owns(reading, span):
                yield span, kind, form


def _owns(reading: Reading, span: Span) -> bool:
    """Whether a noun follows: "her party", but not "told her on Monday"."""
    after = reading.token_after(span.end)
    if after is None or reading.between(span.end, after.start) != " ":
        return False
    return after.key not in words_of("preposition") | words_of("determiner")


def _aged(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """ "The 70-year-old said", but not "the 70-year-old building"."""
    for match in _AGED.finditer(reading.sentence.text):
        if match["next"] is None or is_finite(match["next"]):
            start = reading.sentence.span.start + match.start()
            yield Span(start, start + len(match.group())), "person", "plain"


@lru_cache(maxsize=1)
def _pointers() -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    """The wordings of ``pointers.csv`` by their first word."""
    found: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]] = {}
    for kind, form, wording in read_vocabulary("pointers"):
        words = tuple(wording.split())
        found[words[0]] = (*found.get(words[0], ()), (words, kind, form))
    return found
