"""Where the best known people were born and died, and when lately some did: of these the bare name means the one person."""

from collections import Counter
from pathlib import Path

from making.countries import country
from making.persons import persons_of
from making.places import POSITIONS, add_place, add_positions
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows

BIRTHPLACES, DEATHPLACES, DEATHS = (
    TYPED / f"{table}.csv" for table in ("birthplaces", "deathplaces", "deaths")
)


def make_known_persons(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord]:
    """The pack ``known_persons``. Of a place too small, or too much like another word, to be read only the country is said."""
    draft, people = Draft(), persons_of(raw)
    for path, predicate in ((BIRTHPLACES, "born_in"), (DEATHPLACES, "died_in")):
        for row in read_rows(path):
            person = people.add(draft, row["person"])
            if person is None:
                dropped["person of several bearers of the name"] += 1
                continue
            draft.fact(person, "renown", "yes")
            draft.fact(person, predicate, _place(draft, row))
            for land in listed(row["once"]):  # what the place belonged to then, or is said to have
                draft.fact(person, predicate, country(land), status="unconfirmed")
    for row in read_rows(DEATHS):
        person = people.add(draft, row["person"], born=row["born"])
        if person is None:
            dropped["person of several bearers of the name"] += 1
            continue
        draft.fact(person, "renown", "yes")
        draft.fact(person, "died", "", (row["died"], row["died"], ""))
    add_positions(draft)
    record = SourceRecord(
        title="Birthplaces, places and days of death of the best known people",
        producer="the project's own list",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2026-01-01",
        made_by="data/make_culture.py",
        rank=1,
        raw=(BIRTHPLACES, DEATHPLACES, DEATHS, POSITIONS),
    )
    return draft, record


def _place(draft: Draft, row: dict[str, str]) -> str:
    if not row["place"]:
        return country(row["country"])
    if not row["place_id"]:
        return add_place(draft, row["place"], row["country"])
    draft.entities.add((row["place_id"], "place", row["place"]))
    draft.fact(row["place_id"], "in_country", country(row["country"]))
    return row["place_id"]
