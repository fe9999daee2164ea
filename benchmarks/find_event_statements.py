"""Sentences -> statements of when and where editions of recurring events, and events, took place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.records import Fact
from claims.values.names import name_key
from known_names import KnownNames
from statement import Passage, Statement, off_by_years

YEAR = r"(?P<year>(?:18|19|20)\d\d)"
BIG = (
    r"(?:Winter |Summer )?(?:Olympics|Olympic Games|Paralympics)|(?:Winter|Summer) Games|(?:(?:FIFA )?(?:Women['’]s )?)World Cup"
    r"|(?:(?:U\.?S\.?|American|French|Russian|Brazilian|Mexican) )?presidential election|general election"
    r"|mid-?term elections?|midterms|Super Bowl|World Series|NBA Finals|Stanley Cup|Nobel (?:Peace )?Prize(?: (?:in|for) \w+)?"
    r"|Oscars|Academy Awards|Eurovision(?: Song Contest)?|Tour de France|Wimbledon|Champions League final|Rugby World Cup"
    r"|Cricket World Cup|European Championship|Euro|(?:G-?20|G-?7|G-?8|NATO|APEC|BRICS|SCO) [Ss]ummit|Ballon d['’]Or|Booker Prize"
    r"|(?:British|German|Canadian|Italian|Spanish|Swedish|Dutch|Israeli|Australian|Indian) (?:general |federal )?elections?"
)
BEFORE = re.compile(rf"\b{YEAR} (?P<event>{BIG})\b(?! (?:champion|season|cycle))")
AFTER = re.compile(rf"\b(?P<event>{BIG}) (?:in|of) {YEAR}\b")
PLACED = re.compile(rf"\b{YEAR} (?P<event>{BIG}) in (?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)")
HOSTED = re.compile(
    rf"\b{YEAR} (?P<place>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?P<event>Olympics|Winter Olympics|Summer Olympics|Games)\b"
)


IN = re.compile(r",? (?:in|of) $")
WINNER = re.compile(
    rf"\b(?P<winner>[A-Z][a-z’'-]+(?: [A-Z][\w’'-]+)?) (?:won|has won|had won|was awarded|received|claimed) the {YEAR} (?P<event>{BIG})\b"
)


def find_event_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Years and places of editions and years of events that the store confirms."""
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(passage.text):
            yield from _edition_year(match, passage, known)
    for pattern in (PLACED, HOSTED):
        for match in pattern.finditer(passage.text):
            yield from _edition_place(match, passage, known)
    for match in WINNER.finditer(passage.text):
        yield from _winner(match, passage, known)
    yield from _event_years(passage, known)


def _edition_year(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    year = int(match["year"])
    editions = [e for series in known.series_named(match["event"]) for e in known.store.editions(series)]
    held = {edition.year for edition in editions} | {
        e.time.valid.start.year for e in editions if e.time and e.time.valid and e.time.valid.start
    }
    wrong = tuple(text for text in off_by_years(year) if int(text) not in held)
    if year in held and wrong:
        span = passage.span(*match.span("year"))
        yield Statement("edition", "year of an edition", span, (match["year"],), wrong)


def _edition_place(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """The place may be another edition's, the year that of a neighbour elsewhere."""
    year, place = int(match["year"]), name_key(match["place"])
    for series in known.series_named(match["event"] if match["event"] != "Games" else "Olympics"):
        places = {e.year: [known.store.name(f.value) for f in e.places] for e in known.store.editions(series)}
        if not any(_same(place, name) for name in places.get(year, ())):
            continue
        near = sorted((abs(y - year), y, names[0]) for y, names in places.items() if names)
        others = [(y, name) for _gap, y, name in near if not any(_same(place, n) for n in places[y])][:4]
        if others:
            span = passage.span(*match.span("place"))
            cities = tuple(name.split(",")[0] for _year, name in others)
            yield Statement(
                "event_place", "place of an edition", span, (match["place"], match["year"]), cities
            )
            years = tuple(str(y) for y, _name in others)
            span = passage.span(*match.span("year"))
            yield Statement("edition", "year of an edition with its place", span, (match["year"],), years)


def _winner(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """The winner may be taken for that of a neighbouring edition."""
    for series in known.series_named(match["event"]):
        winners = {
            e.year: [known.store.name(f.value) for f in known.store.facts(e.entity, "won_by")]
            for e in known.store.editions(series)
        }
        year, last = int(match["year"]), match["winner"].rpartition(" ")[2]
        if last not in {name.rpartition(" ")[2] for name in winners.get(year, ())}:
            continue
        near = sorted((abs(y - year), names[0]) for y, names in winners.items() if len(names) == 1)
        wrong = [name for _gap, name in near if name.rpartition(" ")[2] != last][:3]
        if " " not in match["winner"]:
            wrong = [name.rpartition(" ")[2] for name in wrong]
        if wrong:
            span = passage.span(*match.span("winner"))
            yield Statement("award", "winner of an edition", span, (match["winner"], last), tuple(wrong))


def _same(key: str, name: str) -> bool:
    return key == name_key(name) or key == name_key(name.split(",", maxsplit=1)[0])


def _event_years(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    for match in re.finditer(rf"\b{YEAR}\b", passage.text):
        following, before = passage.text[match.end() :], IN.sub("", passage.text[: match.start()])
        names = [" ".join(following.split()[:count]) for count in range(8, 1, -1)]
        if before != passage.text[: match.start()]:
            names += [" ".join(before.split()[-count:]) for count in range(8, 1, -1)]
        entities = next(
            (e for e in (_events(known).get(n.casefold().strip(".,;:’'")) for n in names) if e), ()
        )
        yield from _event_year(match, entities, passage, known)


def _event_year(
    match: re.Match[str], entities: tuple[str, ...], passage: Passage, known: KnownNames
) -> Iterator[Statement]:
    facts = (f for e in entities for f in known.store.facts(e, "took_place"))
    times = [f for f in facts if f.valid and f.confirmed]
    if any(int(match["year"]) in _years(time) for time in times):
        near = off_by_years(int(match["year"]))
        wrong = tuple(y for y in near if not any(int(y) in _years(t) for t in times))
        if wrong:
            span = passage.span(*match.span("year"))
            yield Statement("event_date", "year of an event", span, (match["year"],), wrong)


@lru_cache(maxsize=4)
def _events(known: KnownNames) -> dict[str, tuple[str, ...]]:
    """Events by name without the year that some names begin with."""
    found: dict[str, set[str]] = {}
    for entity, name in known.store.event_names():
        plain = re.sub(r"^(?:the )?(?:18|19|20)\d\d (?=\w)", "", name.casefold())
        if " " in plain:
            found.setdefault(plain, set()).add(entity)
    return {name: tuple(sorted(entities)) for name, entities in found.items()}


def _years(fact: Fact) -> range:
    assert fact.valid
    first = fact.valid.start.year if fact.valid.start else 0
    return range(first, (fact.valid.end.year if fact.valid.end else 9999) + 1)
