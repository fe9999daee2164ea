"""Population, output, inflation, inequality and exchange rates by country and year.

``cpi.csv`` holds annual consumer inflation in percent, in spite of its name (United States 2022: 8.0);
``inflation-consumer.csv`` holds the deflator of the gross domestic product and is not used.
"""

from collections import Counter
from decimal import Decimal
from pathlib import Path

from making.countries import country
from making.figures import country_of, doubt_odd_years, plain, print_dropped, raw_files, whole, yearly
from making.tables import Draft, SourceRecord, read_rows

FILES = ("population.csv", "gdp.csv", "cpi.csv", "gini-index.csv", "exchange-rates-annual.csv")
# Kinds of figure of which producers keep several: a newspaper's may differ and be right.
DEFINED_OTHERWISE = {"gini"}
HARMONISED_FROM = "1997"
"""From here on countries of the European Union have a national and a harmonised rate of inflation, a point
or two apart in bad years, and the British rate in the file is the one that few quote."""
REDENOMINATED = {"Venezuela"}
"""Currencies that lost zeros several times; the file does not say in which of them it counts."""


LEAST_OUTPUT = 1e6
"""US dollars; the smallest economy of the list had some millions in its worst year."""


def make_statistics(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``statistics``."""
    draft, dropped = Draft(), Counter[str]()
    folder = raw / "economy"
    people = _add_series(draft, folder / "population.csv", "population", dropped)
    output = _add_series(draft, folder / "gdp.csv", "gdp", dropped)
    _add_series(draft, folder / "cpi.csv", "inflation", dropped)
    _add_series(draft, folder / "gini-index.csv", "gini", dropped)
    _add_per_person(draft, output, people)
    _add_rates(draft, raw, dropped)
    dropped["figures doubted: far off the years around, or a leap"] += doubt_odd_years(draft)
    print_dropped("statistics", dropped)
    record = SourceRecord(
        title="Population, output, inflation, inequality and exchange rates by country and year",
        producer="World Bank (World Development Indicators), by the packages of datasets on GitHub; "
        "rates from the US Federal Reserve",
        url="https://data.worldbank.org",
        licence="CC-BY-4.0",
        accessed="2026-11-23",
        newest="2025-12-31",
        made_by="data/make_economy.py",
        rank=3,
        raw=raw_files(folder, *FILES) + raw_files(raw / "curated", "memberships.csv"),
    )
    return draft, record


def _add_series(
    draft: Draft, path: Path, predicate: str, dropped: Counter[str]
) -> dict[tuple[str, str], Decimal]:
    """One file of country, code, year and value; the values by country id and year."""
    found: dict[tuple[str, str], Decimal] = {}
    two_rates = {country(name) for name in _union(path.parents[1])} if predicate == "inflation" else set()
    for row in read_rows(path):
        name, _code, year, text = row.values()
        subject = country_of(name, draft)
        value = whole(text) if predicate == "population" else plain(text)
        if subject is None:
            dropped[f"{predicate}: region, income group or islet"] += 1
        elif not value or (subject, year) in found:
            dropped[f"{predicate}: no value or twice"] += 1
        elif predicate == "gdp" and float(value) < LEAST_OUTPUT:
            dropped["gdp: too small for any country, a slip of units"] += 1
        elif predicate == "population" and value == "0":
            dropped["population: nought"] += 1
        else:
            found[subject, year] = Decimal(text)
            twofold = subject in two_rates and year >= HARMONISED_FROM
            unsure = twofold or predicate in DEFINED_OTHERWISE
            yearly(draft, subject, predicate, year, value, "unconfirmed" if unsure else "")
    return found


def _union(raw: Path) -> set[str]:
    """Every country that is or was a member of the European Union."""
    members = read_rows(raw / "curated" / "memberships.csv")
    return {row["member"] for row in members if row["organisation"] == "European Union"}


def _add_per_person(
    draft: Draft, output: dict[tuple[str, str], Decimal], people: dict[tuple[str, str], Decimal]
) -> None:
    for key in sorted(output.keys() & people.keys()):
        subject, year = key
        yearly(draft, subject, "gdp_per_person", year, plain(str(output[key] / people[key])))


def _add_rates(draft: Draft, raw: Path, dropped: Counter[str]) -> None:
    """Means of a year: a rate of one day may lie far off, so they contradict nothing."""
    for row in read_rows(raw / "economy" / "exchange-rates-annual.csv"):
        year = row["Date"][:4]
        if row["Country"] in REDENOMINATED:
            dropped["exchange_rate: currency that lost zeros"] += 1
            continue
        owners = _euro_countries(raw, year) if row["Country"] == "Euro" else [row["Country"]]
        for owner in owners:
            subject = country_of(owner, draft)
            if subject is None:
                dropped["exchange_rate: unknown country"] += 1
                continue
            value, note = plain(row["Exchange rate"]), "mean of the year"
            yearly(draft, subject, "exchange_rate", year, value, "unconfirmed", note)


def _euro_countries(raw: Path, year: str) -> list[str]:
    """The members of the euro area at the start of a year."""
    return [
        row["member"]
        for row in read_rows(raw / "curated" / "memberships.csv")
        if row["organisation"] == "Eurozone" and row["joined"][:4] <= year
    ]
