"""Sentences -> statements of when a known person was elected, took office or joined a house, and of a person's age."""

import re
from collections.abc import Iterator
from datetime import date

from find_people import NAME, find_person
from known_names import KnownNames
from statement import Passage, Statement, off_by_years

WHO = rf"(?P<who>{NAME}|[A-Z][a-z]+(?:[A-Z][a-z]+)?)"
BEGAN = re.compile(
    rf"\b{WHO},?(?: \d\d,)?(?:,? who)?(?: (?:first|also|was|were|had|has|later))*"
    r" (?P<verb>(?:re-?)?elected|sworn in|became|becoming|took office|taking office|served as|joined|entered|appointed)\b"
    r"(?P<between>(?: [\w.’'-]+){0,7}?) (?:in|since) (?P<month>(?:January|November|March|May|July) )?(?P<year>(?:19|20)\d\d)\b"
)
HOUSE = re.compile(
    r"senate|congress|house|president|chancellor|prime minister|governor|minister|secretary|office|parliament",
    re.IGNORECASE,
)
AGED = re.compile(rf"(?P<person>{NAME}|[A-Z][a-z]+), (?P<age>\d\d),")


def find_term_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Years in which a term began, and ages, that the store confirms."""
    for match in BEGAN.finditer(passage.text):
        yield from _beginning(match, passage, known)
    for match in AGED.finditer(passage.text):
        yield from _age(match, passage, known)


def _beginning(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    person = _who(match["who"], passage, known)
    elected = "elected" in match["verb"]
    bare = elected and not match["between"]
    if person is None or not (bare or HOUSE.search(match["between"] + match["verb"])):
        return
    facts = (*known.store.facts(person, "served_in"), *known.store.facts_with_value("held_by", person))
    starts = {f.valid.start.year for f in facts if f.valid and f.valid.start}
    year = int(match["year"])
    if year in starts or (elected and year + 1 in starts):
        near = starts | {s - 1 for s in starts}
        wrong = tuple(y for y in off_by_years(year) if int(y) not in near)
        if wrong:
            kind = "year of an election to an office" if elected else "year a term began"
            yield Statement("term", kind, passage.span(*match.span("year")), (match["year"],), wrong)


def _who(text: str, passage: Passage, known: KnownNames) -> str | None:
    """The person named in full at the end of a text, or by last name after a full mention in the article."""
    words = text.split(" ")
    for first in range(len(words) - 1):
        name = " ".join(words[first:])
        person, end = find_person(name, known)
        if person and end == len(name):
            return person
    return passage.people.get(words[-1])


def _age(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """The age at the article's date; a wrong one is five or more years off, or has its digits exchanged."""
    person = _who(match["person"], passage, known)
    if person is None or passage.published is None or known.store.facts(person, "died"):
        return
    born = [f.valid for f in known.store.facts(person, "born") if f.valid and f.confirmed]
    age = int(match["age"])
    if len(born) != 1 or born[0].start is None or born[0].start != born[0].end:
        return
    if _age_on(born[0].start, passage.published) == age:
        wrong = [str(age + gap) for gap in (-10, -5, 5, 10)]
        swapped = int(str(age)[::-1])
        if abs(swapped - age) > 4 and 18 < swapped < 99:
            wrong.append(str(swapped))
        yield Statement(
            "biography", "age of a person", passage.span(*match.span("age")), (match["age"],), tuple(wrong)
        )


def _age_on(born: date, day: date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
