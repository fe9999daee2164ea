"""Make the packs of countries and economies from the raw files of ``countries/`` and ``economy/``.

    python data/make_economy.py SOURCES

SOURCES is the folder with the raw files; it is not part of the project. Equal raw files give equal
packs, byte for byte.
"""

import csv
import gzip
import sys
from pathlib import Path

from making.factbook import make_factbook
from making.factbook_timeline import make_factbook_timeline
from making.figures import country_of
from making.gapminder import FILE as GAPMINDER
from making.gapminder import make_gapminder
from making.prices import make_prices
from making.reference import Reference
from making.tables import Draft, SourceRecord, write_pack
from making.world_bank import make_statistics

NEEDED = ("countries/factbook_fields_2026-01.csv", "economy/population.csv", "curated/memberships.csv")
AREA_YEAR = "2023"


def main(arguments: list[str]) -> int:
    """Write every pack; 2 where the raw files are missing."""
    raw = Path(arguments[0]) if len(arguments) == 1 else None
    if raw is None or not all((raw / name).is_file() for name in NEEDED):
        print(__doc__, file=sys.stderr)
        print("The folder with the raw files is missing.", file=sys.stderr)
        return 2
    reference = Reference()
    statistics = make_statistics(raw)
    _write("statistics", statistics)
    known = {(fact[0], fact[1], fact[3]) for fact in statistics[0].facts}
    gapminder = make_gapminder(raw, known)
    _write("gapminder", gapminder)
    for draft, _record in (statistics, gapminder):
        reference.add(draft.facts)
    reference.add(_areas(raw))
    factbook = make_factbook(raw, reference)
    _write("factbook", factbook)
    _print_agreement("factbook", reference)
    reference.add(fact for fact in factbook[0].facts if fact[3])
    _write("factbook_timeline", make_factbook_timeline(raw, reference))
    _print_agreement("factbook_timeline", reference)
    _write("prices", make_prices(raw))
    return 0


def _areas(raw: Path) -> list[tuple[str, ...]]:
    """Surface areas of the World Bank by way of Gapminder: no facts of a pack, only a yardstick."""
    with gzip.open(raw / "economy" / GAPMINDER, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["indicator"] == "surface_area_sq_km"]
    return [
        (subject, "area", row["value"], "")
        for row in rows
        if row["year"] == AREA_YEAR and (subject := country_of(row["country"], Draft()))
    ]


def _write(name: str, pack: tuple[Draft, SourceRecord]) -> None:
    draft, record = pack
    write_pack(Path(__file__).parent / "packs" / name, draft, record)
    print(f"{name}: {len(draft.entities)} entities, {len(draft.aliases)} aliases, {len(draft.facts)} facts")


def _print_agreement(name: str, reference: Reference) -> None:
    for predicate, (agreeing, total) in sorted(reference.counts.items()):
        print(f"  {name}: {predicate} borne out {agreeing} of {total}, {agreeing / total:.0%}")
    reference.counts.clear()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
