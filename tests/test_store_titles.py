"""Counts of titles, computed from the winners of series: in all, and in a row."""

import csv
from pathlib import Path

import duckdb
import pytest

from claims.store import fill_tables
from claims.store.open import Store
from claims.store.packs import packs_home

SCRIPTS = Path(fill_tables.__file__).parent
EDITIONS = [
    # edition, year, start, end, status, winners
    ("cup-1", "2000", "2000-05-01", "2000-06-01", "", ("org/reds",)),
    ("cup-2", "2001", "2001-05-01", "2001-06-01", "", ("org/reds",)),
    ("cup-3", "2002", "2002-05-01", "2002-06-01", "", ()),
    ("cup-4", "2003", "2003-05-01", "2003-06-01", "", ("org/blues", "org/greens")),
    ("cup-5", "2004", "2004-05-01", "2004-06-01", "cancelled", ()),
    ("cup-6", "2005", "2005-05-01", "2005-06-01", "", ("org/greens",)),
    ("cup-7", "2006", "2006-05-01", "2006-06-01", "", ("org/new-reds",)),
    ("cup-8", "2007", "2007-05-01", "2007-06-01", "scheduled", ()),
]


def _count(
    newcomers: int | None = None, unconfirmed: str = "", newest: str = "2006-12-31"
) -> dict[tuple[str, str], list[tuple[str, str, str, str]]]:
    """By winner and predicate the counts as (number, from, to, as of)."""
    with duckdb.connect(":memory:") as db:
        db.execute((SCRIPTS / "schema.sql").read_text(encoding="utf-8"))
        db.execute(
            "INSERT INTO sources VALUES ('cups', 't', 'p', '', 'CC0-1.0', DATE '2026-01-01', ?, 1)", [newest]
        )
        db.execute("INSERT INTO title_series VALUES ('series/cup', ?, true)", [newcomers])
        db.execute("INSERT INTO title_heirs VALUES ('org/reds', 'org/new-reds')")
        for entity in ("series/cup", "org/reds", "org/blues", "org/greens", "org/new-reds"):
            db.execute("INSERT INTO entities VALUES (?, ?, ?)", [entity, entity.split("/")[0], entity])
        for name, year, start, end, status, winners in EDITIONS:
            edition = f"edition/{name}"
            rows = [("edition_of", "series/cup", "", "", ""), ("edition_year", year, "", "", "")]
            rows.append(("took_place", "", start, end, status))
            rows += [("won_by", w, "", "", "unconfirmed" if name == unconfirmed else "") for w in winners]
            for predicate, value, first, last, state in rows:
                db.execute(
                    "INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, '', ?, '', 'cups')",
                    [f"{edition}:{predicate}:{value}", edition, predicate, value, first, last, state],
                )
        db.execute((SCRIPTS / "derived_titles.sql").read_text(encoding="utf-8"))
        rows = db.execute(
            """SELECT o.value, f.predicate, f.value, f.valid_from, f.valid_to, f.as_of FROM facts f
               JOIN facts o ON o.subject = f.subject AND o.predicate = 'record_of'
               WHERE f.predicate IN ('titles', 'titles_in_a_row') ORDER BY f.valid_from, f.value"""
        ).fetchall()
    counts: dict[tuple[str, str], list[tuple[str, str, str, str]]] = {}
    for winner, predicate, *count in rows:
        counts.setdefault((winner, predicate), []).append(tuple(count))
    return counts


def test_a_count_holds_from_one_title_to_the_next() -> None:
    counts = _count()
    assert counts["org/blues", "titles"] == [("1", "2003-06-01", "", "2006-12-31")]
    assert counts["org/greens", "titles"] == [
        ("1", "2003-06-01", "2005-06-01", ""),
        ("2", "2005-06-01", "", "2006-12-31"),
    ]


def test_an_heir_counts_the_titles_of_whom_it_goes_on_from() -> None:
    counts = _count()
    assert [number for number, *_ in counts["org/new-reds", "titles"]] == ["1", "2", "3"]
    assert counts["org/reds", "titles"] == counts["org/new-reds", "titles"]


@pytest.mark.parametrize(
    ("winner", "runs"),
    [
        # An edition that nobody won ends a run, one that was cancelled does not; a shared title counts for both.
        ("org/new-reds", [("1", "2001-06-01"), ("2", "2002-06-01"), ("1", "")]),
        ("org/greens", [("1", "2005-06-01"), ("2", "2006-06-01")]),
        ("org/blues", [("1", "2005-06-01")]),
    ],
)
def test_titles_in_a_row(winner: str, runs: list[tuple[str, str]]) -> None:
    found = _count()[winner, "titles_in_a_row"]
    assert [(number, valid_to) for number, _from, valid_to, _as_of in found] == runs


@pytest.mark.parametrize(
    ("newest", "unconfirmed", "as_of"),
    [
        ("2006-12-31", "", "2006-12-31"),
        ("2008-12-31", "", "2007-04-30"),  # the next edition is not decided
        ("2006-12-31", "cup-7", "2006-04-30"),  # nor is the last for certain
    ],
)
def test_until_when_a_count_is_known(newest: str, unconfirmed: str, as_of: str) -> None:
    counts = _count(newest=newest, unconfirmed=unconfirmed)
    assert {row[3] for rows in counts.values() for row in rows if row[3]} == {as_of}


def test_winners_from_before_the_list_are_not_counted() -> None:
    counts = _count(newcomers=2002)
    assert {winner for winner, _ in counts} == {"org/blues", "org/greens"}


def test_every_series_and_winner_named_is_known(store: Store) -> None:
    for table in ("title_series", "title_heirs"):
        with (packs_home() / "vocabulary" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            names = [name for row in csv.DictReader(file) for name in row.values() if "/" in (name or "")]
        assert [name for name in names if not store.has(name)] == []


SPOT = [
    ("country/germany", "series/fifa-world-cup", "titles", "4"),
    ("org/real-madrid", "series/uefa-champions-league", "titles_in_a_row", "5"),
    ("person/michael-schumacher", "series/formula-one-world-championship", "titles", "7"),
    ("person/eddy-merckx", "series/tour-de-france", "titles_in_a_row", "4"),
    ("country/ireland", "series/eurovision-song-contest", "titles_in_a_row", "3"),
]


@pytest.mark.parametrize(("winner", "series", "predicate", "most"), SPOT)
def test_known_counts(store: Store, winner: str, series: str, predicate: str, most: str) -> None:
    records = [f.subject for f in store.facts_with_value("record_of", winner)]
    (record,) = [r for r in records if store.facts(r, "record_in")[0].value == series]
    assert max(int(f.value) for f in store.facts(record, predicate)) == int(most)
