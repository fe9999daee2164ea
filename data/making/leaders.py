"""Offices and who held them, from ``leaders_2015_2026.csv`` and, where that has gaps, ``typed/leaders.csv``."""

import re
from pathlib import Path

from making.countries import ACCESSED, country
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows

_ACTING = re.compile(r"^(?:Acting|Interim)\s+")
_ORGANISATIONS = {row["name"]: row for row in read_rows(TYPED / "organisations.csv")}
_OFFICES = {row["raw_office"]: row for row in read_rows(TYPED / "offices.csv")}
_PERSONS = {row["name"]: row for row in read_rows(TYPED / "persons.csv")}
_TYPED = TYPED / "leaders.csv"
# A claim on "Fed", "EU" must not be made for a country, so these are kept as organisations.


def make_leaders(raw: Path, typed: bool = True) -> tuple[Draft, SourceRecord]:
    """The pack ``leaders``; without the rows that fill gaps where ``typed`` is false."""
    path = raw / "curated" / "leaders_2015_2026.csv"
    draft = Draft()
    for name in _ORGANISATIONS:
        add_organisation(draft, name)
    for row in [*read_rows(path), *(read_rows(_TYPED) if typed else [])]:
        office = _add_office(draft, row)
        person = _add_person(draft, row["person"])
        predicate = "held_by_acting" if _ACTING.match(row["office"]) else "held_by"
        times = (row["start"], row["end"], _as_of(row))
        draft.fact(office, predicate, person, times, _status(row))
    record = SourceRecord(
        title="Heads of state and government and some ministers, 2015-2026",
        producer="compiled for this project (own knowledge, audited 2026-11-23)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2026-08-07",
        made_by="data/make_curated.py",
        rank=1,
        raw=(path, _TYPED, TYPED / "persons.csv", TYPED / "offices.csv", TYPED / "organisations.csv"),
    )
    return draft, record


def add_organisation(draft: Draft, name: str) -> str:
    """Declare an organisation with its other names, and give its id."""
    key = draft.entity("org", name)
    row = _ORGANISATIONS.get(name)
    if row:
        draft.alias(key, "short", *listed(row["variants"]))
        draft.alias(key, "acronym", *listed(row["acronyms"]))
    return key


def _add_office(draft: Draft, row: dict[str, str]) -> str:
    name = _ACTING.sub("", row["office"])
    special = _OFFICES.get(name, {})
    owner = special.get("organisation") or row["country"]
    title = special.get("title") or name.casefold()
    is_org = owner in _ORGANISATIONS
    key = draft.entity("office", _office_name(name, owner))
    draft.fact(key, "office_title", draft.entity("title", title))
    draft.fact(key, "office_of", add_organisation(draft, owner) if is_org else country(owner))
    return key


def _office_name(name: str, owner: str) -> str:
    """ "President of Russia"; the owner in brackets where the title has an "of" of its own."""
    if owner in name:
        return name
    return f"{name} ({owner})" if " of " in name else f"{name} of {owner}"


def _add_person(draft: Draft, name: str) -> str:
    key = draft.entity("person", name)
    row = _PERSONS.get(name)
    surnames = listed(row["surnames"]) if row else [name.rsplit(maxsplit=1)[-1]]
    draft.alias(key, "surname", *surnames)
    if row:
        draft.alias(key, "variant", *listed(row["variants"]))
    return key


def _as_of(row: dict[str, str]) -> str:
    """The date behind which an open row says nothing: the first word of ``open_as_of``."""
    if row["end"]:
        return ""
    words = row["open_as_of"].split()
    return words[0] if words else "2026-01"


def _status(row: dict[str, str]) -> str:
    doubtful = row["confidence"].startswith("low") or "UNCONFIRMED" in row["open_as_of"]
    return "unconfirmed" if doubtful else ""


def person_id(name: str) -> str:
    """The id of a person."""
    return entity_id("person", name)
