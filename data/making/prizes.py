"""Booker Prize, Pulitzer Prize for Fiction, Ballon d'Or and Time's Person of the Year."""

from collections import Counter
from pathlib import Path

from making.award_editions import AwardSeries, add_edition, add_person, add_winners
from making.films import films_of
from making.persons import Persons, persons_of
from making.tables import Draft, SourceRecord, read_rows, slug

SERIES = {
    "Booker Prize": AwardSeries(
        "Booker Prize",
        "booker-prize",
        (1969, 2025),
        short=(
            "Man Booker Prize",
            "Man Booker",
            "Booker Prize for Fiction",
            "Booker prize",
            "Booker McConnell Prize",
        ),
        blocked_before=("international", "russian", "lost", "best", "children", "arabic"),
        blocked_after=("international", "foundation"),
    ),
    "Pulitzer Prize for Fiction": AwardSeries(
        "Pulitzer Prize for Fiction",
        "pulitzer-prize",
        (1990, 2026),
        short=(
            "Pulitzer Prize for fiction",
            "Pulitzer Prize in Fiction",
            "Pulitzer Prize in fiction",
            "Pulitzer for fiction",
            "Pulitzer for Fiction",
            "fiction Pulitzer",
        ),
    ),
    "Ballon d'Or (men)": AwardSeries(
        "Ballon d'Or",
        "ballon-dor",
        (1956, 2025),
        short=("FIFA Ballon d'Or", "Men's Ballon d'Or", "men's Ballon d'Or"),
        blocked_before=("women", "womens", "african", "asian", "super", "junior", "youth", "female", "beach"),
        blocked_after=("feminin", "feminine", "dream", "shortlist", "africain", "women"),
    ),
    "Ballon d'Or (women)": AwardSeries(
        "Women's Ballon d'Or",
        "ballon-dor",
        (2018, 2025),
        short=("women's Ballon d'Or", "Ballon d'Or Féminin", "Ballon d'Or Feminin", "Women's Ballon d’Or"),
        blocked_before=("junior", "youth"),
    ),
    "Time Person of the Year": AwardSeries(
        "Time Person of the Year",
        "time-person-of-the-year",
        (1927, 2025),
        short=(
            "Time's person of the year",
            "Time magazine's Person of the Year",
            "Time magazine Person of the Year",
            "Time magazine's person of the year",
        ),
        former=("Time Man of the Year", "Time magazine's Man of the Year", "Time Woman of the Year"),
        blocked_before=("sporting",),
        blocked_after=("shortlist",),
    ),
}
NOT_AWARDED = {
    "Ballon d'Or (men)": (2020,),
    "Ballon d'Or (women)": (2020,),
    "Pulitzer Prize for Fiction": (2012,),
}
NOVELS = ("Booker Prize", "Pulitzer Prize for Fiction")
NO_PERSONS = frozenset(
    (
        "The American Fighting-Man",
        "The Hungarian Freedom Fighter",
        "U.S. Scientists",
        "The Inheritor (Twenty-Five and Under)",
        "The Middle Americans",
        "American Women",
        "The Computer",
        "The Endangered Earth",
        "The American Soldier",
        "You",
        "The Protester",
        "Ebola fighters",
        "The Silence Breakers",
        "The Guardians",
        "the spirit of Ukraine",
        "The Architects of AI",
    )
)
SAME = {
    "Ronaldo (Brazil)": "Ronaldo (Brazilian footballer)",
    "Luis Suárez (Spain)": "Luis Suárez Miramontes",
    "Eusébio": "Eusébio (footballer)",
    "Kaká": "Kaká (footballer)",
    "Rodri": "Rodri (footballer)",
    "Bono": "Bono (singer)",
    "King Faisal": "Faisal of Saudi Arabia",
    "Cynthia Cooper": "Cynthia Cooper (accountant)",
}
"""Raw name to the name used, where the raw name alone is said of others too."""


def make_prizes(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord, list[AwardSeries]]:
    """The pack ``prizes``."""
    path = raw / "curated" / "sports_awards.csv"
    draft, people = Draft(), persons_of(raw)
    for series in SERIES.values():
        series.declare(draft)
    for name, years in NOT_AWARDED.items():
        for year in years:
            key = add_edition(draft, SERIES[name], year)
            draft.fact(key, "took_place", "", (str(year), str(year), ""), "cancelled", "not awarded")
    for row in read_rows(path):
        if row["competition"] in SERIES:
            _add(draft, raw, people, row, dropped)
    record = SourceRecord(
        title="Booker Prize, Pulitzer Prize for Fiction, Ballon d'Or, Time Person of the Year",
        producer="compiled for this project (own knowledge, sample-checked)",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2026-05-04",
        made_by="data/make_culture.py",
        rank=1,
        raw=(path,),
    )
    return draft, record, list(SERIES.values())


def _add(draft: Draft, raw: Path, people: Persons, row: dict[str, str], dropped: Counter[str]) -> None:
    name, year = row["competition"], row["edition"]
    key = add_edition(draft, SERIES[name], year)
    if row["date"] and not (name.startswith("Ballon") and len(row["date"]) == 4):
        draft.fact(key, "took_place", "", (row["date"], row["date"], ""))
    winners: list[str | None] = []
    for winner in row["winner"].split("; "):
        if winner in NO_PERSONS:
            dropped["winner that is no person but a crowd or a thing"] += 1
            continue
        winners.append(add_person(draft, people, [SAME.get(winner, winner)]))
    if name in NOVELS:
        titles = row["host_or_note"].split("; 2012")[0].split("; ")
        winners += [_add_novel(draft, raw, title, int(year)) for title in titles]
    add_winners(draft, key, winners, dropped=dropped)


def _add_novel(draft: Draft, raw: Path, title: str, year: int) -> str:
    """A novel by the year of its prize; a film of the same title and year keeps the plain id."""
    key = f"work/{slug(title)}-{year}" + ("-novel" if (slug(title), year) in films_of(raw) else "")
    draft.entities.add((key, "work", f"{title} (novel, {year})"))
    if title.count(" ") > 1:
        draft.alias(key, "weak", title)
    return key
