"""Shape *arithmetic*: a result that the text states together with the numbers it follows from."""

import re
from collections.abc import Iterator, Sequence

from claims.extracting.calculation_phrases import Phrase, calculation_phrases, holds
from claims.extracting.calculation_words import word_groups
from claims.extracting.claiming import make_claim
from claims.extracting.mark_numbers import Mark, Marked, mark_numbers, single_person
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.mentions import Reading
from claims.extracting.number_signs import words_and_signs
from claims.records import Claim, Shape, Slot, Span
from claims.values.quantities.vocabulary import vocabulary

_DIGITS = re.compile(r"\d+")
_NUMBER_WORD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)", re.IGNORECASE
)
_BACK = re.compile(r"\W*(?:that|this|it|he|she)\b", re.IGNORECASE)
_LEAVES = frozenset(("leaves", "leaving"))
"""What begins a sentence, or stands in one, that may go on with the numbers of the one before."""
_MARK = re.compile(rf"{OPEN}[^{CLOSE}]*{CLOSE}")
_OUT_OF = re.compile(r"\bout\s+of\s+$")
_INDEX = re.compile(rf":(\d+){CLOSE}")
ALIKE = ("change", "double", "triple", "quadruple", "halve", "listed", "margin", "step", "total")
"""Relations whose parts must be of one kind: of two different things no difference can be taken."""
SUMS = ("listed", "total")
"""Relations whose parts may be of several kinds: men and women."""
RECKONED = ("change", "share", "step")
"""Relations whose result a source may have reckoned from other figures than it gives."""
FEWEST = 2
"""Numbers that a sentence with a calculation has at least."""


def read_calculations(index: int, readings: Sequence[Reading]) -> Iterator[Claim]:
    """A claim for each result in a sentence whose parts stand there or in the sentence before."""
    reading = readings[index]
    goes_back = index > 0 and _goes_back(reading)
    if not _has_numbers(reading, FEWEST - goes_back):
        return
    near = readings[index - 1 : index + 1] if goes_back else readings[index : index + 1]
    words = set().union(*(words_and_signs(each.sentence.text) for each in near))
    phrases = calculation_phrases().near(words)
    if not phrases:
        return
    marked = mark_numbers(near)
    kinds = {kind for mark in marked.marks for kind in mark.kinds}
    seen: set[Span] = set()
    for phrase in phrases:
        if not holds(kinds, phrase.kinds):
            continue
        for found in phrase.pattern.finditer(marked.text):
            claim = _claim(phrase, found, marked, near)
            if claim is not None and claim.checked.span not in seen:
                seen.add(claim.checked.span)
                yield claim


def _goes_back(reading: Reading) -> bool:
    return bool(_BACK.match(reading.sentence.text)) or not _LEAVES.isdisjoint(reading.words)


def _has_numbers(reading: Reading, count: int) -> bool:
    """Whether a sentence may hold so many numbers; one that stands with a single person is enough."""
    text = reading.sentence.text
    found = len(_DIGITS.findall(text))
    if found < count and not vocabulary().triggers.isdisjoint(reading.words):
        found += len(_NUMBER_WORD.findall(text))
    return found >= count or (found > 0 and single_person().search(text) is not None)


def _claim(phrase: Phrase, found: re.Match[str], marked: Marked, near: Sequence[Reading]) -> Claim | None:
    if found.end() <= marked.last:  # read with the sentence before
        return None
    reading = near[0] if found.start("r") < marked.last else near[-1]
    text = reading.article.text
    marks = {
        role: marked.marks[int(number)]
        for role, value in found.groupdict().items()
        if value and role != "list" and (number := _number(value)) is not None
    }
    parts = [(role, mark) for role, mark in marks.items() if role != "r"]
    if found.groupdict().get("list"):
        if not _is_whole(found["list"], phrase.relation):
            return None
        parts += [("part", marked.marks[int(number)]) for number in _INDEX.findall(found["list"])]
    compared = [mark for _, mark in parts]
    if phrase.relation in ALIKE and not _alike(compared, phrase.relation):
        return None
    if phrase.relation in SUMS and _OUT_OF.search(found.string[: found.start("r")]):
        return None  # "95th out of 167 countries" is no sum of what follows
    checked = marks["r"].slot("value", text) if "r" in marks else _worded(found, reading)
    if checked is None:
        return None
    slots = [checked, *(mark.slot(role, text) for role, mark in parts)]
    cues = {"spoiled"} if phrase.relation in RECKONED and _is_spoiled(found) else set()
    if "r" not in marks:
        cues |= _hedge(checked, reading)
    return make_claim(reading, Shape.ARITHMETIC, phrase.relation, "value", slots, cues)


def _is_whole(words: str, relation: str) -> bool:
    """Whether every number of a list was read; one that is not introduced as a sum must be closed by "and"."""
    plain = _MARK.sub("", words)
    closed = relation != "listed" or re.search(r"\band\b", plain) is not None
    return closed and _DIGITS.search(plain) is None and _NUMBER_WORD.search(plain) is None


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


def _alike(marks: Sequence[Mark], relation: str) -> bool:
    """Whether all have the same unit, and count the same where they say what they count.

    Of a change one number may leave out the unit: 1.2 billion euros, up on the 800 million of last year.
    """
    units = {mark.quantity.unit for mark in marks if mark.quantity}
    if relation == "change" and len(units) > 1:
        units -= {""}
    nouns = {mark.noun.rstrip("s") for mark in marks if mark.noun not in ("", "points")}
    return len(units) == 1 and (len(nouns) <= 1 or relation in SUMS)


def _is_spoiled(found: re.Match[str]) -> bool:
    """Whether words around say that the result was reckoned from other figures: adjusted for inflation."""
    words = set(re.findall(r"[\w-]+", found.string.casefold()))
    return not words.isdisjoint(word_groups()["spoils"])
