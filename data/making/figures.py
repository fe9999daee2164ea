"""Figures of a country for a year: written as plain decimals, one interval fact a year."""

from collections import Counter
from decimal import Context, Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

from making.countries import country
from making.tables import TYPED, Draft, read_rows

SIGNIFICANT = 6
"""Digits kept of a figure that was computed; a figure that was counted is kept whole."""

COUNTRIES = {country(row["name"]): row["name"] for row in read_rows(TYPED / "countries.csv")}
"""The countries of the store: anything else in a file is a region, an income group or an islet."""


def country_of(name: str, draft: Draft) -> str | None:
    """Declare the country a file names and give its id; None where it is no country of the store."""
    key = country(name)
    if key not in COUNTRIES:
        return None
    draft.entities.add((key, "country", COUNTRIES[key]))
    return key


def plain(text: str, digits: int = SIGNIFICANT) -> str:
    """A number as plain decimal text with at most so many significant digits; empty where it is none."""
    try:
        number = Context(prec=digits).create_decimal(text.replace(",", "").strip())
    except InvalidOperation:
        return ""
    if not number.is_finite():
        return ""
    written = f"{number:f}"
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if Decimal(written) == 0 else written


def whole(text: str) -> str:
    """A count as plain digits, rounded to a whole one; empty where it is none."""
    number = plain(text, digits=28)
    return f"{Decimal(number):.0f}" if number else ""


def yearly(
    draft: Draft, subject: str, predicate: str, year: str, value: str, status: str = "", note: str = ""
) -> None:
    """Add the figure of a year."""
    draft.fact(subject, predicate, value, (year, year, ""), status, note)


ODD = {"gdp": 0.5, "gdp_per_person": 0.5, "population": 0.12, "life_expectancy": 0.06, "child_mortality": 0.4}
"""Share of its neighbours by which a figure lies off both when it is odd: a slip, or a year of catastrophe,
which others estimate otherwise."""
JUMP = 2.0
"""From a year to the next the output of a country in dollars may double, or halve, when its money is recounted."""


def doubt_odd_years(draft: Draft) -> int:
    """Make figures unconfirmed that lie off the years before and after, and output up to a leap; how many."""
    series: dict[tuple[str, str], dict[int, float]] = {}
    for subject, predicate, value, year, *_rest in draft.facts:
        if predicate in ODD and len(year) == 4:
            series.setdefault((subject, predicate), {})[int(year)] = float(value)
    odd = {(*key, str(year)) for key, values in series.items() for year in _odd_years(key[1], values)}
    doubted = {fact for fact in draft.facts if (fact[0], fact[1], fact[3]) in odd and not fact[6]}
    draft.facts -= doubted
    draft.facts |= {(*fact[:6], "unconfirmed", fact[7]) for fact in doubted}
    return len(doubted)


def _odd_years(predicate: str, values: dict[int, float]) -> set[int]:
    years, odd = sorted(values), set()
    for before, year, after in zip(years, years[1:], years[2:], strict=False):
        one, value, other = values[before], values[year], values[after]
        least = ODD[predicate] * (one + other) / 2
        peak = after - before <= 4 and (value - one) * (value - other) > 0
        if peak and min(abs(value - one), abs(value - other)) > least:
            odd.add(year)
    if predicate.startswith("gdp"):
        for before, year in pairwise(years):
            ratio = values[year] / values[before] if values[before] > 0 else 0
            if year - before == 1 and not 1 / JUMP < ratio < JUMP:
                odd |= {before, year}
    return odd


def print_dropped(pack: str, dropped: Counter[str]) -> None:
    """Say on stdout what was left out, by cause."""
    for cause in sorted(dropped):
        print(f"  {pack} left out: {dropped[cause]} {cause}")


def raw_files(raw: Path, *names: str) -> tuple[Path, ...]:
    """The raw files of a pack, as its source record lists them."""
    return tuple(raw / name for name in names)
