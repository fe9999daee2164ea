"""Figures of a country for a year: written as plain decimals, one interval fact a year."""

from collections import Counter
from decimal import Context, Decimal, InvalidOperation
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


def print_dropped(pack: str, dropped: Counter[str]) -> None:
    """Say on stdout what was left out, by cause."""
    for cause in sorted(dropped):
        print(f"  {pack} left out: {dropped[cause]} {cause}")


def raw_files(raw: Path, *names: str) -> tuple[Path, ...]:
    """The raw files of a pack, as its source record lists them."""
    return tuple(raw / name for name in names)
