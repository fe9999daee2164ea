"""Countries: capitals with their years, land, money and freedom."""

import pytest

from economy_rows import figures, pack_rows


def facts(predicate: str, pack: str = "factbook") -> list[dict[str, str]]:
    return [row for row in pack_rows(pack, "facts") if row["predicate"] == predicate]


def capitals(country: str) -> set[tuple[str, str, str]]:
    return {
        (row["value"].removeprefix("place/"), row["valid_from"], row["valid_to"])
        for row in facts("capital")
        if row["subject"] == f"country/{country}"
    }


def test_capitals_that_moved() -> None:
    assert capitals("kazakhstan") == {
        ("astana", "1997-12-10", ""),
        ("almaty", "1991-12-16", "1997-12-10"),
    }
    assert ("lagos", "1960-10-01", "1991-12-12") in capitals("nigeria")
    assert ("abuja", "1991-12-12", "") in capitals("nigeria")
    assert ("brasilia", "1960-04-21", "") in capitals("brazil")
    assert ("bonn", "1949", "1990-10-03") in capitals("west-germany")
    assert ("canberra", "1927-05-09", "") in capitals("australia")


def test_capitals_of_today() -> None:
    assert {place for place, _start, end in capitals("myanmar") if not end} == {"naypyidaw"}
    assert {place for place, *_ in capitals("south-africa")} == {"pretoria", "cape-town", "bloemfontein"}
    assert {place for place, *_ in capitals("france")} == {"paris"}
    assert all(row["as_of"] or row["valid_to"] for row in facts("capital"))
    assert 240 < len(facts("capital")) < 300


def test_what_is_disputed_contradicts_nothing() -> None:
    doubtful = {row["subject"] for row in facts("capital") if row["status"] == "unconfirmed"}
    assert {"country/israel", "country/palestine", "country/equatorial-guinea"} <= doubtful
    assert all(row["status"] == "unconfirmed" for row in facts("coastline") if row["value"] != "0")


@pytest.mark.parametrize(
    ("predicate", "country", "value"),
    [
        ("currency", "japan", "yen"),
        ("currency", "turkey", "Turkish lira"),
        ("currency", "israel", "shekel"),
        ("currency", "united-kingdom", "pound sterling"),
        ("official_language", "brazil", "Portuguese"),
        ("official_language", "norway", "Norwegian"),
        ("official_language", "switzerland", "Romansh"),
        ("highest_point", "tanzania", "Mount Kilimanjaro"),
        ("highest_point", "united-states", "Denali"),
        ("coastline", "switzerland", "0"),
        ("area", "germany", "357022"),
        ("area", "france", "643801"),
    ],
)
def test_known_values(predicate: str, country: str, value: str) -> None:
    assert value in {row["value"] for row in facts(predicate) if row["subject"] == f"country/{country}"}


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("united-states", "1776-07-04"),
        ("india", "1947-08-15"),
        ("ghana", "1957-03-06"),
        ("kenya", "1963-12-12"),
        ("south-sudan", "2011-07-09"),
        ("kosovo", "2008-02-17"),
        ("singapore", "1965-08-09"),
        ("jamaica", "1962-08-06"),
    ],
)
def test_independence(country: str, day: str) -> None:
    found = [row for row in facts("independence") if row["subject"] == f"country/{country}"]
    assert [(row["valid_from"], row["status"]) for row in found] == [(day, "")]


def test_the_euro_came_when_a_country_joined() -> None:
    euro = {row["subject"]: row["valid_from"] for row in facts("currency") if row["value"] == "euro"}
    assert euro["country/germany"] == "1999-01-01"
    assert euro["country/croatia"] == "2023-01-01"
    assert euro["country/bulgaria"] == "2026-01-01"
    kuna = [row for row in facts("currency") if row["value"] == "Croatian kuna"]
    assert [row["valid_to"] for row in kuna] == ["2023-01"]


def test_dates_are_in_order_and_not_to_come() -> None:
    for pack in ("factbook", "factbook_timeline", "prices"):
        for row in pack_rows(pack, "facts"):
            start, end = row["valid_from"], row["valid_to"]
            assert not start or not end or end >= start[: len(end)]
            assert max(start, end, row["as_of"]) < "2026-12"


def test_estimates_of_snapshots_add_to_what_others_have() -> None:
    assert figures("factbook_timeline", "inflation")["taiwan", "2022"] == [pytest.approx(2.9, abs=0.2)]
    assert figures("factbook_timeline", "population")["taiwan", "2024"] == [pytest.approx(23.6e6, rel=0.01)]
    rows = list(pack_rows("factbook_timeline", "facts"))
    assert 3_000 < len(rows) < 5_000
    assert {row["status"] for row in rows if row["predicate"] == "unemployment"} == {"unconfirmed"}


def test_prices_are_means_and_contradict_nothing() -> None:
    oil, gold = figures("prices", "price"), list(pack_rows("prices", "facts"))
    assert oil["brent-crude-oil", "2008-07"] == [pytest.approx(132.7, abs=1)]
    assert oil["brent-crude-oil", "2022"] == [pytest.approx(100.9, abs=1)]
    assert oil["brent-crude-oil", "2020-04"] == [pytest.approx(18.4, abs=1)]
    assert oil["gold", "2011"] == [pytest.approx(1571, rel=0.01)]
    assert oil["gold", "1940"][0] < 36
    assert {row["status"] for row in gold} == {"unconfirmed"}
    assert ("gold", "2026") not in oil


def test_cities_have_people() -> None:
    people = {
        row["subject"]: int(row["value"])
        for row in pack_rows("cities", "facts")
        if row["predicate"] == "population"
    }
    assert people["place/paris"] == pytest.approx(2.1e6, rel=0.05)
    assert people["place/berlin"] == pytest.approx(3.5e6, rel=0.1)
    assert len(people) > 5_500
    assert min(people.values()) >= 100_000
