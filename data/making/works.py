"""Well-known films, books, plays, operas, albums and paintings: when they came out, and who made them."""

from pathlib import Path

from making.films import add_film, declare_film, films_of
from making.persons import Persons, persons_of
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows, slug

WORKS, BANDS = TYPED / "works.csv", TYPED / "bands.csv"
APPEARED = {"book": "published", "painting": "made"}
"""What is said of the year of a kind of work; of any other that it was released."""
MADE_BY = {"film": "directed_by", "book": "written_by", "play": "written_by"}
"""What is said of the maker of a kind of work; of any other that it is by him or her."""


def make_works(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``works``. A film has the id that the pack ``films`` gives it."""
    draft, people = Draft(), persons_of(raw)
    bands = {row["name"]: row for row in read_rows(BANDS)}
    for row in read_rows(WORKS):
        key = _declare(draft, raw, row)
        for title in (row["title"], *listed(row["also"])):
            draft.alias(key, "short" if row["bare"] else "title", title)
        _add_versions(draft, raw, row, key)
        status = "unconfirmed" if row["weak"] else ""
        if row["year"]:
            first, _dash, last = row["year"].partition("-")  # a translation, a version, years of work
            draft.fact(key, APPEARED.get(row["kind"], "released"), "", (first, last or first, ""), status)
        for maker in listed(row["makers"]):
            who = _band(draft, bands[maker]) if maker in bands else _person(draft, people, maker)
            draft.fact(key, MADE_BY.get(row["kind"], "made_by"), who, status=status)
    record = SourceRecord(
        title="Well-known films, books, plays, music and paintings with year and maker",
        producer="the project's own list",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2025-12-31",
        made_by="data/make_culture.py",
        rank=1,
        raw=(WORKS, BANDS),
    )
    return draft, record


def _declare(draft: Draft, raw: Path, row: dict[str, str]) -> str:
    if row["kind"] == "film":
        return add_film(draft, raw, row["title"], (int(row["year"][:4]),))
    key = f"work/{slug(row['title'])}-{row['kind']}"
    draft.entities.add((key, "work", f"{row['title']} ({row['kind']})"))
    return key


def _add_versions(draft: Draft, raw: Path, row: dict[str, str], key: str) -> None:
    """Give the title to the films of the list that share it, so that a remake is not taken for the first one."""
    for title, year in films_of(raw):
        if title == slug(row["title"]) and f"work/{title}-{year}" != key:
            draft.alias(declare_film(draft, films_of(raw)[title, year], year), "title", row["title"])


def _band(draft: Draft, row: dict[str, str]) -> str:
    key = entity_id("org", row["name"])
    draft.entities.add((key, "org", row["name"]))
    draft.alias(key, row["kind"], row["name"].removeprefix("The "))
    return key


def _person(draft: Draft, people: Persons, name: str) -> str:
    """The maker, one of his or her own where the name has several bearers; an initial may stand with and without its stop."""
    who = people.add(draft, name) or f"person/{slug(name)}-maker"
    if who.endswith("-maker"):
        draft.entities.add((who, "person", name))
    if name[1:2] == ".":
        draft.alias(
            who,
            "variant",
            name.replace(". ", "."),
            name.replace(".", ""),
            name.replace(". ", "", 1).replace(".", ""),
        )
    return who
