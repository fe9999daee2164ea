"""Booker and Pulitzer prizes, Turing Award, Fields Medal, Palme d'Or, Ballon d'Or and others of one winner a year."""

from collections import Counter
from pathlib import Path

from making.award_editions import AwardSeries, add_edition, add_person, add_winners
from making.films import add_film, films_of
from making.persons import Persons, persons_of
from making.tables import TYPED, Draft, SourceRecord, read_rows, slug

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
TYPED_WINNERS = TYPED / "prize_winners.csv"
TYPED_SERIES = {
    "Turing Award": AwardSeries(
        "Turing Award",
        "turing-award",
        (1966, 2024),
        short=("A.M. Turing Award", "ACM Turing Award", "Turing Prize", "Turing award", "A. M. Turing Award"),
    ),
    "Fields Medal": AwardSeries("Fields Medal", "fields-medal", short=("Fields medal", "Fields Medals")),
    "Pritzker Architecture Prize": AwardSeries(
        "Pritzker Architecture Prize",
        "pritzker-prize",
        (1979, 2025),
        short=("Pritzker Prize", "Pritzker prize", "Pritzker Prize for architecture", "Pritzker"),
        blocked_after=("family", "group", "foundation", "pavilion"),
    ),
    "Abel Prize": AwardSeries("Abel Prize", "abel-prize", (2003, 2025), short=("Abel prize",)),
    "Palme d'Or": AwardSeries(
        "Palme d'Or",
        "palme-dor",
        (1990, 2025),
        short=("Palme d’Or", "Cannes Palme d'Or", "Palme d'or", "Golden Palm"),
        blocked_before=("short", "queer", "honorary"),
    ),
    "Golden Lion": AwardSeries(
        "Golden Lion",
        "golden-lion",
        (2005, 2025),
        short=("Venice Golden Lion",),
        blocked_before=("career", "honorary"),
    ),
    "International Booker Prize": AwardSeries(
        "International Booker Prize",
        "international-booker-prize",
        (2016, 2025),
        short=(
            "Man Booker International Prize",
            "International Booker",
            "Man Booker International prize",
            "International Booker prize",
        ),
    ),
}
OF_FILMS = ("Palme d'Or", "Golden Lion")
NOT_AWARDED = {
    "Ballon d'Or (men)": (2020,),
    "Ballon d'Or (women)": (2020,),
    "Pulitzer Prize for Fiction": (2012,),
    "Palme d'Or": (2020,),
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
            key = add_edition(draft, {**SERIES, **TYPED_SERIES}[name], year)
            draft.fact(key, "took_place", "", (str(year), str(year), ""), "cancelled", "not awarded")
    for row in read_rows(path):
        if row["competition"] in SERIES:
            _add(draft, raw, people, row, dropped)
    for series in TYPED_SERIES.values():
        series.declare(draft)
    _add_typed(draft, raw, people, dropped)
    record = SourceRecord(
        title="Booker, Pulitzer for fiction, Turing, Fields, Pritzker, Abel, Palme d'Or, Ballon d'Or, Time Person of the Year",
        producer="compiled for this project (own knowledge, sample-checked)",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2026-05-04",
        made_by="data/make_culture.py",
        rank=1,
        raw=(path, TYPED_WINNERS),
    )
    return draft, record, [*SERIES.values(), *TYPED_SERIES.values()]


def _add_typed(draft: Draft, raw: Path, people: Persons, dropped: Counter[str]) -> None:
    """The awards of the project's own table: winners, and the film or novel that each won for."""
    grouped: dict[tuple[str, str], list[dict[str, str]]] = {}
    for row in read_rows(TYPED_WINNERS):
        grouped.setdefault((row["competition"], row["edition"]), []).append(row)
    for (name, year), rows in sorted(grouped.items()):
        key = add_edition(draft, TYPED_SERIES[name], year)
        winners = [add_person(draft, people, [row["winner"]]) for row in rows]
        works = [
            _add_work(draft, raw, name, title, int(year))
            for title in sorted({r["work"] for r in rows} - {""})
        ]
        for work in works:
            draft.fact(key, "won_for", work)
        add_winners(draft, key, [*winners, *works], dropped=dropped)


def _add_work(draft: Draft, raw: Path, name: str, title: str, year: int) -> str:
    """A film or novel, read by its title in quotation marks."""
    key = (
        add_film(draft, raw, title, (year, year - 1))
        if name in OF_FILMS
        else _add_novel(draft, raw, title, year)
    )
    draft.alias(key, "title", title)
    return key


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
        novels = [_add_novel(draft, raw, title, int(year)) for title in titles]
        winners += novels
        for novel in novels:
            draft.fact(key, "won_for", novel)
    add_winners(draft, key, winners, dropped=dropped)


def _add_novel(draft: Draft, raw: Path, title: str, year: int) -> str:
    """A novel by the year of its prize; a film of the same title and year keeps the plain id."""
    key = f"work/{slug(title)}-{year}" + ("-novel" if (slug(title), year) in films_of(raw) else "")
    draft.entities.add((key, "work", f"{title} (novel, {year})"))
    if title.count(" ") > 1:
        draft.alias(key, "weak", title)
    return key
