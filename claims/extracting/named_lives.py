"""Ages, births and foundations of those the store does not know, so that an article can be held against itself.

"Jane Roe, 45, ..." and "Jane Roe was born in 1960" are claims whose subject has a name and no entity.
"""

import re
from collections.abc import Iterator

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
_MAY_BE_AGE = re.compile(rf"\b{_AGE}(?:\)|,\s|\.\s|\.$|-year-old\s)")
"""What every age of ``_AGES`` holds, to be looked for first: a name may begin at any capital."""
_DAY = r"(?:[A-Z][a-z]+\.?\s\d\d?,\s|\d\d?\s[A-Z][a-z]+\s|[A-Z][a-z]+\s)?"
_YEAR = rf"{_DAY}(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_WHERE = rf"(?:(?:in|at|near)\s{_WORD}(?:,?\s{_WORD}){{0,3}},?\s)?"
_BORN = re.compile(
    rf"(?:{_NAME}|(?P<surname>\b{_WORD}))(?:,|,?\swho\swas|\swas)?\s\(?born\s{_WHERE}(?:(?:in|on)\s)?{_YEAR}"
)
_FOUNDED = re.compile(
    rf"{_NAME}(?:,|,?\swhich\swas|\swas)?\s(?:founded|established)\s{_WHERE}(?:(?:in|on)\s)?{_YEAR}"
)
_DIGIT = re.compile(r"\d")
_DATED = (("born", _BORN, ("born",)), ("founded", _FOUNDED, ("founded", "established")))
"""Predicates with a date, their pattern, and the words without which it need not be tried."""
_PRONOUN = re.compile(r"(?:^|\s)(?:I|If|When|While|Since|He|She|They|We|You)(?:['’]\w+)?(?:\s|$)")
"""What begins with a capital and is no name: "If I’m 75"."""
LIVES = "named_life"
"""The cue of such a claim."""


def read_named_lives(reading: Reading) -> Iterator[Claim]:
    """A claim for each such statement of a person or firm that no name of the store is part of.

    An age and a birth of one clause ("the 45-year-old, born in 1960") are a calculation and read as such.
    """
    text = reading.sentence.text
    if _DIGIT.search(text) is None:
        return
    for pattern in _AGES if _MAY_BE_AGE.search(text) else ():
        for match in pattern.finditer(text):
            if _is_unknown(match, reading):
                yield _claim(reading, "age", _name(match, reading), _age(match, reading))
    for predicate, pattern, verbs in _DATED:
        for match in pattern.finditer(text) if any(verb in text for verb in verbs) else ():
            time = _time(match, reading)
            if time and _is_unknown(match, reading):
                yield _claim(reading, predicate, _name(match, reading), Slot.of_time(time, "value"))


def _claim(reading: Reading, predicate: str, subject: Span, value: Slot) -> Claim:
    shape = Shape.COMPANY if predicate == "founded" else Shape.BIOGRAPHY
    slots = [
        Slot("subject", subject, " ".join(subject.of(reading.article.text).split())),
        value,
        *(Slot.of_time(time) for time in reading.times if not time.span.overlaps(value.span)),
    ]
    cues = {f"predicate:{predicate}", LIVES}
    return make_claim(reading, shape, predicate, "value", slots, cues, presupposed=True)


def _is_unknown(match: re.Match[str], reading: Reading) -> bool:
    """Whether the name is whole, and overlaps none that the store has: those are read by their wordings."""
    span = _name(match, reading)
    before = reading.token_before(span.start)
    longer = before is not None and before.capital and reading.between(before.end, span.start) == " "
    known = any(name.span.overlaps(span) and name.alias_kinds() != {"surname"} for name in reading.names)
    dated = any(time.span.overlaps(span) for time in reading.times)
    pronoun = _PRONOUN.search(span.of(reading.article.text)) is not None
    return not (longer or known or dated or pronoun)


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
