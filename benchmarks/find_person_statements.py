"""Sentences -> statements about known people, companies and works: birth, death, prizes, numbers in office, releases."""

import re
from collections.abc import Iterator

from claims.records import Fact
from find_people import PERSON, find_person
from known_names import UNITED_STATES, KnownNames
from statement import Passage, Statement, off_by_years

YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
MONTH = r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
ON = rf"(?:in|on {MONTH} \d\d?,) {YEAR}\b"
BORN = (
    re.compile(rf"{PERSON}(?:,| was|, who was) born (?:in [A-Z][\w ,]+? )?{ON}"),
    re.compile(rf"{PERSON} \({YEAR}[-–]"),
)
DIED = (
    re.compile(
        rf"{PERSON},?(?: who)? (?:died|passed away|was assassinated|was killed|was murdered) (?:in [A-Z][\w ,]+? )?{ON}"
    ),
    re.compile(rf"{PERSON}['’]s (?:death|assassination) {ON}"),
    re.compile(rf"(?:death|assassination) of {PERSON} {ON}"),
)
PRIZES = "Nobel Peace Prize|Nobel Prize(?: (?:in|for) [A-Z]?\\w+)?|Pulitzer Prize|Booker Prize|Super Bowl|World Series|Wimbledon|Masters|U\\.?S\\.? Open|French Open|Tour de France|World Cup|presidential election|Ballon d['’]Or"
WON = (
    re.compile(rf"{PERSON},?(?: who)? (?:won|received|was awarded|took) the {YEAR} (?P<series>{PRIZES})"),
    re.compile(
        rf"{PERSON},?(?: who)? (?:won|received|was awarded|took) (?:the|a) (?P<series>{PRIZES}) in {YEAR}\b"
    ),
    re.compile(rf"\b{YEAR} (?P<series>{PRIZES}) (?:winner|laureate|champion) {PERSON}"),
)
NUMBER = re.compile(
    rf"(?P<number>\d\d?)(?:st|nd|rd|th) (?:U\.?S\.? )?[Pp]resident,? {PERSON}|{PERSON.replace('person', 'person2')},? (?:is |was |became |as )?the (?:nation's )?(?P<number2>\d\d?)(?:st|nd|rd|th) (?:U\.?S\.? )?[Pp]resident"
)
NAME = r"(?P<org>[A-Z][\w&’'-]+(?: [A-Z&][\w&’'-]*){0,3})"
FOUNDED = re.compile(rf"{NAME}(?:,| was|, which was) (?:founded|established|created) in {YEAR}\b")
BASED = (
    re.compile(rf"\b(?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)-based {NAME}"),
    re.compile(
        rf"{NAME}(?:, based| is based|, headquartered| is headquartered) in (?P<city>[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    ),
)
WORK = r"(?P<work>[A-Z][\w’':]+(?: (?:[A-Z][\w’':]+|of|the|and|in|to|a)){0,6})"
RELEASED = (
    re.compile(rf"[“\"‘]?{WORK},?[”\"’]? \({YEAR}\)"),
    re.compile(rf"\b{YEAR} (?:film|movie|drama|comedy|thriller|documentary),? [“\"‘]?{WORK}"),
)


def find_person_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Every such statement that the store confirms."""
    for predicate, patterns in (("born", BORN), ("died", DIED)):
        for pattern in patterns:
            for match in pattern.finditer(passage.text):
                yield from _life(match, predicate, passage, known)
    for pattern in WON:
        for match in pattern.finditer(passage.text):
            yield from _won(match, passage, known)
    for match in NUMBER.finditer(passage.text):
        yield from _number(match, passage, known)
    for match in FOUNDED.finditer(passage.text):
        yield from _dated(match, known.named(match["org"], "org"), "founded", "company", passage, known)
    for pattern in BASED:
        for match in pattern.finditer(passage.text):
            yield from _based(match, passage, known)
    for pattern in RELEASED:
        for match in pattern.finditer(passage.text):
            yield from _dated(match, known.named(match["work"], "work"), "released", "work", passage, known)


def _life(match: re.Match[str], predicate: str, passage: Passage, known: KnownNames) -> Iterator[Statement]:
    person, end = find_person(match["person"], known)
    if person and end == len(match["person"]):
        yield from _dated(match, person, predicate, "biography", passage, known)


def _dated(
    match: re.Match[str], entity: str | None, predicate: str, shape: str, passage: Passage, known: KnownNames
) -> Iterator[Statement]:
    facts = (
        [f for f in known.store.facts(entity, predicate) if f.valid and f.valid.start and f.confirmed]
        if entity
        else []
    )
    years = {f.valid.start.year for f in facts if f.valid and f.valid.start}
    year = int(match["year"])
    if year in years and len(years) == 1:
        gaps = range(2, 5) if predicate in ("released", "founded") else range(1, 5)
        span = passage.span(*match.span("year"))
        yield Statement(shape, f"year: {predicate}", span, (match["year"],), off_by_years(year, gaps))


def _won(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    person, end = find_person(match["person"], known)
    if person is None or end != len(match["person"]):
        return
    won = {
        edition.year
        for series in known.series_named(match["series"])
        for edition in known.store.editions(series)
        if any(_is_winner(f, person) for f in known.store.facts(edition.entity, "won_by"))
    }
    year = int(match["year"])
    if year in won:
        wrong = tuple(y for y in off_by_years(year) if int(y) not in won)
        yield Statement(
            "award", "year of a prize", passage.span(*match.span("year")), (match["year"],), wrong
        )


def _is_winner(fact: Fact, person: str) -> bool:
    return fact.value == person


def _number(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    which = "number" if match["number"] else "number2"
    person, _end = find_person(match["person" if which == "number" else "person2"], known)
    office = known.office("title/president", UNITED_STATES)
    if person is None or office is None:
        return
    terms = [f.valid for f in known.holders(office) if f.value == person]
    numbers = {f.value for f in known.store.facts(office, "holder_number") if f.valid in terms}
    if match[which] in numbers:
        number = int(match[which])
        endings = {1: "st", 2: "nd", 3: "rd"}
        first, last = match.span(which)
        wrong = tuple(
            f"{n}{'th' if n // 10 == 1 else endings.get(n % 10, 'th')}"
            for n in (number - 1, number + 1)
            if n > 0 and str(n) not in numbers
        )
        yield Statement(
            "count", "number of a president", passage.span(first, last + 2), (match[which],), wrong
        )


def _based(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    org = known.named(match["org"], "org")
    cities = (
        [known.store.name(f.value).split(",")[0] for f in known.store.facts(org, "headquartered_in")]
        if org
        else []
    )
    if match["city"] in cities:
        others = ("Chicago", "Seattle", "London", "Frankfurt", "Dallas", "Toronto", "Paris", "Atlanta")
        wrong = tuple(city for city in others if city not in cities)
        yield Statement(
            "company", "seat of a company", passage.span(*match.span("city")), (match["city"],), wrong
        )
