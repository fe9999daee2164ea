"""Terms from ParlGov's cabinets and presidents and from REIGN, which know leaders by surname and year of birth."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from making.people import can_be_named
from making.persons import Person, Persons
from making.positions import Position, add_office, country_names
from making.tables import Draft, read_rows, slug
from making.terms import Term, is_date

ELECTED_LISTS = ("view_cabinet.csv.gz", "politician_president.csv", "leaders_reign_iso.csv")
PARLGOV_AS_OF = "2023-06"
REIGN_AS_OF = "2021-02"
MONTH_DAYS = 31
FIRST_YEAR = "1946"

_CHANCELLORS = frozenset(("Germany", "Austria"))
_NO_PRIME_MINISTER = frozenset(("Switzerland", "Cyprus"))
_NUMERAL = re.compile(r"\s+(?:[IVX]+|\d+)\s*$")
_SAME = {"German Federal Republic": "Germany", "United States of America": "United States"}
_PRESIDENTS = frozenset(
    [
        "Argentina",
        "Bolivia",
        "Brazil",
        "Chile",
        "Colombia",
        "Costa Rica",
        "Dominican Republic",
        "Ecuador",
        "El Salvador",
        "Guatemala",
        "Honduras",
        "Mexico",
        "Panama",
        "Paraguay",
        "Peru",
        "Venezuela",
        "Philippines",
        "South Korea",
        "Indonesia",
        "Egypt",
        "Kenya",
        "Zambia",
        "Botswana",
        "Senegal",
        "Gabon",
        "Cameroon",
        "Togo",
        "Tunisia",
        "Algeria",
        "Syria",
        "Namibia",
        "Ivory Coast",
        "Rwanda",
    ]
)
_PRIME_MINISTERS = frozenset(("India", "Singapore", "Malaysia", "Jamaica", "Barbados"))
Index = dict[str, list[Person]]


def read_cabinet_terms(
    raw: Path, persons: Persons, draft: Draft, positions: dict[str, Position], dropped: Counter[str]
) -> list[Term]:
    """Prime ministers by the cabinets that bear their name."""
    years, index = _reign_years(raw), _by_year(persons)
    terms = []
    for place, cabinets in sorted(_cabinets(raw).items()):
        if place in _NO_PRIME_MINISTER:
            continue
        for number, (start, surname) in enumerate(cabinets):
            end = next((later for later, other in cabinets[number + 1 :] if other != surname), "")
            year = years.get((place, slug(surname), start[:4])) or years.get((place, slug(surname), ""))
            person = _find(index, surname, year or "")
            if start < FIRST_YEAR or person is None:
                dropped[
                    "dropped, ParlGov cabinets: before 1946, or the surname does not tell who is meant"
                ] += 1
                continue
            key = _declare(draft, positions, _head(place))
            holder = _add(draft, persons, person)
            terms.append(Term(key, start, end, holder, "" if end else PARLGOV_AS_OF))
    return terms


def read_president_terms(
    raw: Path, persons: Persons, draft: Draft, positions: dict[str, Position], dropped: Counter[str]
) -> list[Term]:
    """Presidents of ParlGov's countries, who stand with their full names."""
    places = {
        row["country_id"]: row["country_name"] for row in _rows(raw / "politics" / "view_cabinet.csv.gz")
    }
    terms = []
    for row in read_rows(raw / "politics" / "politician_president.csv"):
        name = row["person_id_source"].replace("\xa0", " ").strip()
        name = " ".join(reversed(name.split(", "))) if ", " in name else name
        person = persons.find(name) if " " in name else None
        flawed = row["end_date"] and row["end_date"] < row["start_date"]
        if person is None or not can_be_named(person) or row["start_date"] < FIRST_YEAR or flawed:
            dropped["dropped, ParlGov presidents: before 1946, no name, or several bearers"] += 1
            continue
        key = _declare(draft, positions, Position("President", "president", places[row["country_id"]]))
        as_of = "" if row["end_date"] else PARLGOV_AS_OF
        terms.append(Term(key, row["start_date"], row["end_date"], _add(draft, persons, person), as_of))
    return terms


def read_reign_terms(
    raw: Path, persons: Persons, draft: Draft, positions: dict[str, Position], dropped: Counter[str]
) -> list[Term]:
    """Leaders of countries in which the leader is always the president or always the prime minister."""
    index, terms = _by_year(persons), []
    for row in read_rows(raw / "politics" / "leaders_reign_iso.csv"):
        place = _SAME.get(row["country"], row["country"])
        person = _find(index, row["leader"], row["birthyear"])
        fits = place in _PRESIDENTS or place in _PRIME_MINISTERS
        end = row["end_month"]
        flawed = not is_date(row["start"]) or (end and end < row["start"][:7])
        if not fits or person is None or flawed or row["start"] < FIRST_YEAR:
            dropped["dropped, REIGN: a country whose leader has no fixed office, or the surname does not tell who is meant"] += 1  # fmt: skip
            continue
        title = "Prime Minister" if place in _PRIME_MINISTERS else "President"
        key = _declare(draft, positions, Position(title, title.casefold(), place))
        as_of = "" if end else REIGN_AS_OF
        terms.append(Term(key, row["start"], end, _add(draft, persons, person), as_of, "unconfirmed"))
    return terms


def _head(place: str) -> Position:
    if place in _CHANCELLORS:
        return Position("Chancellor", "chancellor", place)
    if place == "Ireland":
        return Position("Taoiseach", "taoiseach", place)
    return Position("Prime Minister", "prime minister", place)


def _declare(draft: Draft, positions: dict[str, Position], position: Position) -> str:
    key = add_office(draft, position)
    positions.setdefault(key, position)
    return key


def _add(draft: Draft, persons: Persons, person: Person) -> str:
    return persons.add(draft, person.name, person.qid, person.born) or person.id


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _cabinets(raw: Path) -> dict[str, list[tuple[str, str]]]:
    """Per country the cabinets' starts and surnames, oldest first."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in _rows(raw / "politics" / "view_cabinet.csv.gz"):
        found[row["country_name"]].add(
            (row["start_date"], _NUMERAL.sub("", row["cabinet_name"].strip()).strip())
        )
    return {place: sorted(rows) for place, rows in found.items()}


def _reign_years(raw: Path) -> dict[tuple[str, str, str], str]:
    """Year of birth by country, surname and year of taking office; without the last where one fits all."""
    exact: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    names = country_names()
    for row in read_rows(raw / "politics" / "leaders_reign_iso.csv"):
        place = _SAME.get(row["country"], row["country"])
        if place in names:
            surname = slug(_words(row["leader"])[-1]) if _words(row["leader"]) else ""
            exact[names[place], surname, row["start"][:4]].add(row["birthyear"])
            exact[names[place], surname, ""].add(row["birthyear"])
    return {key: min(years) for key, years in exact.items() if len(years) == 1}


def _words(leader: str) -> list[str]:
    """A leader's names in the usual order, without initials."""
    turned = " ".join(reversed(leader.split(", ")))
    return [word for word in turned.split() if len(word.strip(".")) > 1]


def _by_year(persons: Persons) -> Index:
    """People with Latin names by year of birth."""
    index: Index = defaultdict(list)
    for person in sorted(persons.everybody(), key=lambda p: p.id):
        if person.born and can_be_named(person):
            index[person.born[:4]].append(person)
    return index


def _find(index: Index, leader: str, year: str) -> Person | None:
    """The one person of that year of birth with that name; a surname alone must be the last of the name."""
    wanted = slug(" ".join(_words(leader))).split("-")
    found = [p for p in index.get(year, ()) if any(_fits(wanted, slug(name).split("-")) for name in p.names)]
    held = [p for p in found if p.offices] or [p for p in found if p.qid] or found
    return held[0] if len(held) == 1 else None


def _fits(wanted: list[str], name: list[str]) -> bool:
    if len(wanted) == 1:
        return name[-1] == wanted[0] and len(name) > 1
    return set(wanted) <= set(name) or (len(name) > 1 and set(name) <= set(wanted))
