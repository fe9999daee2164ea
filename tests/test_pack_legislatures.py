"""Members of parliaments: seats that anybody can check."""

import pytest

from politics_rows import bad_times, duplicate_keys, facts, read_table

PACK = "legislatures"


@pytest.mark.parametrize(
    ("person", "house", "year"),
    [
        ("nancy-pelosi", "united-states-house-of-representatives", "1987"),
        ("chuck-schumer", "united-states-senate", "1999"),
        ("mitch-mcconnell", "united-states-senate", "1985"),
        ("bernie-sanders", "united-states-senate", "2007"),
        ("maria-cantwell", "united-states-house-of-representatives", "1993"),
        ("dina-titus", "united-states-house-of-representatives", "2009"),
        ("marine-le-pen", "national-assembly-of-france", "2017"),
        ("yair-lapid", "knesset", "2013"),
        ("justin-trudeau", "house-of-commons-of-canada", "2008"),
        ("narendra-modi", "lok-sabha", "2014"),
        ("ted-cruz", "united-states-senate", "2013"),
        ("rishi-sunak", "house-of-commons-of-the-united-kingdom", "2015"),
    ],
)
def test_first_seats_of_well_known_members(person: str, house: str, year: str) -> None:
    starts = [
        r["valid_from"] for r in facts(PACK, f"person/{person}", "served_in") if r["value"] == f"org/{house}"
    ]
    assert min(starts)[:4] == year


def test_there_are_as_many_as_there_should_be() -> None:
    assert 80_000 < len(read_table(PACK, "facts")) < 100_000
    houses = [row for row in read_table(PACK, "entities") if row["kind"] == "org"]
    assert 300 < len(houses) < 700


def test_keys_are_unique_and_times_plausible() -> None:
    assert duplicate_keys(PACK) == []
    assert bad_times(PACK, "2026-06-30") == []


def test_open_seats_say_as_of_when() -> None:
    assert [r for r in read_table(PACK, "facts") if bool(r["valid_to"]) == bool(r["as_of"])] == []


def test_houses_of_many_countries_keep_their_country_in_the_name() -> None:
    names = {row["name"] for row in read_table(PACK, "entities")} | {
        row["alias"] for row in read_table(PACK, "aliases")
    }
    assert not names & {
        "Senate",
        "National Assembly",
        "House of Representatives",
        "Chamber of Deputies",
        "Parliament",
    }
