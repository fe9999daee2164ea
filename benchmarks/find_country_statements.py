"""Sentences -> statements about countries and organisations: capitals, members and their number."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.values.names import name_key
from known_names import KnownNames, holds_in
from statement import Passage, Statement, off_by_years

PLACE = r"(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
ORGS = (
    "NATO",
    "European Union",
    "EU",
    "OPEC",
    "ASEAN",
    "BRICS",
    "Mercosur",
    "Gulf Cooperation Council",
    "eurozone",
    "G7",
    "G-7",
    "SCO",
)
ORG = rf"(?P<org>{'|'.join(ORGS)})"


def find_country_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """Capitals, membership and counts of members that the store confirms."""
    patterns = _patterns(known)
    for pattern in patterns["capital"]:
        for match in pattern.finditer(passage.text):
            yield from _capital(match, passage, known)
    for pattern in patterns["member"]:
        for match in pattern.finditer(passage.text):
            yield from _member(match, passage, known)
    for match in patterns["joined"][0].finditer(passage.text):
        yield from _joined(match, passage, known)
    for match in patterns["count"][0].finditer(passage.text):
        yield from _count(match, passage, known)


@lru_cache(maxsize=4)
def _patterns(known: KnownNames) -> dict[str, tuple[re.Pattern[str], ...]]:
    names = "|".join(re.escape(name) for name in sorted(known.countries, key=len, reverse=True))
    adjectives = "|".join(re.escape(name) for name in sorted(known.demonyms, key=len, reverse=True))
    country, adjective = f"(?P<country>{names})", f"(?P<country>{adjectives})"
    return {
        "capital": (
            re.compile(rf"{PLACE}, the capital of {country}\b"),
            re.compile(rf"\bcapital of {country}, {PLACE}"),
            re.compile(rf"\b{country}['’]s capital,? {PLACE}"),
            re.compile(rf"\b{adjective} capital,?(?: of)? {PLACE}"),
            re.compile(rf"{PLACE}, the {adjective} capital\b"),
        ),
        "member": (
            re.compile(rf"\b{ORG} (?:member|ally|member state) {country}\b"),
            re.compile(rf"\b{country}(?:, | is | was )an? (?:\w+ )?member of (?:the )?{ORG}\b"),
        ),
        "joined": (re.compile(rf"\b{country} joined (?:the )?{ORG} in (?P<year>(?:19|20)\d\d)\b"),),
        "count": (
            re.compile(
                rf"\b(?P<number>\d\d?)(?:-| )(?:member|nation|country|state) (?:\w+ )?{ORG}\b|\b{ORG.replace('org', 'org2')}['’]s (?P<number2>\d\d?) (?:members|member states|nations)"
            ),
        ),
    }


def _capital(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    country = known.countries.get(match["country"]) or known.demonyms.get(match["country"])
    capitals = [known.store.name(f.value) for f in known.store.facts(str(country), "capital")]
    key = name_key(match["city"])
    right = next((c for c in capitals if key == name_key(c) or key.startswith(name_key(c) + " ")), None)
    if country is None or right is None:
        return
    own = {f.subject for f in known.store.facts_with_value("in_country", country)}
    largest = sorted(own, key=lambda place: (-_people(place, known), place))[:6]
    cities = [known.store.name(place).partition(",")[0] for place in largest if _people(place, known)]
    wrong = tuple(c for c in cities if c not in capitals)
    others = tuple(c for c in ("Paris", "Kiev", "Nairobi", "Lima", "Ankara", "Vienna") if c not in capitals)
    start = match.start("city")
    yield Statement(
        "geography",
        "capital of a country",
        passage.span(start, start + len(right)),
        (right,),
        wrong or others,
    )


def _people(place: str, known: KnownNames) -> float:
    return max((float(f.value) for f in known.store.facts(place, "population")), default=0.0)


def _organisation(name: str, known: KnownNames) -> str:
    return known.named({"EU": "European Union", "G-7": "G7"}.get(name, name), "org") or ""


def _members(org: str, known: KnownNames, year: int) -> set[str]:
    return {
        f.subject
        for f in known.store.facts_with_value("member_of", org)
        if f.valid
        and (not f.valid.start or f.valid.start.year <= year)
        and (not f.valid.end or f.valid.end.year >= year)
    }


def _member(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    org, year = _organisation(match["org"], known), passage.published.year if passage.published else 2020
    members = _members(org, known, year)
    if known.countries[match["country"]] not in members:
        return
    ever = {f.subject for f in known.store.facts_with_value("member_of", org)}
    wrong = tuple(name for name, country in sorted(known.countries.items()) if country not in ever)
    yield Statement(
        "membership",
        "member of an organisation",
        passage.span(*match.span("country")),
        (match["country"],),
        wrong,
    )


def _joined(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    org, country, year = (
        _organisation(match["org"], known),
        known.countries[match["country"]],
        int(match["year"]),
    )
    starts = {
        f.valid.start.year
        for f in known.store.facts_with_value("member_of", org)
        if f.subject == country and f.valid and f.valid.start
    }
    if year in starts:
        wrong = tuple(y for y in off_by_years(year) if int(y) not in starts)
        yield Statement(
            "membership", "year a country joined", passage.span(*match.span("year")), (match["year"],), wrong
        )


def _count(match: re.Match[str], passage: Passage, known: KnownNames) -> Iterator[Statement]:
    group = "number" if match["number"] else "number2"
    org = _organisation(match["org"] or match["org2"], known)
    number = int(match[group])
    year = passage.published.year if passage.published else 2020
    known_counts = {int(float(f.value)) for f in known.store.facts(org, "members") if holds_in(f, year)}
    if number in known_counts:
        ever = {int(float(f.value)) for f in known.store.facts(org, "members")}
        wrong = tuple(
            str(n) for n in (number - 2, number + 2, number - 3, number + 4) if n not in ever and n > 1
        )
        if wrong:
            yield Statement(
                "count", "number of members", passage.span(*match.span(group)), (match[group],), wrong
            )
