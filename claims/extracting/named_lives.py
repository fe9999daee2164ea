"""Ages, births and foundations of those the store does not know, so that an article can be held against itself.

"Jane Roe, 45, ..." and "Jane Roe was born in 1960" are claims whose subject has a name and no entity.
"""

import re
from collections.abc import Iterable, Iterator

from claims.extracting.claiming import make_claim
from claims.extracting.mentions import Reading
from claims.records import Claim, Quantity, Shape, Slot, Span, TimeMention

_WORD = r"[A-Z][^\W\d_]*(?:[’'-][A-Z]?[^\W\d_]+)*"
_NAME = rf"(?P<name>{_WORD}(?:\s(?:{_WORD}|[A-Z]\.|de|van|von|der|bin|al|el|da|dos|la)){{0,3}}\s{_WORD})"
_AGE = r"(?P<age>[1-9]\d|1[01]\d)"
_AGES = (
    re.compile(rf"{_NAME},?\s\(?(?:aged?\s)?{_AGE}(?=\)|,\s|\.\s|\.$)"),
    re.compile(rf"\b{_AGE}-year-old\s(?:[a-z-]+\s){{0,3}}{_NAME}"),
)
_DAY = r"(?:[A-Z][a-z]+\.?\s\d\d?,\s|\d\d?\s[A-Z][a-z]+\s|[A-Z][a-z]+\s)?"
_YEAR = rf"{_DAY}(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_WHERE = rf"(?:(?:in|at|near)\s{_WORD}(?:,?\s{_WORD}){{0,3}},?\s)?"
_BORN = re.compile(
    rf"(?:{_NAME}|(?P<surname>\b{_WORD}))(?:,|,?\swho\swas|\swas)?\s\(?born\s{_WHERE}(?:(?:in|on)\s)?{_YEAR}"
)
_FOUNDED = re.compile(
    rf"{_NAME}(?:,|,?\swhich\swas|\swas)?\s(?:founded|established)\s{_WHERE}(?:(?:in|on)\s)?{_YEAR}"
)
_BOTH = re.compile(
    rf"\b{_AGE}(?:-year-old\b(?:\s[a-z-]+){{0,4}},?|,)\s\(?(?:who\s)?(?:was\s)?born\s{_WHERE}(?:(?:in|on)\s)?{_YEAR}"
)
"""An age and a year of birth of one person in one breath: "the 45-year-old, born in 1960"."""
_AT_DEATH = re.compile(r"\b(?:die[sd]|dead|death|killed|aged?|until|when)\b", re.IGNORECASE)
"""Words before an age by which it may be that of another time."""
LIVES = "named_life"
"""The cue of such a claim."""


def read_named_lives(reading: Reading) -> Iterator[Claim]:
    """A claim for each such statement of a person or firm that no name of the store is part of."""
    text, names = reading.sentence.text, dict[int, Span]()
    for pattern in _AGES:
        for match in pattern.finditer(text):
            if _is_unknown(match, reading):
                names[match.start("age")] = _span(match, "name", reading)
                yield _claim(reading, "age", names[match.start("age")], _age(match, reading))
    for match in _BOTH.finditer(text):
        if _AT_DEATH.search(text[: match.start()]):
            continue
        yield from _of_both(match, names.get(match.start("age")), reading)
    for predicate, pattern in (("born", _BORN), ("founded", _FOUNDED)):
        for match in pattern.finditer(text):
            time = _time(match, reading)
            if time and _is_unknown(match, reading):
                yield _claim(reading, predicate, _name(match, reading), Slot.of_time(time, "value"))


def _of_both(match: re.Match[str], name: Span | None, reading: Reading) -> Iterator[Claim]:
    """The age and the birth of somebody; where no name stands with them, their subject is the place of the age."""
    time = _time(match, reading)
    if time is None:
        return
    if name is None:
        subject = _span(match, "age", reading)
        yield _claim(reading, "age", subject, _age(match, reading), {"unnamed"}, time)
        yield _claim(reading, "born", subject, Slot.of_time(time, "value"), {"unnamed"})
    else:
        yield _claim(reading, "born", name, Slot.of_time(time, "value"))


def _claim(
    reading: Reading,
    predicate: str,
    subject: Span,
    value: Slot,
    cues: Iterable[str] = (),
    birth: TimeMention | None = None,
) -> Claim:
    """The claim, with the other times of its sentence but that of a birth, which says nothing of when the age was."""
    shape = Shape.COMPANY if predicate == "founded" else Shape.BIOGRAPHY
    slots = [
        Slot("subject", subject, " ".join(subject.of(reading.article.text).split())),
        value,
        *(Slot.of_time(t) for t in reading.times if t is not birth and not t.span.overlaps(value.span)),
    ]
    cues = {f"predicate:{predicate}", LIVES, *cues}
    return make_claim(reading, shape, predicate, "value", slots, cues, presupposed=True)


def _is_unknown(match: re.Match[str], reading: Reading) -> bool:
    """Whether the name is whole, and overlaps none that the store has: those are read by their wordings."""
    span = _name(match, reading)
    before = reading.token_before(span.start)
    longer = before is not None and before.capital and reading.between(before.end, span.start) == " "
    known = any(name.span.overlaps(span) and name.alias_kinds() != {"surname"} for name in reading.names)
    dated = any(time.span.overlaps(span) for time in reading.times)
    return not (longer or known or dated)


def _name(match: re.Match[str], reading: Reading) -> Span:
    """Where the name stands, in full or a last name alone."""
    return _span(match, "name" if match["name"] else "surname", reading)


def _span(match: re.Match[str], group: str, reading: Reading) -> Span:
    offset = reading.sentence.span.start
    return Span(match.start(group) + offset, match.end(group) + offset)


def _age(match: re.Match[str], reading: Reading) -> Slot:
    age, span = float(match["age"]), _span(match, "age", reading)
    return Slot("value", span, match["age"], quantity=Quantity((age,), age, age, "years", "age"))


def _time(match: re.Match[str], reading: Reading) -> TimeMention | None:
    """The time mention that holds the year, where one was read with it."""
    year = _span(match, "year", reading)
    return next((t for t in reading.times if t.span.covers(year) and t.readings), None)
