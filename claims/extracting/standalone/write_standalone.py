"""A claim -> the text of it that stands alone, read without the article."""

import re

from claims.extracting.mentions import Reading
from claims.extracting.standalone.cut_clause import cut_clause
from claims.extracting.standalone.date_times import date_times
from claims.extracting.standalone.edits import apply_edits
from claims.extracting.standalone.name_in_full import name_in_full
from claims.extracting.standalone.state_office import state_office
from claims.records import CONTEXT, Claim, Shape, Span
from claims.store.open import Store

_MARKS = re.compile(r"[“”\"]")


def write_standalone(
    claim: Claim, reading: Reading, before: Reading | None, titles: frozenset[int], store: Store
) -> str:
    """One sentence that says what the claim says: its clause, with names in full and dates for relative times.

    ``before`` is the sentence before that of the claim, ``titles`` holds where titles of office end in it. An office
    that only goes with a name ("Chancellor Angela Merkel said") is stated by itself. What is not clear stays as it is.
    """
    if claim.shape is Shape.OFFICE and claim.cues & {"title", "apposition"}:
        return state_office(claim, reading, store)
    if claim.predicate == "age" and "death" not in claim.cues and claim.checked.quantity:
        return _state_age(claim, store)
    clause = cut_clause(reading.article.text, claim.sentence, _needed(claim))
    edits = [*name_in_full(reading, before, clause, titles, store), *date_times(reading)]
    return _sentence(apply_edits(reading.article.text, clause, edits))


def _state_age(claim: Claim, store: Store) -> str:
    """ "Jane Roe was 45 years old": an age goes with a name in lists and asides that are no clause."""
    subject, age = claim.slot("subject"), claim.checked.quantity
    assert subject is not None
    assert age is not None
    names = {store.name(entity) for entity in subject.entities}
    name = names.pop() if len(names) == 1 else " ".join(subject.text.split())
    return f"{name} was {age.stated[0]:g} years old."


def _needed(claim: Claim) -> Span:
    """From the first to the last word that the claim is read from."""
    bound = "bound" in claim.cues or claim.value == "time"
    spans = [
        slot.span
        for slot in claim.slots
        if slot.name not in CONTEXT and (slot.name != "time" or bound) and claim.sentence.covers(slot.span)
    ]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _sentence(words: str) -> str:
    """The words with a capital, a full stop and no half quotation."""
    words = " ".join(words.split()).strip(" ,;:-–—")
    if words.startswith("(") and words.rstrip(".").endswith(")"):
        words = words.rstrip(".")[1:-1]
    if len(_MARKS.findall(words)) % 2:
        words = " ".join(_MARKS.sub("", words).split())
    if words.count("(") != words.count(")"):
        words = words.replace("(", "").replace(")", "")
    closed = words if words.endswith((".", "!", "?", ".”", '."', "?”", '?"')) else f"{words}."
    return closed[:1].upper() + closed[1:]
