"""Figures that anybody can check, and the form of all of them."""

from collections import Counter

import pytest

from economy_rows import figures, pack_rows

KNOWN = [
    ("population", "germany", "2022", 83.2e6, 0.01),
    ("population", "united-states", "2010", 309e6, 0.01),
    ("population", "china", "2020", 1.411e9, 0.01),
    ("population", "india", "2023", 1.438e9, 0.01),
    ("population", "nigeria", "2023", 228e6, 0.02),
    ("gdp", "united-states", "2022", 25.7e12, 0.03),
    ("gdp", "united-kingdom", "2022", 3.1e12, 0.03),
    ("gdp", "china", "2022", 17.9e12, 0.03),
    ("gdp", "japan", "2022", 4.25e12, 0.03),
    ("gdp", "germany", "2022", 4.08e12, 0.03),
    ("gdp_per_person", "united-states", "2022", 77_000, 0.02),
    ("gdp_per_person", "luxembourg", "2022", 125_000, 0.05),
    ("inflation", "united-states", "2022", 8.0, 0.01),
    ("inflation", "united-states", "1980", 13.5, 0.01),
    ("inflation", "united-states", "2009", -0.36, 0.05),
    ("inflation", "turkey", "2022", 72.3, 0.01),
    ("inflation", "japan", "2014", 2.76, 0.01),
    ("inflation", "germany", "2022", 6.9, 0.02),
    ("inflation", "zimbabwe", "2020", 557, 0.01),
    ("gini", "south-africa", "2014", 63, 0.02),
    ("exchange_rate", "japan", "2022", 131.5, 0.01),
    ("exchange_rate", "france", "2022", 0.95, 0.01),
]  # fmt: skip


@pytest.mark.parametrize(("predicate", "country", "year", "value", "share"), KNOWN)
def test_known_figures(predicate: str, country: str, year: str, value: float, share: float) -> None:
    assert figures("statistics", predicate)[country, year] == [pytest.approx(value, rel=share)]


def test_a_figure_a_year_and_country() -> None:
    keys = Counter((r["subject"], r["predicate"], r["valid_from"]) for r in pack_rows("statistics", "facts"))
    assert max(keys.values()) == 1
    assert 45_000 < len(keys) < 60_000


def test_years_and_numbers_are_plain() -> None:
    for row in pack_rows("statistics", "facts"):
        assert row["valid_from"] == row["valid_to"]
        assert "1960" <= row["valid_from"] <= "2025"
        assert "e" not in row["value"].casefold()
        assert float(row["value"]) > 0 or row["predicate"] == "inflation"


def test_only_countries_of_the_store() -> None:
    countries = {row["id"] for row in pack_rows("countries", "entities")}
    assert {row["id"] for row in pack_rows("statistics", "entities")} <= countries


def test_what_producers_define_otherwise_contradicts_nothing() -> None:
    closed = {row["predicate"] for row in pack_rows("statistics", "facts") if not row["status"]}
    assert closed == {"population", "gdp", "gdp_per_person", "inflation"}
    assert all(
        row["status"] == "unconfirmed"
        for row in pack_rows("statistics", "facts")
        if row["predicate"] == "inflation"
        and row["subject"] == "country/united-kingdom"
        and row["valid_from"] >= "1997"
    )
