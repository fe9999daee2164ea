"""Who sat in which parliament, and when: the pack ``legislatures``."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from making.people import can_be_named
from making.persons import Persons, could_serve, persons_of
from making.positions import owner_of
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows
from making.terms import HANDOVER_DAYS, Term, first_day, is_date, join_terms

ACCESSED = "2026-11-23"
NEWEST = "2026-06-23"
CONGRESS_AS_OF = "2026-06"
YOUNGEST = 14
"""Age below which a seat belongs to a namesake; the youngest known members were 18 or so."""
HOUSES = {"sen": "United States Senate", "rep": "United States House of Representatives"}
_NUMBER = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth|\d{4}[-–]\d{0,4})\s+"
)
_CONVOCATION = re.compile(r"\s+of the \d+\w+ convocation$")
_MEMBER = re.compile(
    r"^(?:member|representative|deputy|senator|legislator|teachta)\b.*?\b(?:of|in|for) (?:the )?(?P<body>.+)$",
    re.IGNORECASE,
)
_NO_MEMBER = re.compile(
    r"\b(?:substitute|observer|special guest|deputy member|temporary|Supreme Soviet|Expediency|Guardian|CPPCC)\b",
    re.IGNORECASE,
)


def make_legislatures(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``legislatures``."""
    persons, draft, dropped = persons_of(raw), Draft(), Counter[str]()
    congress = join_terms(_congress_terms(raw, persons, draft, dropped))
    wikidata = join_terms(_member_terms(raw, persons, draft, dropped))
    _print_agreement(congress, wikidata)
    ours = {(term.office, term.person) for term in congress}
    keys = set()
    for term in [*congress, *(t for t in wikidata if (t.office, t.person) not in ours)]:
        key = (term.person, term.office, term.start)
        if key in keys:
            continue
        keys.add(key)
        as_of = "" if term.end else term.as_of
        draft.fact(term.person, "served_in", term.office, (term.start, term.end, as_of))
    used = {row[0] for row in draft.facts} | {row[2] for row in draft.facts}
    draft.entities = {row for row in draft.entities if row[0] in used}
    draft.aliases = {row for row in draft.aliases if row[0] in used}
    for cause, count in sorted(dropped.items()):
        print(f"legislatures: dropped {count}: {cause}")
    return draft, _record(raw)


def _member_terms(raw: Path, persons: Persons, draft: Draft, dropped: Counter[str]) -> Iterator[Term]:
    for row in _rows(raw / "politics" / "legislators.csv.gz"):
        name, start, end = _body(row["repo"], row["position"]), row["start"], row["end"]
        person = persons.find(row["person"], row["personID"])
        cause = ""
        if not name:
            cause = "a position that is no seat in a parliament of the list"
        elif not start or not is_date(start) or (end and not is_date(end)):
            cause = "no start, or no date"
        elif (end and end < start[: len(end)]) or start > row["snapshot"] or end[:7] > row["snapshot"]:
            cause = "it ends before it starts, or lies after the snapshot"
        elif person and not could_serve(person, start, YOUNGEST):
            cause = "it begins when the member was a child or dead"
        elif person is None or not can_be_named(person) or " " not in person.name:
            cause = "a member without a name of two words in Latin letters"
        if cause:
            dropped[cause] += 1
            continue
        key = persons.add(draft, row["person"], row["personID"])
        if key:
            yield Term(_add_body(draft, name), start, end, key, "" if end else row["snapshot"])


def _congress_terms(raw: Path, persons: Persons, draft: Draft, dropped: Counter[str]) -> Iterator[Term]:
    """The terms of those who sit in Congress now; an end that lies ahead is a plan."""
    for row in read_rows(raw / "politics" / "us_congress_current_terms.csv"):
        key = persons.add(draft, row["name"], row["wikidata"], row["birthday"])
        if key is None:
            dropped["a member of Congress whose name has several bearers"] += 1
            continue
        running = row["end"] > f"{CONGRESS_AS_OF}-31"
        end = "" if running else row["end"]
        yield Term(
            _add_body(draft, HOUSES[row["type"]]), row["start"], end, key, CONGRESS_AS_OF if running else ""
        )


@cache
def _body(repo: str, position: str) -> str:
    """The name of the house a position is a seat in, or empty."""
    if _NO_MEMBER.search(position):
        return ""
    plain = _CONVOCATION.sub("", _NUMBER.sub("", position)).strip()
    for row in _typed():
        if row["repo"] == repo and re.fullmatch(row["pattern"], plain, re.IGNORECASE):
            return row["house"]
    match = _MEMBER.match(plain)
    owner = owner_of(repo)
    if match is None or not match["body"][:1].isupper() or repo == "world":
        return ""
    body = match["body"]
    return body if _names_owner(body, owner) else f"{body} ({owner})"


@lru_cache(maxsize=1)
def _typed() -> list[dict[str, str]]:
    return read_rows(TYPED / "houses.csv")


@lru_cache(maxsize=1)
def _nations() -> dict[str, list[str]]:
    rows = read_rows(TYPED / "countries.csv")
    return {row["name"]: [row["name"], *listed(row["demonyms"]), *listed(row["variants"])] for row in rows}


def _names_owner(body: str, owner: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", body) for word in _nations().get(owner, [owner]))


def _add_body(draft: Draft, name: str) -> str:
    key = draft.entity("org", name)
    for row in _typed():
        if row["house"] == name:
            draft.alias(key, "short", *listed(row["aliases"]))
    return key


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _print_agreement(congress: list[Term], wikidata: list[Term]) -> None:
    """How often both sources of Congress give a member's first start."""
    first: dict[tuple[str, str], str] = defaultdict(lambda: "9")
    for term in wikidata:
        first[term.office, term.person] = min(first[term.office, term.person], term.start)
    own: dict[tuple[str, str], str] = {}
    for term in congress:
        own[term.office, term.person] = min(own.get((term.office, term.person), "9"), term.start)
    both = [(own[key], first[key]) for key in own if len(first.get(key, "")) == 10]
    near = sum(abs((first_day(a) - first_day(b)).days) <= HANDOVER_DAYS for a, b in both)
    if both:
        print(f"legislatures: first seats in Congress of {len(both)} members in both sources: {near / len(both):.1%} within {HANDOVER_DAYS} days")  # fmt: skip


def _record(raw: Path) -> SourceRecord:
    folder = raw / "politics"
    return SourceRecord(
        title="Members of parliaments with their terms",
        producer="Wikidata 2022; congress-legislators 2026",
        url="https://www.wikidata.org",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest=NEWEST,
        made_by="data/make_politics.py",
        raw=(folder / "legislators.csv.gz", folder / "us_congress_current_terms.csv"),
    )
