"""Indicators by country and year that the other files lack, from Gapminder.

Its own series run on to 2026 as projections: they end here with the last year that the estimates behind
them cover. Before 1950 they are reconstructions, which contradict nothing.
"""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from making.figures import country_of, doubt_odd_years, plain, print_dropped, raw_files, whole, yearly
from making.tables import Draft, SourceRecord

FILE = "gapminder_indicators_long.csv.gz"
FIRST_COUNTED = "1950"
"""The first year of the United Nations' own estimates; what is older is a reconstruction."""

FIRST_COUNTED_PEOPLE = "1960"
"""The World Bank's first year: before, a country may have other bounds here than there (Moldova)."""

# The predicate of an indicator and its last actual year: 2023 for what rests on the United Nations'
# estimates of 2024, 2024 for statistics that offices report.
INDICATORS = {
    "fasttrack_pop": ("population", "2023"),
    "fasttrack_lex": ("life_expectancy", "2023"),
    "fasttrack_children_per_woman_total_fertility": ("fertility", "2023"),
    "fasttrack_child_mortality_0_5_year_olds_dying_per_1000_born": ("child_mortality", "2023"),
    "aged_15plus_unemployment_rate_percent": ("unemployment", "2024"),
    "internet_users": ("internet_share", "2024"),
    "literacy_rate_adult_total_percent_of_people_ages_15_and_above": ("literacy", "2024"),
}
# Offices count the jobless registered with them, surveys ask; growth is revised for years after its first
# print; surveys of who is online differ widely. Such figures support and never contradict.
DEFINED_OTHERWISE = {"unemployment", "internet_share", "literacy"}
OUTPUT = "total_gdp_us_inflation_adjusted"
OUTPUT_LAST = "2024"


def make_gapminder(raw: Path, known: set[tuple[str, str, str]]) -> tuple[Draft, SourceRecord]:
    """The pack ``gapminder``; ``known`` are subject, predicate and year of figures of a better source."""
    path = raw / "economy" / FILE
    draft, dropped = Draft(), Counter[str]()
    output: dict[tuple[str, int], Decimal] = {}
    for row in _rows(path):
        subject = country_of(row["country"], draft)
        if subject is None:
            dropped["rows of islets and merged territories"] += 1
        elif row["indicator"] == OUTPUT:
            output[subject, int(row["year"])] = Decimal(row["value"])
        else:
            _add(draft, subject, row, known, dropped)
    _add_growth(draft, output)
    dropped["figures doubted: far off the years around"] += doubt_odd_years(draft)
    print_dropped("gapminder", dropped)
    record = SourceRecord(
        title="Life expectancy, fertility, child mortality, unemployment, growth and more by country and year",
        producer="Gapminder (systema globalis and fasttrack), free material from gapminder.org",
        url="https://www.gapminder.org/data",
        licence="CC-BY-4.0",
        accessed="2026-11-23",
        newest="2024-12-31",
        made_by="data/make_economy.py",
        rank=5,
        raw=raw_files(raw / "economy", FILE),
    )
    return draft, record


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _add(
    draft: Draft, subject: str, row: dict[str, str], known: set[tuple[str, str, str]], dropped: Counter[str]
) -> None:
    predicate, last = INDICATORS.get(row["indicator"], ("", ""))
    year = row["year"]
    if not predicate:
        dropped[f"rows without a predicate: {row['indicator']}"] += 1
    elif year > last:
        dropped[f"{predicate}: projections after {last}"] += 1
    elif predicate == "child_mortality" and float(row["value"]) == 0:
        dropped["child_mortality: nought, in a country too small for a rate"] += 1
    elif (subject, predicate, year) in known:
        dropped[f"{predicate}: years that the World Bank has"] += 1
    else:
        has_better = (subject, predicate, FIRST_COUNTED_PEOPLE) in known
        value = whole(row["value"]) if predicate == "population" else plain(row["value"])
        first = FIRST_COUNTED_PEOPLE if predicate == "population" and has_better else FIRST_COUNTED
        unsure = year < first or predicate in DEFINED_OTHERWISE
        status = "unconfirmed" if unsure else ""
        yearly(draft, subject, predicate, year, value, status)


def _add_growth(draft: Draft, output: dict[tuple[str, int], Decimal]) -> None:
    """Growth in percent of output at constant prices over the year before."""
    for subject, year in sorted(output):
        before = output.get((subject, year - 1))
        if before and str(year) <= OUTPUT_LAST:
            growth = (output[subject, year] / before - 1) * 100
            yearly(draft, subject, "gdp_growth", str(year), plain(f"{growth:.2f}"), "unconfirmed")
