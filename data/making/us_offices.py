"""Offices of the United States and of its states."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from making.people import can_be_named
from making.persons import Person, Persons
from making.positions import Position, add_office
from making.tables import Draft, read_rows, slug
from making.terms import Term

US_FILES = ("us_presidents_vps.csv", "us_supreme_court_wikidata.csv", "us_state_officials_openstates.csv.gz")
COURT = "Supreme Court of the United States"
COURT_AS_OF = "2022-07"
VICE = "viceprez"
_LISTED = "2025-01"
_STATE_ROLES = {
    "governor": "Governor",
    "lt_governor": "Lieutenant Governor",
    "attorney general": "Attorney General",
    "secretary of state": "Secretary of State",
}
_STATES = dict(
    pair.split("=")
    for pair in [
        "al=Alabama",
        "ak=Alaska",
        "az=Arizona",
        "ar=Arkansas",
        "ca=California",
        "co=Colorado",
        "ct=Connecticut",
        "de=Delaware",
        "fl=Florida",
        "ga=Georgia",
        "hi=Hawaii",
        "id=Idaho",
        "il=Illinois",
        "in=Indiana",
        "ia=Iowa",
        "ks=Kansas",
        "ky=Kentucky",
        "la=Louisiana",
        "me=Maine",
        "md=Maryland",
        "ma=Massachusetts",
        "mi=Michigan",
        "mn=Minnesota",
        "ms=Mississippi",
        "mo=Missouri",
        "mt=Montana",
        "ne=Nebraska",
        "nv=Nevada",
        "nh=New Hampshire",
        "nj=New Jersey",
        "nm=New Mexico",
        "ny=New York",
        "nc=North Carolina",
        "nd=North Dakota",
        "oh=Ohio",
        "ok=Oklahoma",
        "or=Oregon",
        "pa=Pennsylvania",
        "ri=Rhode Island",
        "sc=South Carolina",
        "sd=South Dakota",
        "tn=Tennessee",
        "tx=Texas",
        "ut=Utah",
        "vt=Vermont",
        "va=Virginia",
        "wa=Washington",
        "wv=West Virginia",
        "wi=Wisconsin",
        "wy=Wyoming",
    ]
)


def read_us_terms(raw: Path, persons: Persons, draft: Draft, positions: dict[str, Position]) -> list[Term]:
    """Presidents and vice presidents from 1789 on."""
    terms = []
    for row in read_rows(raw / "politics" / "us_presidents_vps.csv"):
        title = "Vice President" if row["type"] == VICE else "President"
        position = Position(title, title.casefold(), "United States")
        key = add_office(draft, position)
        positions.setdefault(key, position)
        holder = add_by_birth(draft, persons, row["name"], row["birthday"])
        running = row["end"] > _LISTED + "-31"
        terms.append(
            Term(key, row["start"], "" if running else row["end"], holder, _LISTED if running else "")
        )
    return terms


def read_state_terms(
    raw: Path,
    persons: Persons,
    draft: Draft,
    positions: dict[str, Position],
    dropped: Counter[str],
    as_of: str,
) -> list[Term]:
    """Governors and other officials of the states as OpenStates has them; its ends are plans, some of them stale."""
    terms = []
    for row in _rows(raw / "politics" / "us_state_officials_openstates.csv.gz"):
        role, state = _STATE_ROLES.get(row["role"], ""), _STATES.get(row["state"], "")
        if row["file_kind"] != "executive" or not role or not state or not row["start"]:
            dropped[
                "dropped, OpenStates: legislators, mayors, no start (no ids to tell namesakes apart)"
            ] += 1
            continue
        person = (
            find_by_birth(persons, row["name"], row["birth_date"])
            if row["birth_date"]
            else persons.find(row["name"])
        )
        if person is None and persons._by_slug.get(slug(row["name"])):
            dropped["dropped, OpenStates: a name with several bearers"] += 1
            continue
        name = f"{role} of {state}"
        wordings = (name, f"{state} {role}", *((f"{state} Gov",) if role == "Governor" else ()))
        position = Position(name, name.casefold(), "United States", wordings)
        key = add_office(draft, position)
        positions.setdefault(key, position)
        holder = persons.add(draft, *((person.name, person.qid, person.born) if person else (row["name"],)))
        running = not row["end"] or row["end"] > f"{as_of}-31"
        if holder:
            end = "" if running else row["end"]
            status = "" if running and row["birth_date"] else "unconfirmed"
            terms.append(Term(key, row["start"], end, holder, as_of if running else "", status))
    return terms


def add_justices(raw: Path, persons: Persons, draft: Draft) -> None:
    """Who sat on the Supreme Court, and when."""
    court = draft.entity("org", COURT)
    draft.alias(court, "short", "U.S. Supreme Court", "US Supreme Court", "United States Supreme Court")
    for row in read_rows(raw / "politics" / "us_supreme_court_wikidata.csv"):
        person = persons.add(draft, row["itemLabel"], row["item"])
        start, end = row["startDate"][:10], row["endDate"][:10]
        if person and start and not (end and end < start):
            draft.fact(person, "served_in", court, (start, end, "" if end else COURT_AS_OF))


def add_by_birth(draft: Draft, persons: Persons, name: str, born: str) -> str:
    """The id of somebody known by name and day of birth, in whatever form of the name."""
    person = find_by_birth(persons, name, born)
    if person:
        return persons.add(draft, person.name, person.qid, person.born) or person.id
    key = persons.add(draft, name, born=born)
    if key is None:
        raise ValueError(f"nobody to tell {name}, born {born}, from")
    return key


def find_by_birth(persons: Persons, name: str, born: str) -> Person | None:
    """The one person born that day whose last name is that of ``name``, or who has exactly this name."""
    people = [p for p in _born(persons).get(born, ()) if can_be_named(p)]
    exact = [p for p in people if any(slug(other) == slug(name) for other in p.names)]
    last = _last(name)
    fitting = exact or [p for p in people if any(_last(other) == last for other in p.names)]
    fitting = [p for p in fitting if p.qid] or fitting
    return fitting[0] if len(fitting) == 1 else persons.find(name, born=born)


def _last(name: str) -> str:
    words = [word for word in slug(name).split("-") if word not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""


@lru_cache(maxsize=1)
def _born(persons: Persons) -> dict[str, list[Person]]:
    index: dict[str, list[Person]] = {}
    for person in persons.everybody():
        if person.born:
            index.setdefault(person.born, []).append(person)
    return index


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
