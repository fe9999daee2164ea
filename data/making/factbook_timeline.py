"""Dated estimates of fifteen snapshots of the CIA World Factbook, 2015-2026.

Of a year that several snapshots estimate the last one counts. What a better source says as well is left
out; where it says otherwise the estimate contradicts nothing, being some newspaper's source all the same.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from making.factbook import FILE as FIELDS
from making.factbook import estimate_year, money
from making.figures import country_of, plain, print_dropped, raw_files, whole, yearly
from making.reference import Reference
from making.tables import Draft, SourceRecord, read_rows

FILE = "factbook_timeline_2015_2026.jsonl.gz"
_RATES = {
    "unemployment rate": "unemployment",
    "inflation rate": "inflation",
    "real GDP growth rate": "gdp_growth",
}
_RATE = re.compile(r"(-?[\d,]+(?:\.\d+)?)% \((\d{4})(?: est\.)?\)")
_TOTAL = re.compile(
    r"total population: (?:\((\d{4}) est\.\) )?(\d+(?:\.\d+)?)(?: years)?(?: \((\d{4}) est\.\))?"
)
_FIRST = re.compile(r"^([\d,]+)\b(?! million)")
_FEWEST = 500
"""People of the smallest country; less is a number that has lost its unit."""
_GUESSED = {"unemployment", "gdp_growth", "inflation"}
"""Estimates that offices of statistics often put quite differently, or revise."""

Figure = tuple[str, str, str, str]
"""Country name, predicate, year, value."""


def make_factbook_timeline(raw: Path, reference: Reference) -> tuple[Draft, SourceRecord]:
    """The pack ``factbook_timeline``."""
    draft, dropped = Draft(), Counter[str]()
    latest: dict[tuple[str, str, str], str] = {}
    for name, predicate, year, value in _figures(raw):
        subject = country_of(name, draft)
        if subject is None:
            dropped["figures of islets and regions"] += 1
        else:
            latest[subject, predicate, year] = value
    for (subject, predicate, year), value in sorted(latest.items()):
        agrees = reference.agrees(subject, predicate, year, float(value))
        if agrees and reference.has(subject, predicate, year):
            dropped[f"{predicate}: stated by a better source"] += 1
            continue
        doubtful = agrees is False or predicate in _GUESSED or (agrees is None and predicate == "gdp")
        yearly(draft, subject, predicate, year, value, "unconfirmed" if doubtful else "")
    draft.entities = {row for row in draft.entities if any(fact[0] == row[0] for fact in draft.facts)}
    print_dropped("factbook_timeline", dropped)
    record = SourceRecord(
        title="Estimates of people, output, prices and work by country, 2015-2026",
        producer="CIA World Factbook, fifteen snapshots",
        url="https://github.com/factbook/factbook.json",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2026-05-17",
        made_by="data/make_economy.py",
        rank=8,
        raw=raw_files(raw / "countries", FILE, FIELDS),
    )
    return draft, record


def _figures(raw: Path) -> Iterator[Figure]:
    """Every figure with its year, the oldest snapshot first."""
    names = _names(raw)
    with gzip.open(raw / "countries" / FILE, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in sorted(rows, key=lambda r: (r["snapshot"], r["code"])):
        name = names.get(row["code"], row["country"])
        for field, predicate in _RATES.items():
            for value, year in _RATE.findall(row.get(field) or ""):
                yield name, predicate, year, plain(value)
        yield from _totals(name, row)


def _totals(name: str, row: dict[str, str]) -> Iterator[Figure]:
    people, output = row.get("population") or "", row.get("GDP (official exchange rate)") or ""
    first, year = _FIRST.match(people), estimate_year(people)
    if first and year and int(whole(first[1])) >= _FEWEST:
        yield name, "population", year, whole(first[1])
    if money(output) and estimate_year(output):
        yield name, "gdp", estimate_year(output), money(output)
    life = _TOTAL.match(row.get("life expectancy") or "")
    year = (life[1] or life[3] or estimate_year(row["life expectancy"])) if life else ""
    if life and year:
        yield name, "life_expectancy", year, plain(life[2])


def _names(raw: Path) -> dict[str, str]:
    """The name of each code; some snapshots leave it out."""
    return {row["gec"]: row["country"] for row in read_rows(raw / "countries" / FIELDS)}
