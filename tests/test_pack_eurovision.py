"""Eurovision Song Contests: facts that anybody can check."""

import pytest

from culture_rows import find_bad_times, find_duplicates, find_gaps, read_table, times, values

PACK = "eurovision"


@pytest.mark.parametrize(
    ("year", "place", "country", "winners"),
    [
        (1956, "lugano", "switzerland", {"country/switzerland", "person/lys-assia"}),
        (1974, "brighton", "united-kingdom", {"country/sweden", "org/abba"}),
        (1988, "dublin", "ireland", {"country/switzerland", "person/celine-dion"}),
        (1990, "zagreb", "yugoslavia", {"country/italy"}),
        (1982, "harrogate", "united-kingdom", {"country/west-germany"}),
        (2006, "athens", "greece", {"country/finland", "org/lordi"}),
        (2010, "oslo", "norway", {"country/germany"}),
        (2014, "copenhagen", "denmark", {"country/austria", "person/conchita-wurst"}),
        (2016, "stockholm", "sweden", {"country/ukraine"}),
        (2022, "turin", "italy", {"country/ukraine", "org/kalush-orchestra"}),
        (2023, "liverpool", "united-kingdom", {"country/sweden"}),
        (2025, "basel", "switzerland", {"country/austria"}),
    ],
)
def test_editions(year: int, place: str, country: str, winners: set[str]) -> None:
    edition = f"edition/{year}-eurovision-song-contest"
    assert values(PACK, edition, "located_in") == {f"place/{place}"}
    assert values(PACK, edition, "located_in_country") == {f"country/{country}"}
    assert winners <= values(PACK, edition, "won_by")


def test_four_countries_won_in_1969() -> None:
    won = values(PACK, "edition/1969-eurovision-song-contest", "won_by")
    assert sum(value.startswith("country/") for value in won) == 4


def test_2020_was_cancelled_and_has_no_winner() -> None:
    edition = "edition/2020-eurovision-song-contest"
    assert values(PACK, edition, "took_place", "cancelled") == {""}
    assert values(PACK, edition, "won_by") == set()


def test_the_semifinals_are_part_of_it() -> None:
    assert times(PACK, "edition/2016-eurovision-song-contest", "took_place") == {("2016-05-10", "2016-05-14")}
    assert times(PACK, "edition/1998-eurovision-song-contest", "took_place") == {("1998-05-09", "1998-05-09")}


def test_counts() -> None:
    facts = read_table(PACK, "facts")
    assert sum(row["predicate"] == "edition_of" for row in facts) == 70
    assert 135 < sum(row["predicate"] == "won_by" for row in facts) < 150


def test_every_year_of_a_complete_series_has_an_edition() -> None:
    assert find_gaps(PACK) == {}


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
