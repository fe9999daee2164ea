"""Shape *arithmetic*: a result that the text states together with the numbers it follows from."""

import re
from collections.abc import Iterator, Sequence

from claims.extracting.calculation_phrases import Phrase, calculation_phrases
from claims.extracting.calculation_words import word_groups
from claims.extracting.claiming import make_claim
from claims.extracting.mark_numbers import Mark, Marked, mark_numbers
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.mentions import Reading
from claims.records import Claim, Shape, Slot, Span
from claims.values.quantities.vocabulary import vocabulary

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)", re.IGNORECASE
)
_INDEX = re.compile(rf":(\d+){CLOSE}")
ALIKE = ("change", "double", "triple", "quadruple", "halve", "margin", "total")
"""Relations whose parts must be of one kind: of two different things no difference can be taken."""
FEWEST = 2
"""Numbers that a sentence with a calculation has at least."""


def read_calculations(index: int, readings: Sequence[Reading]) -> Iterator[Claim]:
    """A claim for each result in a sentence whose parts stand there or in the sentence before."""
    reading = readings[index]
    if len(_NUMBER.findall(reading.sentence.text)) < FEWEST - (index > 0):
        return
    marked = mark_numbers(readings[max(0, index - 1) : index + 1])
    if len(marked.marks) < FEWEST:
        return
    seen: set[Span] = set()
    for phrase in calculation_phrases():
        for found in phrase.pattern.finditer(marked.text):
            claim = _claim(phrase, found, marked, reading)
            if claim is not None and claim.checked.span not in seen:
                seen.add(claim.checked.span)
                yield claim


def _claim(phrase: Phrase, found: re.Match[str], marked: Marked, reading: Reading) -> Claim | None:
    result = found["r"]
    if found.start("r") < marked.last:
        return None
    text = reading.article.text
    marks = {
        role: marked.marks[int(number)]
        for role, value in found.groupdict().items()
        if value and role != "list" and (number := _number(value)) is not None
    }
    parts = [(role, mark) for role, mark in marks.items() if role != "r"]
    if found.groupdict().get("list"):
        parts += [("part", marked.marks[int(number)]) for number in _INDEX.findall(found["list"])]
    compared = [mark for _, mark in parts]
    if phrase.relation in ALIKE and not _alike(compared):
        return None
    checked = marks["r"].slot("value", text) if "r" in marks else _worded(found, reading)
    if checked is None or not result:
        return None
    slots = [checked, *(mark.slot(role, text) for role, mark in parts)]
    cues = {"spoiled"} if _is_spoiled(found) else set()
    if "r" not in marks:
        cues |= _hedge(checked, reading)
    return make_claim(reading, Shape.ARITHMETIC, phrase.relation, "value", slots, cues, presupposed=True)


def _number(value: str) -> str | None:
    index = _INDEX.search(value) if value.startswith(OPEN) else None
    return index[1] if index else None


def _worded(found: re.Match[str], reading: Reading) -> Slot | None:
    """The slot of a result in words, such as "doubled"; found again in the sentence, where it stands once."""
    word = found["r"]
    places = [m.start() for m in re.finditer(re.escape(word), reading.sentence.text)]
    if len(places) != 1:
        return None
    start = reading.sentence.span.start + places[0]
    return Slot("value", Span(start, start + len(word)), word)


def _hedge(slot: Slot, reading: Reading) -> set[str]:
    """The hedge before a result in words, such as "more than doubled", as a cue."""
    words = reading.between(reading.sentence.span.start, slot.span.start).casefold().split()
    found = (vocabulary().hedges_before.get(" ".join(words[-length:])) for length in (1, 2))
    return {f"hedge:{hedge.value}" for hedge in found if hedge}


def _alike(marks: Sequence[Mark]) -> bool:
    """Whether all have the same unit, and count the same where they say what they count."""
    units = {mark.quantity.unit for mark in marks if mark.quantity}
    nouns = {mark.noun.rstrip("s") for mark in marks if mark.noun}
    return len(units) == 1 and len(nouns) <= 1


def _is_spoiled(found: re.Match[str]) -> bool:
    """Whether words around say that the result was reckoned from other figures: adjusted for inflation."""
    words = set(re.findall(r"[\w-]+", found.string.casefold()))
    return not words.isdisjoint(word_groups()["spoils"])
