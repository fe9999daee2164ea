"""Booker, Pulitzer, Ballon d'Or, Person of the Year: facts that anybody can check."""

import pytest

from culture_rows import find_bad_times, find_duplicates, find_gaps, read_table, times, values

PACK = "prizes"


@pytest.mark.parametrize(
    ("edition", "winner"),
    [
        ("1981-booker-prize", "person/salman-rushdie"),
        ("2009-booker-prize", "work/wolf-hall-2009"),
        ("2019-booker-prize", "person/bernardine-evaristo"),
        ("2019-booker-prize", "person/margaret-atwood"),
        ("1969-booker-prize", "person/p-h-newby"),
        ("2007-pulitzer-prize-for-fiction", "person/cormac-mccarthy"),
        ("2017-pulitzer-prize-for-fiction", "person/colson-whitehead"),
        ("2023-ballon-dor", "person/lionel-messi"),
        ("2018-ballon-dor", "person/luka-modric"),
        ("1956-ballon-dor", "person/stanley-matthews-1915"),
        ("2024-ballon-dor", "person/rodri-footballer"),
        ("2018-womens-ballon-dor", "person/ada-hegerberg"),
        ("2007-time-person-of-the-year", "person/vladimir-putin"),
        ("1938-time-person-of-the-year", "person/adolf-hitler"),
        ("2023-time-person-of-the-year", "person/taylor-swift"),
        ("2016-turing-award", "person/tim-berners-lee"),
        ("2014-fields-medal", "person/maryam-mirzakhani"),
        ("2019-palme-dor", "work/parasite-2019"),
        ("1940-time-person-of-the-year", "person/winston-churchill"),
    ],
)
def test_winners(edition: str, winner: str) -> None:
    assert winner in values(PACK, f"edition/{edition}", "won_by")


def test_years_without_a_prize_are_cancelled() -> None:
    for edition in ("2020-ballon-dor", "2020-womens-ballon-dor", "2012-pulitzer-prize-for-fiction"):
        assert values(PACK, f"edition/{edition}", "took_place", "cancelled") == {""}
        assert values(PACK, f"edition/{edition}", "won_by") == set()


def test_a_prize_given_in_the_next_january_keeps_its_year() -> None:
    assert times(PACK, "edition/2014-ballon-dor", "took_place") == {("2015-01-12", "2015-01-12")}


def test_counts() -> None:
    facts = read_table(PACK, "facts")
    assert sum(row["predicate"] == "edition_of" for row in facts) == (57 + 37 + 70 + 8 + 99) + (
        59 + 20 + 47 + 23 + 36 + 21 + 10
    )
    assert 700 < sum(row["predicate"] == "won_by" for row in facts) < 800


def test_every_year_of_a_complete_series_has_an_edition() -> None:
    assert find_gaps(PACK) == {}


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
