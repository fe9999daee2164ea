"""Names as a text has them -> full ones, and words that point back -> the name they stand for."""

from collections.abc import Iterator

from claims.extracting.mentions import Reading
from claims.extracting.standalone.clause_words import words_of
from claims.extracting.standalone.edits import Edit
from claims.extracting.standalone.stand_ins import StandIn, find_stand_ins
from claims.records import EntityMention, Span
from claims.store.open import Store

SURNAME = frozenset(("surname",))
_COURTESY = frozenset(("mr", "mrs", "ms"))
_PRONOUNS = frozenset(("he", "she"))


def name_in_full(
    reading: Reading, before: Reading | None, clause: Span, titles: frozenset[int], store: Store
) -> Iterator[Edit]:
    """The edits by which a clause names everybody; ``titles`` holds where titles of office end.

    Who was named in the clause before the word is left as the text has it, and so is whatever is not clear.
    """
    told = {
        (name.span.start, sense.entity)
        for name in reading.names
        if clause.covers(name.span) and not name.alias_kinds() <= SURNAME
        for sense in name.senses
    }
    for stand_in in sorted(_stand_ins(reading, before, titles), key=lambda s: s.span):
        span, entities = stand_in.span, stand_in.entities
        known = all(any(start < span.start and e == other for start, other in told) for e in entities)
        if clause.covers(span) and not known:
            told |= {(span.start, entity) for entity in entities}
            yield Edit(span, _words(stand_in, store))


def _words(stand_in: StandIn, store: Store) -> str:
    names = " and ".join(store.name(entity) for entity in stand_in.entities)
    return f"{names}’s" if stand_in.owner else names


def _stand_ins(reading: Reading, before: Reading | None, titles: frozenset[int]) -> Iterator[StandIn]:
    """Every word that stands for somebody, surnames among them."""
    yield from find_stand_ins(reading, before)
    resolved = {mention.span for mention in reading.anaphors}
    for mention in reading.anaphors:
        ids = tuple(dict.fromkeys(sense.entity for sense in mention.senses))
        span = _of_surname(mention, reading, titles) if _is_surname(mention) else mention.span
        if len(ids) == 1 and span:
            yield StandIn(span, ids)
    for mention in reading.names:
        ids = mention.ids("person")
        if mention.alias_kinds() == SURNAME and len(ids) == 1 and mention.span not in resolved:
            span = _of_surname(mention, reading, titles)
            if span:
                yield StandIn(span, ids)


def _is_surname(mention: EntityMention) -> bool:
    """Whether the word is a name and no pronoun or description ("She", "The company")."""
    text = mention.text
    return text[:1].isupper() and " " not in text and text.casefold() not in _PRONOUNS


def _of_surname(mention: EntityMention, reading: Reading, titles: frozenset[int]) -> Span | None:
    """The span of a surname that stands alone or after a title, "Mr" with it; None where it is part of another name."""
    start, end = mention.span.start, mention.span.end
    if any(time.span.overlaps(mention.span) for time in reading.times):
        return None
    left, right = reading.token_before(start), reading.token_after(end)
    if right and right.capital and reading.between(end, right.start) in (" ", "-"):
        return None
    if left and left.key in words_of("article") and reading.between(left.end, start) == " ":
        return None  # "the Trump administration" names no more than an adjective does
    if left is None or not left.capital or reading.between(left.end, start) not in (" ", ". ", "-"):
        return mention.span
    if left.key in _COURTESY:
        return Span(left.start, end)
    return mention.span if left.end in titles or left.start == reading.sentence.span.start else None
