"""Wars, attacks, treaties, disasters and other single events, from the curated and the typed ``events.csv``."""

import re
from pathlib import Path

from making.countries import ACCESSED, country
from making.places import POSITIONS, add_place, add_positions
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows

NO_COUNTRY = frozenset(("Mars", "Moon", "Venus", "Titan", "Pluto", "Antarctica", ""))
ONGOING = frozenset(("war",))
"""Event types whose rows without an end may still go on; any other lasts the days it names."""
ALSO = "also; "
"""Begins the note of a further time that is told of an event of the table: a text may say it, none is held against it."""

_ACT = re.compile(
    r"^(?P<act>Assassination|Murder|Killing|Death|Abduction|Resignation|Arrest|Poisoning|Stabbing|Coronation|Wedding|Funeral|Trial|Execution|Removal) of (?P<who>.+)$"
)
_KILLED = ("assassination", "murder", "killing")
"""What is called by one of these is by another called by the others."""
_DONE = re.compile(
    r"^(?P<what>.+) (?P<verb>founded|launched|announced|landing|collapse|decided|signed into law|begins|begin)$"
)
_YEAR = re.compile(r"\s*\((?:[^()]*)\)$")
_NATIONS = {
    adjective: row["name"]
    for row in read_rows(TYPED / "countries.csv")
    for adjective in [row["name"], *listed(row["demonyms"]), *listed(row["variants"]), *listed(row["former"])]
}
_NATION = re.compile(r"\b(" + "|".join(sorted(map(re.escape, _NATIONS), key=len, reverse=True)) + r")\b")


def make_events(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``events``."""
    path = raw / "curated" / "events.csv"
    draft = Draft()
    shared = {row["event"] for row in read_rows(TYPED / "shared_event_names.csv")}
    for row in [*read_rows(path), *read_rows(TYPED / "events.csv")]:
        _add_event(draft, row, row["event"] in shared)
    for row in read_rows(TYPED / "event_aliases.csv"):
        draft.alias(entity_id("event", row["event"]), row["kind"], *listed(row["aliases"]))
    add_positions(draft)
    record = SourceRecord(
        title="Wars, attacks, treaties, disasters and other events",
        producer="compiled for this project (own knowledge, the first 276 rows audited 2026-11-23)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2026-07-01",
        made_by="data/make_curated.py",
        rank=1,
        raw=(
            path,
            *(TYPED / f"{name}.csv" for name in ("events", "event_aliases", "shared_event_names")),
            POSITIONS,
        ),
    )
    return draft, record


def _add_event(draft: Draft, row: dict[str, str], shared: bool) -> None:
    """Add an event; one whose name others share is called by name and year, so that the name alone is weak."""
    name = f"{row['event']} ({row['start'][:4]})" if shared else row["event"]
    key = entity_id("event", row["event"])
    draft.entities.add((key, "event", name))
    if row["note"].startswith(ALSO):
        draft.fact(key, "also_dated", "", (row["start"], row["end"] or row["start"], ""))
        return
    status = "unconfirmed" if "unconfirmed" in row["note"] else ""
    ongoing = row["type"] in ONGOING and not row["end"]
    end = row["end"] or ("" if ongoing else row["start"])
    draft.fact(key, "took_place", "", (row["start"], end, "2026-01" if ongoing else ""), status)
    draft.fact(key, "event_type", row["type"])
    _add_aliases(draft, key, name, row)
    countries = [c.strip() for c in row["country"].split(";") if c.strip() not in NO_COUNTRY]
    for one in countries:
        draft.fact(key, "located_in_country", country(one), status=status)
    if row["place"] and len(countries) == 1 and " and " not in row["place"]:
        draft.fact(key, "located_in", add_place(draft, row["place"], countries[0]), status=status)
    for nation in {_NATIONS[m] for m in _NATION.findall(name)} | {
        c for c in countries if c in _NATIONS.values()
    }:
        draft.fact(key, "involves", country(nation))


def _add_aliases(draft: Draft, key: str, name: str, row: dict[str, str]) -> None:
    """Other names that lead the note, and those a rule can make of the name itself."""
    lead = row["note"].split(";")[0]
    if " / " in lead:
        draft.alias(key, "variant", *[part.strip() for part in lead.split(" / ")])
    plain = _YEAR.sub("", name)
    if plain != name:
        draft.alias(key, "weak", plain)
    sure = "short" if plain == name else "weak"
    act = _ACT.match(plain)
    if act:
        own = act["act"].casefold()
        for noun in {own, *(_KILLED if own in _KILLED else ())}:
            draft.alias(key, sure, f"{act['who']}'s {noun}", f"{noun} of {act['who']}")
    elif plain[:1].isupper() and " of " in plain and not act:
        draft.alias(key, sure, plain[:1].casefold() + plain[1:])
    if plain.startswith("Fall of "):
        draft.alias(key, sure, f"{plain.removeprefix('Fall of ')}'s fall")
