"""Mean prices of crude oil and gold by month and year.

A mean says little of one day, so these rows support and never contradict.
"""

from collections import Counter, defaultdict
from decimal import Decimal
from pathlib import Path

from making.figures import plain, print_dropped, raw_files
from making.tables import Draft, SourceRecord, read_rows

BRENT = ("commodity/brent-crude-oil", "barrel of Brent crude oil")
GOLD = ("commodity/gold", "troy ounce of gold")
MONTHS_FROM = "1950"
"""Before, only the mean of a year is kept: the price of gold was fixed by law for decades."""
MONTHS = 12


def make_prices(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``prices``."""
    draft, dropped = Draft(), Counter[str]()
    folder = raw / "economy"
    brent = _by_month(folder / "brent-daily.csv")
    for part in (min(brent), max(brent)):
        dropped[f"month that is not whole: {part}"] += len(brent.pop(part))
    _add(draft, BRENT, brent)
    _add(draft, GOLD, _by_month(folder / "gold-monthly.csv"))
    draft.alias(BRENT[0], "short", "Brent crude", "Brent crude oil", "Brent oil")
    draft.alias(GOLD[0], "weak", "ounce of gold", "gold price", "price of gold")
    print_dropped("prices", dropped)
    record = SourceRecord(
        title="Mean prices of Brent crude oil and gold by month and year",
        producer="US Energy Information Administration and World Bank, by the packages of datasets on GitHub",
        url="https://github.com/datasets",
        licence="PDDL-1.0",
        accessed="2026-11-23",
        newest="2026-07-31",
        made_by="data/make_economy.py",
        rank=3,
        raw=raw_files(folder, "brent-daily.csv", "gold-monthly.csv"),
    )
    return draft, record


def _by_month(path: Path) -> dict[str, list[Decimal]]:
    prices: dict[str, list[Decimal]] = defaultdict(list)
    for row in read_rows(path):
        prices[row["Date"][:7]].append(Decimal(row["Price"]))
    return prices


def _add(draft: Draft, series: tuple[str, str], months: dict[str, list[Decimal]]) -> None:
    key, name = series
    draft.entities.add((key, "commodity", name))
    years: dict[str, list[Decimal]] = defaultdict(list)
    for month, prices in sorted(months.items()):
        mean = sum(prices, Decimal(0)) / len(prices)
        years[month[:4]].append(mean)
        if month >= MONTHS_FROM:
            _price(draft, key, month, mean, "mean of the month")
    for year, means in sorted(years.items()):
        if len(means) == MONTHS:
            _price(draft, key, year, sum(means, Decimal(0)) / MONTHS, "mean of the year")


def _price(draft: Draft, key: str, time: str, mean: Decimal, note: str) -> None:
    draft.fact(key, "price", plain(f"{mean:.2f}"), (time, time, ""), "unconfirmed", note)
