"""Indicators that anybody can check; no projections, no reconstruction that contradicts."""

from collections import Counter

import pytest

from economy_rows import figures, pack_rows

KNOWN = [
    ("life_expectancy", "united-states", "2014", 78.9, 0.01),
    ("life_expectancy", "united-states", "2021", 76.4, 0.01),
    ("life_expectancy", "japan", "2019", 84.4, 0.01),
    ("fertility", "south-korea", "2022", 0.78, 0.01),
    ("fertility", "japan", "2022", 1.26, 0.01),
    ("fertility", "niger", "2012", 7.4, 0.05),
    ("child_mortality", "united-states", "2023", 6, 0.1),
    ("unemployment", "spain", "2013", 26.1, 0.01),
    ("unemployment", "united-states", "2020", 8.1, 0.01),
    ("gdp_growth", "united-states", "2020", -2.2, 0.05),
    ("gdp_growth", "united-states", "2021", 6.1, 0.05),
    ("gdp_growth", "china", "2022", 3.0, 0.05),
    ("population", "taiwan", "2020", 23.6e6, 0.02),
    ("population", "united-states", "1900", 76e6, 0.03),
]  # fmt: skip


@pytest.mark.parametrize(("predicate", "country", "year", "value", "share"), KNOWN)
def test_known_figures(predicate: str, country: str, year: str, value: float, share: float) -> None:
    assert figures("gapminder", predicate)[country, year] == [pytest.approx(value, rel=share)]


def test_one_figure_a_year_and_no_projection() -> None:
    rows = list(pack_rows("gapminder", "facts"))
    keys = Counter((row["subject"], row["predicate"], row["valid_from"]) for row in rows)
    assert max(keys.values()) == 1
    assert 100_000 < len(rows) < 115_000
    assert max(row["valid_from"] for row in rows) == "2024"
    modelled = {"life_expectancy", "fertility", "child_mortality", "population"}
    assert max(row["valid_from"] for row in rows if row["predicate"] in modelled) == "2023"


def test_reconstructions_contradict_nothing() -> None:
    for row in pack_rows("gapminder", "facts"):
        assert row["valid_from"] == row["valid_to"]
        assert row["valid_from"] >= "1950" or row["status"] == "unconfirmed"


def test_the_world_banks_people_are_not_stated_again() -> None:
    assert not figures("gapminder", "population").keys() & figures("statistics", "population").keys()
