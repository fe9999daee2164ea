"""Everybody in the raw files with a date of birth or death, or an office: the pack ``people``."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from unicodedata import name as unicode_name

from making.countries import country
from making.persons import Person, persons_of
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows, slug
from making.terms import is_date

ACCESSED = "2026-11-23"
LATEST = "2023-02"
"""The lists end before it."""
CLOSE_YEARS = 2
"""Namesakes born so near each other may be one person whose date a source has wrong."""

_BRACKETS = re.compile(r"\s*\([^)]*\)$")
_NO_PERSON = re.compile(
    r"^(?:The|A|List|Disappearance|Shooting|Kidnapping|Lynching|Assassination|Execution)\s|\sand\s|[&!?/:*]|\b(?:twins|duo|Quads|triplets|horse)\b"
)
_VARIANTS = TYPED / "person_variants.csv"
_PERSON_FILES = (
    ("people_politicians_wikidata_2022.csv.gz", "id"),
    ("bio.csv.gz", "id"),
    ("holders21.csv.gz", "personID"),
    ("legislators.csv.gz", "personID"),
)


def make_people(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``people``."""
    persons, draft, dropped = persons_of(raw), Draft(), Counter[str]()
    everybody = sorted(persons.everybody(), key=lambda p: p.id)
    known = {p.qid for p in everybody if p.qid}
    titles = _titles(raw, known)
    doubtful, places = _doubtful(everybody), _places(raw)
    for person in everybody:
        cause = _why_not(person, places)
        if cause:
            dropped[cause] += 1
        else:
            _add(draft, person, titles.get(person.qid, ()), person.id in doubtful)
    _add_variants(draft)
    for cause, count in sorted(dropped.items()):
        print(f"people: dropped {count}: {cause}")
    print(f"people: {len(doubtful)} with a namesake born so near that the dates are unconfirmed")
    _print_agreement(raw)
    return draft, _record(raw)


def _add_variants(draft: Draft) -> None:
    """Other spellings of well-known people, by the project's own table."""
    known = {row[0] for row in draft.entities}
    for row in read_rows(_VARIANTS):
        key = entity_id("person", row["person"])
        if key in known:
            draft.alias(key, row["kind"], *listed(row["aliases"]))
        else:
            print(f"people: nobody in the pack for the spellings of {row['person']}")


def is_latin(name: str) -> bool:
    """Whether a name is written in letters that an English text has."""
    return all(not c.isalpha() or unicode_name(c, "").startswith(("LATIN", "MODIFIER")) for c in name)


def can_be_named(person: Person) -> bool:
    """Whether the pack may have the person: a name of Latin letters that is no common word."""
    return (
        is_latin(person.name)
        and bool(slug(person.name))
        and any(c.isupper() for c in person.name)
        and (len(slug(person.name).split("-")) > 1 or bool(person.offices))
    )


def _why_not(person: Person, places: set[str]) -> str:
    """Why a person is left out, or empty."""
    if not is_latin(person.name) or not slug(person.name):
        return "a name not in Latin letters"
    if not can_be_named(person):
        return "a single name without an office"
    if not (person.born or person.died or person.offices):
        return "neither a date nor an office"
    if not person.qid and not person.offices and _NO_PERSON.search(person.name):
        return "a title that is no person's name"
    if not person.offices and slug(person.name) in places:
        return "the name of a place"
    return ""


def _add(draft: Draft, person: Person, titles: tuple[str, ...], doubtful: bool) -> None:
    draft.entities.add((person.id, "person", person.name))
    names = {*_names(person), *titles} - {person.name}
    draft.alias(person.id, "variant", *names)
    if person.offices:
        draft.alias(person.id, "weak", *_without_initials(names | {person.name}))
    status = "unconfirmed" if doubtful else ""
    born, died = (day if day and is_date(day) and day < LATEST else "" for day in (person.born, person.died))
    if born and died and died < born[: len(died)]:
        return
    if born:
        draft.fact(person.id, "born", "", (born, born, ""), status)
    if died:
        draft.fact(person.id, "died", "", (died, died, ""), status)


def _names(person: Person) -> set[str]:
    """The names of a person that a text may have: of several words, in Latin letters."""
    return {
        name
        for name in person.names
        if is_latin(name) and len(slug(name).split("-")) > 1 and name == name.strip() and not _is_odd(name)
    }


def _without_initials(names: set[str]) -> set[str]:
    """Names with the initials in the middle left out, as the news does: others may bear them, too."""
    short = {re.sub(r"(?<=\w) (?:[A-Z]\. ?)+(?=\S)", " ", name) for name in names}
    return {name for name in short - names if len(slug(name).split("-")) > 1}


def _is_odd(name: str) -> bool:
    return bool(re.search(r"[(){}\[\]/:?!*]", name)) or name[:1].islower() or len(name) > 60


def _titles(raw: Path, known: set[str]) -> dict[str, tuple[str, ...]]:
    """Per Wikidata id the names under which an encyclopedia has the person."""
    found = defaultdict(set)
    for file, key in _PERSON_FILES:
        for row in _rows(raw / "politics" / file):
            title = _BRACKETS.sub("", row["enwiki"] or "").strip()
            if (
                row[key] in known
                and is_latin(title)
                and len(slug(title).split("-")) > 1
                and not _is_odd(title)
            ):
                found[row[key]].add(title.split(", ")[0] if re.search(r", \d", title) else title)
    return {
        qid: tuple(sorted(t for t in titles if len(slug(t).split("-")) > 1)) for qid, titles in found.items()
    }


def _doubtful(everybody: list[Person]) -> set[str]:
    """Ids of namesakes who may be one person with two dates of birth."""
    bearers = defaultdict(list)
    for person in everybody:
        if person.born:
            bearers[slug(person.name)].append(person)
    found = set()
    for people in bearers.values():
        for person in people:
            if any(other is not person and _are_near(person.born, other.born) for other in people):
                found.add(person.id)
    return found


def _are_near(one: str, other: str) -> bool:
    same_day = len(one) == len(other) == 10 and one[5:] == other[5:]
    return same_day or abs(int(one[:4]) - int(other[:4])) <= CLOSE_YEARS


def _places(raw: Path) -> set[str]:
    """Slugs of names that are places or countries."""
    rows = read_rows(TYPED / "countries.csv")
    names = {country(row["name"]).removeprefix("country/") for row in rows}
    names |= {
        slug(name) for row in rows for key in ("variants", "former", "capital") for name in listed(row[key])
    }
    with gzip.open(raw / "countries" / "world-cities.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return names | {slug(row["name"]) for row in csv.DictReader(file)}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _print_agreement(raw: Path) -> None:
    """How often the two sources of dates agree on people of one name, of whom each has exactly one."""
    births = defaultdict(set)
    for row in _rows(raw / "people" / "births_to_2017.csv.gz"):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"]):
            births[slug(_BRACKETS.sub("", row["title"]))].add(row["date"])
    wikidata = defaultdict(set)
    for row in _rows(raw / "politics" / "people_politicians_wikidata_2022.csv.gz"):
        if len(row["dob"]) == 10:
            wikidata[slug(row["name"])].add(row["dob"])
    both = [name for name in births if name and len(births[name]) == 1 and len(wikidata.get(name, ())) == 1]
    same = sum(births[name] == wikidata[name] for name in both)
    year = sum(min(births[name])[:4] == min(wikidata[name])[:4] for name in both)
    print(
        f"people: births of {len(both)} namesakes in both sources: {same / len(both):.1%} the same day, {year / len(both):.1%} the same year"
    )


def _record(raw: Path) -> SourceRecord:
    folder = raw / "politics"
    return SourceRecord(
        title="People: names, dates of birth and death",
        producer="Wikidata (politicians of 2022, holders and members of EveryPolitician's successors); lists of births and deaths to 2017",
        url="https://www.wikidata.org",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2023-01-13",
        made_by="data/make_politics.py",
        raw=(
            *[folder / file for file, _key in _PERSON_FILES],
            raw / "people" / "births_to_2017.csv.gz",
            raw / "people" / "deaths_to_2017.csv.gz",
            raw / "countries" / "world-cities.csv.gz",
            _VARIANTS,
        ),
    )
