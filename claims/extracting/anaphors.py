"""Words that point back to somebody or something named before: "he", "the company", a surname after a full name.

They are resolved only where one reading is left: to the one entity of the kind in the sentence before, or
in the same sentence before them. Anything else stays open.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from claims.extracting.antecedents import find_antecedents
from claims.extracting.mentions import Reading
from claims.extracting.narrow_surnames import SURNAME, has_title, narrow_surnames
from claims.extracting.plain_words import is_plain_word
from claims.records import EntityMention, Sense, Span
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.values.names import Token, tokenise

RESOLVED = "resolved"
"""The alias kind of a mention that stands for an earlier one."""
FULL_NAMES = frozenset(("official", "short", "variant", "nickname", "former", "acronym"))
LONGEST = 2


def resolve_anaphors(readings: Sequence[Reading], store: Store) -> None:
    """Give each reading its ``anaphors``, and narrow surnames to the persons whom the article names."""
    wordings = _wordings(store)
    first_words = frozenset(words[0] for words in wordings)
    surnames, firsts = _surnames(readings), _first_mentions(readings)

    def holds_office(person: str) -> bool:
        return bool(store.facts_with_value("held_by", person))

    narrow_surnames(readings, surnames, holds_office)
    for index, reading in enumerate(readings):
        before = readings[index - 1] if index else None
        found: list[EntityMention] = []
        if not surnames.keys().isdisjoint(reading.words):
            found += _by_surname(reading, surnames, firsts, holds_office)
        if not first_words.isdisjoint(reading.words):
            found += _by_wording(reading, before, wordings, first_words, store)
        reading.anaphors = tuple(sorted(found, key=_start))


def _start(mention: EntityMention) -> Span:
    return mention.span


def _surnames(readings: Sequence[Reading]) -> dict[str, tuple[str, ...]]:
    """Last words of the persons named in full, with whom they mean; none that two persons share."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        for name in reading.names:
            persons = _persons(name)
            words = name.text.split()
            if persons and len(words) > 1 and not _has_first_name(reading, name):
                found.setdefault(tokenise(words[-1])[-1].key, set()).add(persons)
    return {key: tuple(next(iter(p)).split(" ")) for key, p in found.items() if len(p) == 1}


def _first_mentions(readings: Sequence[Reading]) -> dict[str, int]:
    """By the last word of a person's full name where such a name stands first."""
    found: dict[str, int] = {}
    for reading in readings:
        for name in reading.names:
            if _persons(name) and " " in name.text:
                found.setdefault(tokenise(name.text.split()[-1])[-1].key, name.span.start)
    return found


def _has_first_name(reading: Reading, name: EntityMention) -> bool:
    """Whether a capitalised word before makes the full name part of a longer one: "Anthony Lamar Smith"."""
    token = reading.token_before(name.span.start)
    if token is None or not token.capital or reading.between(token.end, name.span.start) != " ":
        return False
    known = [*(other.span for other in reading.names), *(time.span for time in reading.times)]
    inside = any(span.start <= token.start < span.end for span in known)
    return not (inside or is_plain_word(token.key) or token.start == reading.sentence.span.start)


def _persons(name: EntityMention) -> str:
    """The persons a full name may mean, as one text; empty where it is no full name of a person."""
    senses = name.of_kind("person")
    full = len(senses) == len(name.senses) and all(s.alias_kind in FULL_NAMES for s in senses)
    return " ".join(sorted({s.entity for s in senses})) if full else ""


def _by_surname(
    reading: Reading,
    surnames: dict[str, tuple[str, ...]],
    firsts: dict[str, int],
    holds_office: Callable[[str], bool],
) -> Iterator[EntityMention]:
    """Surnames that stand alone where the store has no such name, or only as a surname.

    One that stands before the full name is no more than a surname: it may be somebody else's, who is not named in full.
    """
    for index, token in enumerate(reading.tokens):
        entities = surnames.get(token.key)
        if not entities or not token.capital or _has_neighbour(reading, index):
            continue
        if has_title(reading, token.start) and not any(map(holds_office, entities)):
            continue
        span = Span(token.start, token.end)
        if all(name.alias_kinds() <= {"surname"} for name in reading.names if name.span.overlaps(span)):
            kind = RESOLVED if token.start > firsts.get(token.key, -1) else SURNAME
            senses = tuple(Sense(entity, kind) for entity in entities)
            yield EntityMention(span, span.of(reading.article.text), senses)


def _has_neighbour(reading: Reading, index: int) -> bool:
    """Whether a capitalised word right before or after makes it part of another name."""
    token = reading.tokens[index]
    before = reading.tokens[index - 1] if index else None
    after = reading.tokens[index + 1] if index + 1 < len(reading.tokens) else None
    return _joins(reading, before, token) or _joins(reading, token, after)


def _joins(reading: Reading, left: Token | None, right: Token | None) -> bool:
    if left is None or right is None or not left.capital or not right.capital:
        return False
    return reading.between(left.end, right.start) in (" ", "-") and left.key not in _COURTESY


_COURTESY = frozenset(("mr", "mrs", "ms", "dr", "sir", "lady", "lord", "president", "minister", "chancellor"))


def _by_wording(
    reading: Reading,
    before: Reading | None,
    wordings: dict[tuple[str, ...], str],
    first_words: frozenset[str],
    store: Store,
) -> Iterator[EntityMention]:
    for index, token in enumerate(reading.tokens):
        if token.key not in first_words:
            continue
        for length in range(1, LONGEST + 1):
            window = reading.tokens[index : index + length]
            kind = wordings.get(tuple(t.key for t in window))
            if kind is None or len(window) < length:
                continue
            span = Span(token.start, window[-1].end)
            if length > 1 and _DESCRIBES.match(reading.between(span.end, reading.sentence.span.end)):
                continue
            kind, _, predicate = kind.partition(":")
            for entities in find_antecedents(kind, span, reading, before):
                senses = tuple(
                    Sense(e, RESOLVED) for e in entities if not predicate or store.facts(e, predicate)
                )
                if senses:
                    yield EntityMention(span, span.of(reading.article.text), senses)


_DESCRIBES = re.compile(r"\s(?:of|that|behind)\s|\sfor\s(?:which|whom)\s")
"""What follows words that say which one is meant, and point to nothing before: "the author of", "the company that"."""


@once_a_store
def _wordings(store: Store) -> dict[tuple[str, ...], str]:
    return {tuple(t.key for t in tokenise(wording)): kind for kind, wording in store.wordings("anaphors")}
