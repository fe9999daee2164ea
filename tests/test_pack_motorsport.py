"""Formula One and the Tour de France: facts anybody can check."""

import csv
from collections import defaultdict

import pyarrow.parquet as pq
import pytest

from claims.store.packs import packs_home

HOME = packs_home() / "packs"
with (HOME / "cycling" / "facts.csv").open(encoding="utf-8", newline="") as file:
    TOUR = list(csv.DictReader(file))
RACES = pq.read_table(HOME / "motorsport" / "facts.parquet").to_pylist()
BY_SUBJECT: dict[str, list[dict[str, str]]] = defaultdict(list)
for fact in (*RACES, *TOUR):
    BY_SUBJECT[fact["subject"]].append(fact)
TODAY = "2026-11-26"


def values(subject: str, predicate: str) -> set[str]:
    return {f["value"] for f in BY_SUBJECT[subject] if f["predicate"] == predicate}


@pytest.mark.parametrize(
    ("subject", "predicate", "value"),
    [
        ("edition/2021-formula-one-world-championship", "won_by", "person/max-verstappen"),
        ("edition/2021-formula-one-world-championship", "runner_up", "person/lewis-hamilton"),
        ("edition/1976-formula-one-world-championship", "won_by", "person/james-hunt"),
        ("edition/2009-formula-one-world-constructors-championship", "won_by", "org/brawn-f1-team"),
        ("edition/1994-formula-one-san-marino-grand-prix", "won_by", "person/michael-schumacher"),
        ("edition/1994-formula-one-san-marino-grand-prix", "located_in", "place/imola"),
        ("edition/2008-formula-one-brazilian-grand-prix", "located_in", "place/sao-paulo"),
        ("edition/1951-formula-one-french-grand-prix", "won_by", "person/luigi-fagioli"),
        ("edition/1951-formula-one-french-grand-prix", "won_by", "person/juan-manuel-fangio"),
        ("edition/2020-formula-one-70th-anniversary-grand-prix", "won_by", "person/max-verstappen"),
        ("edition/2012-tour-de-france", "won_by", "person/bradley-wiggins"),
        ("edition/1969-tour-de-france", "won_by", "person/eddy-merckx"),
        ("edition/1989-tour-de-france", "won_by", "person/greg-lemond"),
        ("edition/2022-tour-de-france", "located_in_country", "country/denmark"),
    ],
)
def test_spot_facts(subject: str, predicate: str, value: str) -> None:
    assert value in values(subject, predicate)


def test_spot_days() -> None:
    def days(subject: str, predicate: str) -> set[str]:
        return {f["valid_from"] for f in BY_SUBJECT[subject] if f["predicate"] == predicate}

    assert days("edition/1994-formula-one-san-marino-grand-prix", "took_place") == {"1994-05-01"}
    assert days("edition/2021-formula-one-abu-dhabi-grand-prix", "took_place") == {"2021-12-12"}
    assert days("person/ayrton-senna", "died") == {"1994-05-01"}
    assert days("person/lewis-hamilton", "born") == {"1985-01-07"}


def test_counts_are_plausible() -> None:
    held = {f["subject"] for f in RACES if f["predicate"] == "won_by"}
    assert 1_140 < sum("grand-prix" in subject for subject in held) < 1_200
    assert 850 < len({f["subject"] for f in RACES if f["predicate"] == "born"}) < 950
    assert 100 < len({f["subject"] for f in TOUR if f["predicate"] == "won_by"}) < 110


@pytest.mark.parametrize("facts", [RACES, TOUR], ids=["motorsport", "cycling"])
def test_no_fact_stands_twice_and_times_run_forward(facts: list[dict[str, str]]) -> None:
    keys = [(f["subject"], f["predicate"], f["value"], f["valid_from"]) for f in facts]
    assert len(keys) == len(set(keys))
    for fact in facts:
        assert fact["valid_to"] >= fact["valid_from"][: len(fact["valid_to"])], fact
        assert fact["status"] == "scheduled" or fact["valid_to"] <= TODAY, fact


def test_what_is_called_complete_is() -> None:
    drivers = {
        int(s[8:12])
        for s in BY_SUBJECT
        if s.endswith("-formula-one-world-championship") and values(s, "won_by")
    }
    assert drivers == set(range(1950, 2026))
    teams = {
        int(s[8:12]) for s in BY_SUBJECT if s.endswith("constructors-championship") and values(s, "won_by")
    }
    assert teams == set(range(1958, 2026))
    tours = {int(next(iter(values(s, "edition_year")))) for s in BY_SUBJECT if s.endswith("-tour-de-france")}
    assert tours == set(range(1903, 2027)) - set(range(1915, 1919)) - set(range(1940, 1947))


def test_the_seven_titles_taken_away_have_no_winner_and_doubtful_ones_are_marked() -> None:
    assert not any(values(f"edition/{year}-tour-de-france", "won_by") for year in range(1999, 2006))
    for year in (2006, 2010):
        marks = {
            f["status"] for f in BY_SUBJECT[f"edition/{year}-tour-de-france"] if f["predicate"] == "won_by"
        }
        assert marks == {"unconfirmed"}


def test_a_bare_grand_prix_is_weak() -> None:
    with (HOME / "motorsport" / "aliases.csv").open(encoding="utf-8", newline="") as file:
        kinds = {(row["alias"], row["kind"]) for row in csv.DictReader(file)}
    assert ("British Grand Prix", "weak") in kinds
    assert ("F1 British Grand Prix", "short") in kinds
    assert not any(kind != "weak" for alias, kind in kinds if alias == "British Grand Prix")
