"""Men's football internationals: facts anybody can check."""

from collections import Counter

import pyarrow.parquet as pq
import pytest

from claims.store.packs import packs_home

PACK = packs_home() / "packs" / "football_internationals"
FACTS = pq.read_table(PACK / "facts.parquet")
MATCHES = {
    row["subject"]
    for row in FACTS.filter([p == "home_team" for p in FACTS["predicate"].to_pylist()]).to_pylist()
}
SPOTS = {
    "match/1872-11-30-scotland-england": {
        ("score", "0-0"), ("home_team", "country/scotland"), ("located_in_country", "country/scotland")
    },
    "match/2014-07-08-brazil-germany": {("score", "1-7"), ("away_team", "country/germany")},
    "match/1966-07-30-england-germany": {("score", "4-2"), ("away_team", "country/west-germany")},
    "match/1974-06-22-germany-german-dr": {("away_team", "country/east-germany"), ("score", "0-1")},
    "match/1950-06-29-england-united-states": {("score", "0-1"), ("located_in_country", "country/brazil")},
    "match/2001-04-11-australia-american-samoa": {("score", "31-0")},
    "match/2018-07-15-france-croatia": {("score", "4-2"), ("located_in", "place/moscow"), ("event_type", "FIFA World Cup")},
    "match/2022-12-18-argentina-france": {("score", "3-3"), ("located_in_country", "country/qatar")},
    "match/1960-07-10-russia-yugoslavia": {("home_team", "country/soviet-union"), ("score", "2-1")},
}  # fmt: skip
WANTED: dict[str, list[tuple[str, str]]] = {subject: [] for subject in SPOTS}
for subject, predicate, value in zip(
    *(FACTS[column].to_pylist() for column in ("subject", "predicate", "value")), strict=True
):
    if subject in WANTED:
        WANTED[subject].append((predicate, value))


@pytest.mark.parametrize("match", sorted(SPOTS))
def test_spot_facts(match: str) -> None:
    assert SPOTS[match] <= set(WANTED[match])


def test_counts_are_plausible() -> None:
    assert len(MATCHES) == 49_519
    by_predicate = Counter(FACTS["predicate"].to_pylist())
    for predicate in ("took_place", "home_team", "away_team", "score", "event_type"):
        assert by_predicate[predicate] == len(MATCHES)
    assert by_predicate["located_in_country"] > 0.98 * len(MATCHES)
    assert by_predicate["located_in"] > 0.8 * len(MATCHES)


def test_no_fact_stands_twice() -> None:
    columns = [FACTS[name].to_pylist() for name in ("subject", "predicate", "value", "valid_from")]
    keys = list(zip(*columns, strict=True))
    assert len(keys) == len(set(keys))


def test_days_are_days_of_the_past() -> None:
    for predicate, first, last in zip(
        *(FACTS[name].to_pylist() for name in ("predicate", "valid_from", "valid_to")), strict=True
    ):
        if predicate == "took_place":
            assert first == last
            assert "1872-11-30" <= first <= "2026-07-19"


def test_an_awarded_result_contradicts_nobody() -> None:
    subjects, predicates, statuses = (FACTS[c].to_pylist() for c in ("subject", "predicate", "status"))
    marked = {
        s
        for s, p, status in zip(subjects, predicates, statuses, strict=True)
        if p == "score" and status == "unconfirmed"
    }
    assert marked == {"match/2026-01-18-morocco-senegal"}
