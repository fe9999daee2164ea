"""One id for a person in all packs.

The raw files know people by Wikidata id, by name and birth year, or by name alone. Here every file that
has more than a name is read once, the people in it are told apart, and each gets an id: ``person/slug``
where nobody else has the name, else ``person/slug-YEAR`` with the year of birth, else with the Wikidata
id. The people of the project's own table of leaders keep the plain slug. A bare name is given to its one
bearer, and to nobody where it has several. Two entries born on one day whose names differ in spelling alone
are one person.
"""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from making.same_person import begins_alike, is_same, is_same_with_two_ids, sounds
from making.tables import TYPED, Draft, listed, read_rows, slug
from making.terms import HANDOVER_DAYS, first_day, is_date, last_day

_YEAR = re.compile(r"^\d{4}")
_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_TITLE = re.compile(r"^(?:Pope|King|Queen|Emperor|Sheikh) ")
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
    starts: set[str] = field(default_factory=set)
    """Days on which the person took an office."""

    @property
    def name(self) -> str:
        """The name most files use; of equals the first in the alphabet."""
        return min(self.names, key=lambda name: (-self.names[name], name))


class Persons:
    """Everybody in the raw files. Build it once with :func:`persons_of`."""

    def __init__(self, raw: Path) -> None:
        self._by_qid: dict[str, Person] = {}
        self._nameless: dict[tuple[str, str], Person] = {}
        for qid, name, born, died, start in _with_qid(raw):
            person = self._by_qid.setdefault(qid, Person(qid))
            _merge(person, name, born, died, start)
        self._join_two_ids()
        years = {(slug(name), p.born[:4]): p for p in self._by_qid.values() for name in p.names if p.born}
        for name, born, died in _with_dates(raw):
            key = (slug(name), born[:4])
            person = years.get(key) or self._nameless.setdefault(key, Person())
            _merge(person, name, born, died, "")
        self._join_spellings()
        self._leaders = _leaders(raw)
        self._assign()

    def _join_two_ids(self) -> None:
        """Give the later of two ids of one person to the person of the earlier one."""
        for people in _by_birthday(self._by_qid.values()).values():
            people.sort(key=lambda p: int(p.qid[1:]))
            for i, later in enumerate(people):
                for person in people[:i]:
                    if self._by_qid[person.qid] is person and _are_one(person, later):
                        _absorb(person, later)
                        self._by_qid[later.qid] = person
                        break

    def _join_spellings(self) -> None:
        """Give people known by name and day alone to the one with an id who is born that day and spelt otherwise."""
        born = _by_birthday({id(p): p for p in self._by_qid.values()}.values())
        for key, person in list(self._nameless.items()):
            same = [p for p in born.get(person.born, ()) if is_same(person.name, p.name)]
            if len(same) == 1:
                _absorb(same[0], person)
                del self._nameless[key]

    def _assign(self) -> None:
        self._by_slug: dict[str, list[Person]] = defaultdict(list)
        for person in {id(p): p for p in [*self._by_qid.values(), *self._nameless.values()]}.values():
            for name in {slug(name) for name in person.names}:
                self._by_slug[name].append(person)
        by_sound = _by_sound(self._by_qid.values())
        for name in sorted(self._leaders):
            self._claim(name, _holder(self._leaders[name], by_sound) or self._best_bearer(name))
        taken = {p.id for people in self._by_slug.values() for p in people if p.id}
        for person in sorted(self.everybody(), key=lambda p: (-p.offices, p.qid, p.born, p.name)):
            if not person.id:
                person.id = _free_id(person, self._by_slug[slug(person.name)], taken)
                taken.add(person.id)

    def _best_bearer(self, name: str) -> Person | None:
        """Who has the name, or else another name that the project's own table gives the person, and lived then."""
        names, starts = self._leaders[name]
        for one in (name, *sorted(names - {name})):
            bearers = [
                p for p in self._by_slug[slug(one)] if all(could_serve(p, start, 18) for start in starts)
            ]
            if bearers:
                return max(bearers, key=lambda p: (p.offices, p.qid))
        return None

    def _claim(self, name: str, person: Person | None) -> None:
        """Give a name of the project's own table to a person: it is the person's name, and its slug the id."""
        if person is None or person.id:
            person = Person()
        if person not in self._by_slug[slug(name)]:
            self._by_slug[slug(name)].append(person)
        person.names[name] += 1000
        person.id = f"person/{slug(name)}"

    def everybody(self) -> list[Person]:
        """All people, each once."""
        seen = {id(person): person for people in self._by_slug.values() for person in people}
        return list(seen.values())

    def by_id(self) -> dict[str, Person]:
        """All people by their ids."""
        return {person.id: person for person in self.everybody()}

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
        name = " ".join(name.split())
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


def could_serve(person: Person, start: str, age: int) -> bool:
    """Whether somebody was at least of an age on a day, or may have been, and not dead."""
    too_young = person.born and last_day(start).year < int(person.born[:4]) + age
    dead = is_date(person.died) and first_day(start) > last_day(person.died)
    return not (too_young or dead)


def _free_id(person: Person, bearers: list[Person], taken: set[str]) -> str:
    base = f"person/{slug(person.name)}"
    if len(bearers) == 1 and base not in taken:
        return base
    dated = f"{base}-{person.born[:4]}" if person.born else ""
    if dated and dated not in taken:
        return dated
    return f"{base}-{person.qid.casefold() or person.born or len(taken)}"


def _merge(person: Person, name: str, born: str, died: str, start: str) -> None:
    """Add what one row has of a person; ``start`` is empty where the row is no office."""
    person.names[" ".join(name.split())] += 1
    person.born = max(person.born, born, key=len)
    person.died = max(person.died, died, key=len)
    person.offices += bool(start)
    if is_date(start):
        person.starts.add(start)


def _absorb(person: Person, other: Person) -> None:
    person.names += other.names
    person.born = max(person.born, other.born, key=len)
    person.died = max(person.died, other.died, key=len)
    person.offices += other.offices
    person.starts |= other.starts


def _by_birthday(people: Iterable[Person]) -> dict[str, list[Person]]:
    born = defaultdict(list)
    for person in people:
        if len(person.born) == 10:
            born[person.born].append(person)
    return born


def _are_one(one: Person, other: Person) -> bool:
    if one.died and other.died and one.died[:4] != other.died[:4]:
        return False
    return any(is_same_with_two_ids(a, b) for a in one.names for b in other.names)


def _by_sound(people: Iterable[Person]) -> dict[str, list[tuple[str, Person]]]:
    """Names of holders of offices, by what their first words sound like."""
    found: dict[str, list[tuple[str, Person]]] = defaultdict(list)
    for person in {id(p): p for p in people if p.starts}.values():
        for name in sorted({_TITLE.sub("", name) for name in person.names}):
            found[sounds(name).split("-")[0]].append((name, person))
    return found


def _leaders(raw: Path) -> dict[str, tuple[set[str], set[str]]]:
    """The people of the project's own tables: per name the names a list may have, and days of taking office."""
    variants = {row["name"]: set(listed(row["variants"])) for row in read_rows(TYPED / "persons.csv")}
    found: dict[str, tuple[set[str], set[str]]] = {}
    for path in (raw / "curated" / "leaders_2015_2026.csv", TYPED / "leaders.csv"):
        for row in read_rows(path):
            name = row["person"]
            found.setdefault(name, ({name, *variants.get(name, ())}, set()))[1].add(row["start"])
    return found


def _holder(
    leader: tuple[set[str], set[str]], by_sound: dict[str, list[tuple[str, Person]]]
) -> Person | None:
    """The one person of a list with such a name who took an office on such a day, or nearly so."""
    names, starts = leader
    for fits in (_sounds_alike, begins_alike):
        found = {}
        for name in names:
            for other, person in by_sound.get(sounds(name).split("-")[0], ()):
                if fits(name, other) and any(_is_near(a, b) for a in starts for b in person.starts):
                    found[id(person)] = person
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _sounds_alike(one: str, other: str) -> bool:
    return sounds(one) == sounds(other)


def _is_near(one: str, other: str) -> bool:
    return abs((first_day(one) - first_day(other)).days) <= HANDOVER_DAYS


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _date(text: str) -> str:
    """A date of the raw files where it is one; before the year 1000 and half-known ones are dropped."""
    return text if re.fullmatch(r"[12]\d{3}(-(0[1-9]|1[0-2])(-[0-3]\d)?)?", text or "") else ""


def _with_qid(raw: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Id, name, birth, death, and the day of taking an office where the row is one."""
    folder = raw / "politics"
    for row in _rows(folder / "people_politicians_wikidata_2022.csv.gz"):
        yield row["id"], row["name"], _date(row["dob"]), _date(row["dod"]), ""
    for row in _rows(folder / "bio.csv.gz"):
        yield row["id"], row["name"], _date(row["dob"]), _date(row["dod"]), ""
    for file, is_office in (("holders21.csv.gz", True), ("legislators.csv.gz", False)):
        for row in _rows(folder / file):
            if re.fullmatch(r"Q\d+", row["personID"]):
                start = (row["start"] or "?") if is_office else ""
                yield row["personID"], row["person"], _date(row["DOB"]), _date(row["DOD"]), start
    for row in read_rows(folder / "us_congress_current_terms.csv"):
        if row["wikidata"]:
            yield row["wikidata"], row["name"], _date(row["birthday"]), "", ""
    for row in read_rows(folder / "us_supreme_court_wikidata.csv"):
        yield row["item"], row["itemLabel"], "", "", row["startDate"][:10] or "?"


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
