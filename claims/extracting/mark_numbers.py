"""Sentences with their numbers, years and dates as marks, so that the wording of a calculation can be matched.

"from $40 million in 2015 to $50 million" becomes "from ‹amount money:0› in ‹year:1› to ‹amount money:2›".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.extracting.calculation_words import word_groups
from claims.extracting.mask import CLOSE, OPEN
from claims.extracting.mentions import Reading
from claims.extracting.quantities_of import quantities_of
from claims.records import Precision, Quantity, Slot, Span, TimeMention
from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.mention import Kind, QuantityMention

_YEAR = re.compile(r"(?<![\d$£€.,/-])(?:1[5-9]|20)\d\d(?![\d%/]|[.,]\d|-\d)")
_LATER = re.compile(r"\b([\w-]+ years?)(?= (?:later|earlier)\b)", re.IGNORECASE)
_MEMBERS = re.compile(r"[-\s](?:member|seat|strong)$", re.IGNORECASE)
MARGINS = ("±", "+/-")
"""What stands before a margin of error, which is no number of its own."""
KINDS = {
    Kind.CARDINAL: ("amount", "count"),
    Kind.COUNT: ("amount", "count"),
    Kind.CURRENCY: ("amount", "money"),
    Kind.MEASURE: ("amount", "measure"),
    Kind.PERCENT: ("amount", "percent"),
    Kind.PERCENTAGE_POINT: ("points",),
    Kind.FRACTION: ("fraction",),
    Kind.RATIO: ("fraction",),
    Kind.SCORE: ("score",),
    Kind.AGE: ("age",),
}
"""The kinds by which a phrase may ask for a quantity; ordinals have none and stay in the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One number, year or date of the text; ``noun`` is what a number counts, in lower case."""

    span: Span
    kinds: tuple[str, ...]
    quantity: Quantity | None = None
    time: TimeMention | None = None
    noun: str = ""

    def slot(self, name: str, text: str) -> Slot:
        """The slot of that name which the mark fills."""
        if self.time is not None:
            return Slot.of_time(self.time, name)
        return Slot(name, self.span, self.span.of(text), quantity=self.quantity)


@dataclass(frozen=True, slots=True)
class Marked:
    """The text with marks, the marks by number, and where the last sentence begins in it."""

    text: str
    marks: tuple[Mark, ...]
    last: int


def mark_numbers(readings: Sequence[Reading]) -> Marked:
    """The sentences, which follow on each other, with every number, year and date as a mark."""
    parts: list[str] = []
    marks: list[Mark] = []
    last = 0
    for reading in readings:
        last = sum(map(len, parts))
        position = reading.sentence.span.start
        for mark in _disjoint(_marks(reading)):
            parts += (
                reading.between(position, mark.span.start),
                f"{OPEN}{' '.join(mark.kinds)}:{len(marks)}{CLOSE}",
            )
            marks.append(mark)
            position = mark.span.end
        parts.append(reading.between(position, reading.sentence.span.end) + " ")
    return Marked("".join(parts), tuple(marks), last)


def _marks(reading: Reading) -> list[Mark]:
    """Everything that may be marked, what is marked first where two overlap first."""
    text, start = reading.sentence.text, reading.sentence.span.start
    times = [time for time in reading.times if time.readings]
    dates = [
        Mark(time.span, _kinds_of_date(time), time=time)
        for time in times
        if time.readings[0].precision is not Precision.YEAR and _YEAR.search(time.text)
    ]
    numbers = [mark for found in quantities_of(reading.sentence) for mark in _numbers(found, text, start)]
    for match in _LATER.finditer(text):  # alone, "10 years later" tells a time
        numbers += [
            mark
            for found in find_quantities(match[1], match.start() + start)
            for mark in _numbers(found, text, start)
        ]
    years = [_year(match, start) for match in _YEAR.finditer(text)]
    rest = [Mark(time.span, ("time",), time=time) for time in reading.times if not time.text[:1].isdecimal()]
    return [*dates, *numbers, *years, *_singles(text, start), *rest]


def _kinds_of_date(time: TimeMention) -> tuple[str, ...]:
    """A date is a time that knows its year; a day is a date."""
    whole = time.readings[0].precision is Precision.DAY and time.relation == "at"
    return ("date", "day") if whole else ("date",)


def _singles(text: str, start: int) -> Iterator[Mark]:
    """A woman, an infant: one of a list of people."""
    for match in single_person().finditer(text):
        yield Mark(
            Span(match.start() + start, match.end() + start),
            ("persons",),
            Quantity((1.0,), 1.0, 1.0, kind="count"),
            noun=match[1].casefold(),
        )


@lru_cache(maxsize=1)
def single_person() -> re.Pattern[str]:
    """What finds a person without a number, "a woman", and which word it is."""
    return re.compile(rf"\ban?\s+({'|'.join(word_groups()['person'])})\b", re.IGNORECASE)


def _year(match: re.Match[str], start: int) -> Mark:
    span = Span(match.start() + start, match.end() + start)
    value = float(match.group())
    return Mark(span, ("year",), Quantity((value,), value, value, kind="year"))


def _numbers(found: QuantityMention, text: str, start: int) -> Iterator[Mark]:
    """The marks of a quantity: two for the ends of "from 4 to 5 percent", none for any other range."""
    if text[: found.span.start - start].rstrip().endswith(MARGINS):
        return
    if len(found.stated) == 1 or found.kind is Kind.SCORE:
        yield _number(found, text, start)
        return
    before, (first, joint, second) = text[: found.span.start - start], found.text.partition(" to ")
    if joint and before.casefold().endswith("from "):
        offset = found.span.start
        for part, at in ((first, offset), (second, offset + len(first + joint))):
            single = find_quantities(part, at)
            if len(single) == 1 and len(single[0].stated) == 1:
                yield _number(replace(single[0], unit=found.unit, kind=found.kind), text, start)


def _number(found: QuantityMention, text: str, start: int) -> Mark:
    kinds = KINDS.get(found.kind, ("ordinal",))
    if found.unit == "year" and found.kind is Kind.MEASURE:
        kinds = ("years",)
    if found.kind is Kind.COUNT and _MEMBERS.search(found.text):
        kinds = ("seats",)
    noun = found.unit_span.of(" " * start + text).casefold() if found.unit_span else ""
    if noun in word_groups()["people"]:
        kinds += ("persons",)
    unit = f"{found.unit}/{found.per}" if found.per else found.unit
    quantity = Quantity(found.stated, found.low, found.high, unit, found.kind.value, found.also)
    uncounted = noun in word_groups()["rest"]  # five missing
    span = Span(found.span.start, found.number.end) if uncounted else found.span
    return Mark(span, kinds, quantity, noun="" if found.unit else noun)


def _disjoint(marks: list[Mark]) -> list[Mark]:
    """The marks in text order; of two that overlap the one given first, and no ordinals."""
    kept: list[Mark] = []
    for mark in marks:
        if "ordinal" not in mark.kinds and not any(mark.span.overlaps(other.span) for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.span)
