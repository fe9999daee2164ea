"""Well-known companies and bodies: who founded them and when, where they have their seat, who heads them."""

from pathlib import Path

from making.countries import country
from making.persons import Persons, persons_of
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows, slug

FIRMS, FURTHER = TYPED / "firms.csv", TYPED / "firm_facts.csv"
AS_OF = "2026-01"
"""What is open in the list was so then."""
SEATS_FROM = "2012"
"""Where firms had their seat before is not in the list."""
TITLE = "chief executive"


def make_firms(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``firms``."""
    draft, people = Draft(), persons_of(raw)
    draft.entities.add((entity_id("title", TITLE), "title", TITLE))
    for row in read_rows(FIRMS):
        key = draft.entity("org", row["name"])
        draft.alias(key, "short", *listed(row["short"]))
        if row["founded"]:
            draft.fact(key, "founded", "", (row["founded"], row["founded"], ""))
        for founder in listed(row["founders"]):
            draft.fact(key, "founded_by", _person(draft, people, founder))
        if row["seat_id"]:
            draft.entities.add((row["seat_id"], "place", row["seat"]))
            draft.fact(row["seat_id"], "in_country", country(row["country"]))
            draft.fact(key, "headquartered_in", row["seat_id"], (SEATS_FROM, "", AS_OF))
        _add_chiefs(draft, people, key, row)
    for row in read_rows(FURTHER):
        _add_further(draft, people, row)
    record = SourceRecord(
        title="Well-known companies: founders, founding year, seat, chief executives",
        producer="the project's own list",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2026-01-01",
        made_by="data/make_culture.py",
        rank=1,
        raw=(FIRMS, FURTHER),
    )
    return draft, record


def _add_chiefs(draft: Draft, people: Persons, key: str, row: dict[str, str]) -> None:
    chiefs = listed(row["chiefs"])
    if not chiefs:
        return
    name = f"Chief Executive of {row['name']}"
    office = draft.entity("office", name)
    draft.fact(office, "office_title", entity_id("title", TITLE))
    draft.fact(office, "office_of", key)
    for chief in chiefs:
        person, start, end = chief.split(":")
        draft.fact(office, "held_by", _person(draft, people, person), (start, end, "" if end else AS_OF))


def _add_further(draft: Draft, people: Persons, row: dict[str, str]) -> None:
    """Add what the list of firms has no column for: a second or a former seat, another year that is told."""
    value, key = "", entity_id("org", row["firm"])
    if row["country"]:
        value = row["value_id"] or entity_id("place", row["value"])
        draft.entities.add((value, "place", row["value"]))
        draft.fact(value, "in_country", country(row["country"]))
    elif row["value"]:
        value = _person(draft, people, row["value"])
    draft.fact(key, row["predicate"], value, (row["from"], row["to"], row["as_of"]), row["status"])


def _person(draft: Draft, people: Persons, name: str) -> str:
    """The person, one of his or her own where the name has several bearers."""
    who = people.add(draft, name) or f"person/{slug(name)}-business"
    if who.endswith("-business"):
        draft.entities.add((who, "person", name))
    return who
