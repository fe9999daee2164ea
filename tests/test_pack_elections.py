"""Elections: days that anybody can check, and every year of a complete series accounted for."""

import csv
from collections import defaultdict
from datetime import date
from itertools import pairwise

import pytest

from claims.store.packs import packs_home
from politics_rows import bad_times, duplicate_keys, facts, read_table

PACK = "elections"
TUESDAY = 1
LONGEST = 6
"""Years from one national election to the next, at most."""


@pytest.mark.parametrize(
    ("edition", "day"),
    [
        ("2016-united-states-presidential-election", "2016-11-08"),
        ("2020-united-states-presidential-election", "2020-11-03"),
        ("1860-united-states-presidential-election", "1860-11-06"),
        ("2018-united-states-midterm-elections", "2018-11-06"),
        ("2017-united-kingdom-general-election", "2017-06-08"),
        ("1974-february-united-kingdom-general-election", "1974-02-28"),
        ("2017-german-federal-election", "2017-09-24"),
        ("2015-canadian-federal-election", "2015-10-19"),
        ("2019-april-israeli-legislative-election", "2019-04-09"),
        ("2015-september-greek-legislative-election", "2015-09-20"),
        ("2016-irish-general-election", "2016-02-26"),
        ("2019-australian-federal-election", "2019-05-18"),
    ],
)
def test_well_known_days(edition: str, day: str) -> None:
    (row,) = facts(PACK, f"edition/{edition}", "took_place")
    assert (row["valid_from"], row["valid_to"], row["status"]) == (day, day, "")


@pytest.mark.parametrize(
    ("year", "winner"),
    [
        (1860, "abraham-lincoln"), (1932, "franklin-d-roosevelt"), (1960, "john-f-kennedy"), (1980, "ronald-reagan"),
        (2000, "george-w-bush"), (2008, "barack-obama"), (2016, "donald-trump"), (2020, "joe-biden"), (2024, "donald-trump"),
    ],
)  # fmt: skip
def test_winners_of_presidential_elections(year: int, winner: str) -> None:
    (row,) = facts(PACK, f"edition/{year}-united-states-presidential-election", "won_by")
    assert row["value"].startswith(f"person/{winner}")


def test_presidential_elections_are_numbered() -> None:
    (row,) = facts(PACK, "edition/2020-united-states-presidential-election", "edition_ordinal")
    assert row["value"] == "59"
    (planned,) = facts(PACK, "edition/2028-united-states-presidential-election", "took_place")
    assert (planned["valid_from"], planned["status"]) == ("2028-11-07", "scheduled")


def test_american_elections_are_on_tuesdays() -> None:
    for row in read_table(PACK, "facts"):
        if (
            row["predicate"] == "took_place"
            and "united-states" in row["subject"]
            and len(row["valid_from"]) == 10
        ):
            assert date.fromisoformat(row["valid_from"]).weekday() == TUESDAY


def test_there_are_as_many_as_there_should_be() -> None:
    assert 2_500 < len(read_table(PACK, "entities")) < 3_500
    assert 9_000 < len(read_table(PACK, "facts")) < 13_000


def test_keys_are_unique_and_times_plausible() -> None:
    assert duplicate_keys(PACK) == []
    assert bad_times(PACK, "2026-08-31") == []


def test_every_edition_has_a_series_a_year_and_a_country() -> None:
    for row in read_table(PACK, "entities"):
        if row["kind"] == "edition":
            for predicate in ("edition_of", "edition_year", "located_in_country", "took_place"):
                assert len(facts(PACK, row["id"], predicate)) == 1, (row, predicate)


def test_no_complete_series_has_a_hole() -> None:
    years: dict[str, set[int]] = defaultdict(set)
    for row in read_table(PACK, "facts"):
        if row["predicate"] == "edition_of":
            (year,) = facts(PACK, row["subject"], "edition_year")
            years[row["value"]].add(int(year["value"]))
    with (packs_home() / "packs" / PACK / "series.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["series"] for row in rows] == sorted(row["series"] for row in rows)
    complete = [row for row in rows if row["complete_from"]]
    assert len(complete) >= 40
    for row in complete:
        first, last = int(row["complete_from"]), int(row["complete_to"])
        held = sorted(year for year in years[row["series"]] if first - LONGEST <= year <= last + LONGEST)
        assert held, row
        steps = [after - before for before, after in pairwise(held)]
        assert max(steps) <= LONGEST + 1, row
        assert held[0] <= first + LONGEST, row
        assert held[-1] >= last - LONGEST, row


def test_bare_words_can_only_support() -> None:
    kinds = {(row["alias"], row["kind"]) for row in read_table(PACK, "aliases")}
    for word in ("presidential election", "midterm elections", "midterms"):
        assert {kind for alias, kind in kinds if alias == word} == {"weak"}
