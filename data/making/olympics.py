"""Olympic, Paralympic and Youth Games from ``olympic_editions.csv``."""

from pathlib import Path

from making.countries import ACCESSED, country
from making.places import add_place
from making.tables import Draft, SourceRecord, read_rows

# season in the raw file -> series name, further names, family
SERIES = {
    "Summer": ("Summer Olympics", "olympics"),
    "Winter": ("Winter Olympics", "olympics"),
    "Summer Paralympics": ("Summer Paralympics", "paralympics"),
    "Winter Paralympics": ("Winter Paralympics", "paralympics"),
    "Youth Summer": ("Summer Youth Olympics", "youth-olympics"),
    "Youth Winter": ("Winter Youth Olympics", "youth-olympics"),
}
NAMES = {
    "Summer": ("Summer Games", "Summer Olympic Games", "Olympic Summer Games", "Games of the Olympiad"),
    "Winter": ("Winter Games", "Winter Olympic Games", "Olympic Winter Games"),
    "Summer Paralympics": ("Summer Paralympic Games", "Paralympic Summer Games"),
    "Winter Paralympics": ("Winter Paralympic Games", "Paralympic Winter Games"),
    "Youth Summer": ("Summer Youth Olympic Games", "Youth Summer Olympics"),
    "Youth Winter": ("Winter Youth Olympic Games", "Youth Winter Olympics"),
}
GENERIC = {
    "Summer": ("Olympics", "Olympic Games", "Olympic games"),
    "Summer Paralympics": ("Paralympics", "Paralympic Games"),
    "Youth Summer": ("Youth Olympics", "Youth Olympic Games"),
}
SECOND_SITE = "1956 Equestrian"


def make_olympics(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``olympics``."""
    path = raw / "curated" / "olympic_editions.csv"
    draft = Draft()
    for season, (name, _family) in SERIES.items():
        key = draft.entity("series", name)
        draft.alias(key, "short", *NAMES[season])
        base = season.replace("Winter", "Summer")
        draft.alias(key, "generic", *GENERIC[base])
    for row in read_rows(path):
        if row["edition"] == SECOND_SITE:
            _add_second_site(draft, row)
        else:
            _add_edition(draft, row)
    _add_postponed(draft)
    return draft, _record(path)


def _add_edition(draft: Draft, row: dict[str, str]) -> None:
    key = draft.entity("edition", row["edition"])
    series, _family = SERIES[row["season"]]
    place = add_place(draft, row["host_city"], row["host_country"])
    status = _status(row)
    draft.fact(key, "edition_of", f"series/{series.casefold().replace(' ', '-')}")
    draft.fact(key, "edition_year", row["year"])
    draft.fact(key, "took_place", "", (row["opening"], row["closing"], ""), status, "")
    draft.fact(key, "located_in", place, status="" if status == "unconfirmed" else status)
    draft.fact(
        key,
        "located_in_country",
        country(row["host_country"]),
        status="" if status == "unconfirmed" else status,
    )
    draft.alias(key, "official", *_city_names(row))


def _add_postponed(draft: Draft) -> None:
    """The Dakar Youth Games were the 2022 ones until they were put back to 2026."""
    key = draft.entity("edition", "2022 Summer Youth Olympics")
    draft.fact(key, "edition_of", "series/summer-youth-olympics")
    draft.fact(key, "edition_year", "2022")
    draft.fact(key, "located_in", add_place(draft, "Dakar", "Senegal"), status="cancelled")
    draft.fact(key, "located_in_country", country("Senegal"), status="cancelled")
    draft.fact(key, "took_place", "", ("2022", "2022", ""), "cancelled", "postponed to 2026")


def _status(row: dict[str, str]) -> str:
    text = row["status"]
    words = ("cancelled", "scheduled", "unconfirmed")
    return next((word for word in words if word in text), "")


def _city_names(row: dict[str, str]) -> list[str]:
    """ "Beijing Winter Olympics", "Tokyo 2020": names a rule can make from city and year."""
    cities = {
        "Milan and Cortina d'Ampezzo": ["Milan Cortina", "Milano Cortina", "Milan"],
        "Rio de Janeiro": ["Rio", "Rio de Janeiro"],
    }
    base = SERIES[row["season"]][0]
    names = [base, *NAMES[row["season"]]]
    names += GENERIC.get(row["season"].replace("Winter", "Summer"), ())
    made = [f"{city} {name}" for city in cities.get(row["host_city"], [row["host_city"]]) for name in names]
    if row["season"] in ("Summer", "Winter"):
        made += [f"{city} Games" for city in cities.get(row["host_city"], [row["host_city"]])]
        made += [f"{city} {row['year']}" for city in cities.get(row["host_city"], [row["host_city"]])]
    return made


def _add_second_site(draft: Draft, row: dict[str, str]) -> None:
    """The riding events of 1956 were in Stockholm, for Australia's quarantine rules."""
    place = add_place(draft, row["host_city"], row["host_country"])
    games = draft.entity("edition", "1956 Summer Olympics")
    draft.fact(games, "located_in", place, note="equestrian events")
    draft.fact(games, "located_in_country", country(row["host_country"]), note="equestrian events")


def _record(path: Path) -> SourceRecord:
    return SourceRecord(
        title="Olympic, Paralympic and Youth Games, 1896-2034",
        producer="compiled for this project (own knowledge, audited 2026-11-23)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2026-03-15",
        made_by="data/make_curated.py",
        rank=1,
        raw=(path,),
    )
