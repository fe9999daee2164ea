"""One id for a person in all packs.

The raw files know people by Wikidata id, by name and birth year, or by name alone. Here every file that
has more than a name is read once, the people in it are told apart, and each gets an id: ``person/slug``
where nobody else has the name, else ``person/slug-YEAR`` with the year of birth, else with the Wikidata
id. The people of the project's own table of leaders keep the plain slug. A bare name is given to its one
bearer, and to nobody where it has several.
"""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from making.tables import Draft, read_rows, slug

_YEAR = re.compile(r"^\d{4}")
_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_NO_PERSON = re.compile(
    r"\b(?:band|group|film|album|song|murder|killing|death of|List of|brothers|sisters|family)\b",
    re.IGNORECASE,
)


@dataclass
class Person:
    """One human being, with every name and date that some file has."""

    qid: str = ""
    names: Counter[str] = field(default_factory=Counter)
    born: str = ""
    died: str = ""
    offices: int = 0
    id: str = ""

    @property
    def name(self) -> str:
        """The name most files use; of equals the first in the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], name))


class Persons:
    """Everybody in the raw files. Build it once with :func:`persons_of`."""

    def __init__(self, raw: Path) -> None:
        self._by_qid: dict[str, Person] = {}
        self._nameless: dict[tuple[str, str], Person] = {}
        for qid, name, born, died, offices in _with_qid(raw):
            person = self._by_qid.setdefault(qid, Person(qid))
            _merge(person, name, born, died, offices)
        years = {(slug(name), p.born[:4]): p for p in self._by_qid.values() for name in p.names if p.born}
        for name, born, died in _with_dates(raw):
            key = (slug(name), born[:4])
            person = years.get(key) or self._nameless.setdefault(key, Person())
            _merge(person, name, born, died, 0)
        self._leaders = {row["person"] for row in read_rows(raw / "curated" / "leaders_2015_2026.csv")}
        self._assign()

    def _assign(self) -> None:
        self._by_slug: dict[str, list[Person]] = defaultdict(list)
        for person in [*self._by_qid.values(), *self._nameless.values()]:
            for name in {slug(name) for name in person.names}:
                self._by_slug[name].append(person)
        for name in sorted(self._leaders):
            bearers = self._by_slug[slug(name)]
            person = max(bearers, key=lambda p: (p.offices, p.qid), default=None)
            if person is None:
                person = Person(names=Counter({name: 1}))
                self._by_slug[slug(name)].append(person)
            person.names[name] += 1000  # the project's own spelling is the person's name
            person.id = person.id or f"person/{slug(name)}"
        taken = {p.id for people in self._by_slug.values() for p in people if p.id}
        for person in sorted(self.everybody(), key=lambda p: (-p.offices, p.qid, p.born, p.name)):
            if not person.id:
                person.id = _free_id(person, self._by_slug[slug(person.name)], taken)
                taken.add(person.id)

    def everybody(self) -> list[Person]:
        """All people, each once."""
        seen = {id(person): person for people in self._by_slug.values() for person in people}
        return list(seen.values())

    def find(self, name: str, qid: str = "", born: str = "") -> Person | None:
        """The person meant, or None where the name has several bearers or none."""
        if qid in self._by_qid:
            return self._by_qid[qid]
        bearers = self._by_slug.get(slug(name), [])
        if born:
            bearers = [p for p in bearers if not p.born or p.born[:4] == born[:4]]
        return bearers[0] if len(bearers) == 1 else None

    def add(self, draft: Draft, name: str, qid: str = "", born: str = "") -> str | None:
        """Declare the person in a draft and give the id; None where it cannot be told who is meant.

        Somebody no file knows gets a new id by the name.
        """
        person = self.find(name, qid, born)
        if person is None:
            if self._by_slug.get(slug(name)) or not slug(name):
                return None
            person = Person(qid, Counter({name: 1}), born, id=f"person/{slug(name)}")
            self._by_slug[slug(name)].append(person)
        draft.entities.add((person.id, "person", person.name))
        if name != person.name:
            draft.alias(person.id, "variant", name)
        return person.id


def _free_id(person: Person, bearers: list[Person], taken: set[str]) -> str:
    base = f"person/{slug(person.name)}"
    if len(bearers) == 1 and base not in taken:
        return base
    dated = f"{base}-{person.born[:4]}" if person.born else ""
    if dated and dated not in taken:
        return dated
    return f"{base}-{person.qid.casefold() or person.born or len(taken)}"


def _merge(person: Person, name: str, born: str, died: str, offices: int) -> None:
    person.names[name] += 1
    person.born = max(person.born, born, key=len)
    person.died = max(person.died, died, key=len)
    person.offices += offices


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _date(text: str) -> str:
    """A date of the raw files where it is one; before the year 1000 and half-known ones are dropped."""
    return text if re.fullmatch(r"[12]\d{3}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?", text or "") else ""


def _with_qid(raw: Path) -> Iterator[tuple[str, str, str, str, int]]:
    folder = raw / "politics"
    for row in _rows(folder / "people_politicians_wikidata_2022.csv.gz"):
        yield row["id"], row["name"], _date(row["dob"]), _date(row["dod"]), 0
    for row in _rows(folder / "bio.csv.gz"):
        yield row["id"], row["name"], _date(row["dob"]), _date(row["dod"]), 0
    for file, weight in (("holders21.csv.gz", 1), ("legislators.csv.gz", 0)):
        for row in _rows(folder / file):
            if re.fullmatch(r"Q\d+", row["personID"]):
                yield row["personID"], row["person"], _date(row["DOB"]), _date(row["DOD"]), weight
    for row in read_rows(folder / "us_congress_current_terms.csv"):
        if row["wikidata"]:
            yield row["wikidata"], row["name"], _date(row["birthday"]), "", 0
    for row in read_rows(folder / "us_supreme_court_wikidata.csv"):
        yield row["item"], row["itemLabel"], "", "", 1


def _with_dates(raw: Path) -> Iterator[tuple[str, str, str]]:
    births = {row["title"]: _date(row["date"]) for row in _rows(raw / "people" / "births_to_2017.csv.gz")}
    deaths = {row["title"]: _date(row["date"]) for row in _rows(raw / "people" / "deaths_to_2017.csv.gz")}
    for title in sorted(births):
        name = _BRACKETS.sub("", title)
        if births[title] and not _NO_PERSON.search(title) and any(c.isupper() for c in name):
            yield name, births[title], deaths.get(title, "")


@lru_cache(maxsize=1)
def persons_of(raw: Path) -> Persons:
    """The people of a folder of raw files; reading them takes some seconds, so it is done once."""
    return Persons(raw)
