"""Cities of sport under the ids that the other packs give them, so that namesakes stay apart."""

import csv
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pyarrow.parquet as pq

from making.countries import country
from making.places import add_place
from making.tables import TYPED, Draft, read_rows, slug

PACKS = Path(__file__).parents[1] / "packs"
OWN = frozenset(("sport_finals", "football_internationals", "motorsport", "cycling"))
TYPED_CITIES = TYPED / "sport_cities.csv"

_TYPED = {row["city"]: row for row in read_rows(TYPED_CITIES)}
_NAMESAKES = frozenset(("Santa Cruz", "León"))
"""English names that other towns have, too, which no pack knows: they become no alias."""

_PINNED = {("Pasadena", "United States"): "place/pasadena-us-ca"}
"""Where the largest of a country's namesakes is not the one that holds finals."""
_USE = {row["name"]: row["use"] for row in read_rows(TYPED / "places.csv") if row["use"] and not row["id"]}


def _rows(pack: Path, table: str) -> list[dict[str, str]]:
    large = pack / f"{table}.parquet"
    if large.exists():
        return list(pq.read_table(large).to_pylist())
    small = pack / f"{table}.csv"
    return read_rows(small) if small.exists() else []


class Gazetteer:
    """Every place of the other packs by name and country, with the countries that came after or above."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.positions: dict[str, str] = {}
        self.ids: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.taken: set[str] = set()
        self.kin: dict[str, set[str]] = defaultdict(set)
        for pack in sorted(PACKS.iterdir()):
            if pack.is_dir() and pack.name not in OWN:
                self._read(pack)

    def _read(self, pack: Path) -> None:
        names = {row["id"]: row["name"] for row in _rows(pack, "entities") if row["kind"] == "place"}
        self.names |= names
        self.taken |= set(names)
        for row in _rows(pack, "facts"):
            subject, value = row["subject"], row["value"]
            if row["predicate"] == "coordinates":
                self.positions[subject] = value
            if row["predicate"] == "in_country" and subject in names:
                self.ids[slug(names[subject]), value].add(subject)
            elif (row["predicate"] == "in_country" and subject.startswith("country/")) or row[
                "predicate"
            ] == "succeeded_by":
                self.kin[subject].add(value)

    def position(self, key: str, owner: str) -> str:
        """Where a place without coordinates lies by the pack of cities, which may have it under its own id."""
        if key in self.positions:
            return ""
        twins = sorted(self.ids.get((slug(self.names[key]), owner), ()), key=lambda one: (len(one), one))
        return next((self.positions[one] for one in twins if one in self.positions), "")

    def find(self, city: str, owner: str) -> tuple[str, str] | None:
        """The id of a city in a country, or in one that followed on it or is above it, and which country."""
        reach, todo = set(), [owner]
        while todo:
            one = todo.pop()
            if one not in reach:
                reach.add(one)
                todo += self.kin[one]
        having = [one for one in sorted(reach) if self.ids.get((slug(city), one))]
        chosen = owner if owner in having else having[0] if len(having) == 1 else ""
        keys = self.ids.get((slug(city), chosen), set())
        return (min(keys, key=lambda key: (len(key), key)), chosen) if keys else None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The places of all other packs; read once."""
    return Gazetteer()


def known_venue(draft: Draft, city: str, country_name: str) -> str | None:
    """Declare a city that another pack has and give its id; None where none has it."""
    places, owner = gazetteer(), country(country_name)
    pinned, other = _PINNED.get((city, country_name)), _TYPED.get(city, {}).get("known_as", "")
    found = (pinned, owner) if pinned else places.find(_USE.get(city, city), owner)
    if found is None and other:
        found = places.find(other, owner)
        if found is not None and city not in _NAMESAKES:
            draft.alias(found[0], "variant", city)
    if found is None:
        return None
    key, its_country = found
    draft.entities.add((key, "place", places.names[key]))
    draft.fact(key, "in_country", its_country)
    position = places.position(key, its_country)
    if position:
        draft.fact(key, "coordinates", position)
    return key


def is_only(city: str, country_name: str) -> bool:
    """Whether a country has one city of the name; in the United States nearly every name has several."""
    found = gazetteer().ids.get((slug(city), country(country_name)), set())
    return len(found) == 1 and country_name != "United States"


def add_venue(draft: Draft, city: str, country_name: str, coordinates: str = "") -> str:
    """Declare a city, new where no other pack has it, and give its id."""
    known = known_venue(draft, city, country_name)
    if known is not None:
        return known
    position = coordinates or _TYPED.get(city, {}).get("coordinates", "")
    city = _TYPED.get(city, {}).get("name") or city
    key = f"place/{slug(city)}"
    if key in gazetteer().taken:
        key += f"-{slug(country_name)}"
        draft.entities.add((key, "place", city))
        draft.fact(key, "in_country", country(country_name))
    else:
        key = add_place(draft, city, country_name)
    if position:
        draft.fact(key, "coordinates", position)
    return key


def country_of(city: str, hosts: list[str]) -> str | None:
    """The country of a city by the typed table, else the one host that has it."""
    if city in _TYPED and (not hosts or _TYPED[city]["country"] in hosts):
        return _TYPED[city]["country"]
    if len(hosts) == 1:
        return hosts[0]
    having = [host for host in hosts if gazetteer().find(city, country(host))]
    return having[0] if len(having) == 1 else None


def write_series(folder: Path, rows: list[tuple[str, ...]]) -> None:
    """Write the pack's own rows of the vocabulary's list of series, sorted."""
    header = (
        "series", "family", "complete_from", "complete_to", "edition_name", "blocked_before", "blocked_after", "context",
    )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "series.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows([header, *sorted(rows)])
