"""Finals and champions of team sports and tennis: facts anybody can check, and what is claimed to be complete."""

import csv
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claims.store.packs import packs_home

PACK = packs_home() / "packs" / "sport_finals"
FACTS = pq.read_table(PACK / "facts.parquet").to_pylist()
BY_SUBJECT: dict[str, list[dict[str, str]]] = defaultdict(list)
for fact in FACTS:
    BY_SUBJECT[fact["subject"]].append(fact)
TODAY = "2026-11-26"


def read(name: str) -> list[dict[str, str]]:
    with (PACK / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def values(subject: str, predicate: str) -> set[str]:
    return {f["value"] for f in BY_SUBJECT[subject] if f["predicate"] == predicate}


def times(subject: str) -> set[tuple[str, str]]:
    return {(f["valid_from"], f["valid_to"]) for f in BY_SUBJECT[subject] if f["predicate"] == "took_place"}


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("edition/2018-fifa-world-cup", "won_by", "country/france"),
        ("edition/2018-fifa-world-cup", "runner_up", "country/croatia"),
        ("edition/2018-fifa-world-cup", "located_in_country", "country/russia"),
        ("edition/1966-fifa-world-cup", "won_by", "country/england"),
        ("edition/1966-fifa-world-cup", "located_in_country", "country/united-kingdom"),
        ("edition/2014-fifa-world-cup-final", "located_in", "place/rio-de-janeiro"),
        ("edition/2022-fifa-world-cup-final", "score", "3-3"),
        ("edition/2019-fifa-womens-world-cup", "won_by", "country/united-states"),
        ("edition/2020-uefa-european-championship", "won_by", "country/italy"),
        ("edition/2021-copa-america", "won_by", "country/argentina"),
        ("edition/2019-rugby-world-cup", "located_in_country", "country/japan"),
        ("edition/1995-rugby-world-cup", "won_by", "country/south-africa"),
        ("edition/2019-cricket-world-cup", "won_by", "country/england"),
        ("edition/1975-cricket-world-cup", "won_by", "org/west-indies-cricket-team"),
        ("edition/super-bowl-xlii", "won_by", "org/new-york-giants"),
        ("edition/super-bowl-50", "located_in", "place/santa-clara"),
        ("edition/super-bowl-liii", "edition_ordinal", "53"),
        ("edition/2016-nba-finals", "won_by", "org/cleveland-cavaliers"),
        ("edition/2016-world-series", "won_by", "org/chicago-cubs"),
        ("edition/1994-stanley-cup-finals", "won_by", "org/new-york-rangers"),
        ("edition/2019-uefa-champions-league-final", "located_in", "place/madrid"),
        ("edition/1985-european-cup-final", "won_by", "org/juventus"),
        ("edition/2015-16-english-premier-league", "won_by", "org/leicester-city"),
        ("edition/2013-wimbledon-mens-singles", "won_by", "person/andy-murray-1987"),
        ("edition/2008-wimbledon-championships", "won_by", "person/rafael-nadal"),
        ("edition/2008-wimbledon-championships", "won_by", "person/venus-williams"),
    ],
)
def test_spot_facts(subject: str, predicate: str, value: str) -> None:
    assert value in values(subject, predicate)


@pytest.mark.parametrize(
    ("edition", "first", "last"),
    [
        ("2014-fifa-world-cup", "2014-06-12", "2014-07-13"),
        ("2020-uefa-european-championship", "2021-06-11", "2021-07-11"),
        ("2021-africa-cup-of-nations", "2022-01-09", "2022-02-06"),
        ("2015-rugby-world-cup", "2015-09-18", "2015-10-31"),
        ("super-bowl-xlviii", "2014-02-02", "2014-02-02"),
        ("2019-nba-finals", "2019", "2019-06-13"),
        ("2012-wimbledon-championships", "2012", "2012"),
    ],
)
def test_spot_times(edition: str, first: str, last: str) -> None:
    assert times(f"edition/{edition}") == {(first, last)}


def test_counts_are_plausible() -> None:
    assert 9_000 < len(FACTS) < 13_000
    assert 400 < len(read("aliases")) < 1_000
    assert sum(row["kind"] == "person" for row in read("entities")) > 110


def test_no_fact_stands_twice() -> None:
    keys = [(f["subject"], f["predicate"], f["value"], f["valid_from"]) for f in FACTS]
    assert len(keys) == len(set(keys))


def test_nothing_ends_before_it_starts_or_lies_ahead_unless_scheduled() -> None:
    for fact in FACTS:
        assert fact["valid_to"] >= fact["valid_from"][: len(fact["valid_to"])], fact
        if fact["status"] != "scheduled":
            assert fact["valid_from"] <= TODAY
            assert fact["valid_to"] <= TODAY


def test_every_edition_has_one_series_one_year_and_a_place() -> None:
    for row in read("entities"):
        if row["kind"] == "edition":
            assert len(values(row["id"], "edition_of")) == 1, row
            assert len(values(row["id"], "edition_year")) == 1, row
            assert values(row["id"], "located_in_country"), row


# The years in which a complete series has an edition, by its rhythm; every other year it has none.
RHYTHM = {
    "series/fifa-world-cup": {*range(1930, 1939, 4), *range(1950, 2027, 4)},
    "series/fifa-womens-world-cup": set(range(1991, 2027, 4)),
    "series/rugby-world-cup": set(range(1987, 2027, 4)),
    "series/cricket-world-cup": {1975, 1979, 1983, 1987, 1992, 1996, *range(1999, 2027, 4)},
    "series/uefa-european-championship": set(range(1960, 2025, 4)),
    "series/super-bowl": set(range(1967, 2027)),
    "series/nba-finals": set(range(1980, 2027)),
    "series/world-series": set(range(1980, 2026)),
    "series/stanley-cup-finals": set(range(1980, 2027)),
    "series/wimbledon-championships": set(range(1968, 2027)),
    "series/us-open-tennis": set(range(1968, 2027)),
    "series/french-open-tennis": set(range(1968, 2027)),
    "series/australian-open-tennis": set(range(1968, 2027)) - {1986},
    "series/africa-cup-of-nations": {
        *(1957, 1959, 1962, 1963, 1965), *range(1968, 2013, 2), *range(2013, 2026, 2)
    },
    "series/copa-america": {
        *range(1975, 1988, 4), *range(1989, 2002, 2), 2004, 2007, 2011, 2015, 2016, 2019, 2020, 2021, 2024
    },
}  # fmt: skip


@pytest.mark.parametrize(
    "row", [row for row in read("series") if row["complete_from"]], ids=lambda r: r["series"]
)
def test_a_complete_series_has_all_its_editions(row: dict[str, str]) -> None:
    years = {
        int(year)
        for f in FACTS
        if f["predicate"] == "edition_of" and f["value"] == row["series"]
        for year in values(f["subject"], "edition_year")
    }
    first, last = int(row["complete_from"]), int(row["complete_to"])
    inside = {year for year in years if first <= year <= last}
    assert min(inside) == first
    assert inside == RHYTHM.get(row["series"], inside)


def test_bare_world_cup_may_be_any_and_needs_the_word_of_a_sport() -> None:
    bearers = {row["entity"] for row in read("aliases") if row["alias"] == "World Cup"}
    context = {row["series"]: row["context"] for row in read("series")}
    assert len(bearers) >= 10
    assert all(context[series] for series in bearers)
    assert {row["kind"] for row in read("aliases") if row["alias"] == "World Cup"} == {"generic"}


def test_names_that_golf_or_cities_have_are_weak_or_missing() -> None:
    kinds = defaultdict(set)
    for row in read("aliases"):
        kinds[row["alias"]].add(row["kind"])
    assert kinds["US Open"] == kinds["Wimbledon"] == kinds["Champions League"] == {"weak"}
    names = {row["name"] for row in read("entities") if row["kind"] == "org"} | kinds.keys()
    assert not names & {
        "Liverpool",
        "Milan",
        "Barcelona",
        "Monaco",
        "Porto",
        "Heat",
        "Thunder",
        "Kings",
        "Giants",
    }
    assert not any(re.fullmatch(r"\d+", name) for name in names)


def test_the_maker_says_when_raw_files_are_missing(tmp_path: Path) -> None:
    script = packs_home() / "make_sport.py"
    command = [sys.executable, str(script), str(tmp_path / "none")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 2
    assert "missing" in result.stderr
