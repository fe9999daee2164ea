"""In which countries else a place or region bears a city's name: GeoNames' places of 500 people or more, and the
subdivisions of ISO 3166-2."""

import csv
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from claims.values.names import name_key
from making.tables import Draft

PREDICATE = "namesake_in"
NAMED = ("official", "short", "former", "variant")
"""Kinds of alias by which a text may name a city."""


def survey_namesakes(
    draft: Draft, places: Iterable[dict[str, Any]], owner_of: Callable[[str], str], packs: Path
) -> None:
    """Add a fact for each city of the draft and each country other than its own with a place of one of its names.

    A place counts where its name or a variant in any language is the city's or begins with it ("Santiago de
    Compostela" is a Santiago). ``owner_of`` gives the country's id for a country code, or "".
    """
    lands = _lands(places, owner_of)
    own = _countries(draft, packs)
    for city, names in _names(draft, packs).items():
        for country in set().union(*(lands.get(name, set()) for name in names)) - own.get(city, set()):
            draft.fact(city, PREDICATE, country)


def _lands(places: Iterable[dict[str, Any]], owner_of: Callable[[str], str]) -> Mapping[str, set[str]]:
    """Every beginning of a place's name, by words, with the countries that have such a place."""
    lands: dict[str, set[str]] = defaultdict(set)
    for place in places:
        owner = owner_of(place["countrycode"])
        for name in (place["name"], *place["alternatenames"]) if owner else ():
            words = name_key(name).split()
            for length in range(1, len(words) + 1):
                lands[" ".join(words[:length])].add(owner)
    return lands


def read_subdivisions(path: Path) -> list[dict[str, Any]]:
    """The states, provinces, counties ... of ISO 3166-2, from pycountry's file, in the form of GeoNames' places."""
    rows = json.loads(path.read_text(encoding="utf-8"))["3166-2"]
    return [
        {"name": part, "alternatenames": (), "countrycode": row["code"].partition("-")[0]}
        for row in rows
        for part in re.split(r"\s*[\[\]/;]\s*", row["name"])
    ]


def _names(draft: Draft, packs: Path) -> dict[str, set[str]]:
    """The keys of the names of every place that the draft gives a position."""
    cities = {fact[0] for fact in draft.facts if fact[1] == "coordinates"}
    named = [(key, name) for key, _kind, name in draft.entities] + [
        (row["id"], row["name"]) for row in _rows(packs, "entities")
    ]
    named += [(row["entity"], row["alias"]) for row in _rows(packs, "aliases") if row["kind"] in NAMED]
    names: dict[str, set[str]] = defaultdict(set)
    for key, name in named:
        if key in cities:
            names[key].add(name_key(name))
    return dict(sorted(names.items()))


def _countries(draft: Draft, packs: Path) -> dict[str, set[str]]:
    """The countries that each place lies in."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = [(fact[0], fact[1], fact[2]) for fact in draft.facts]
    rows += [(row["subject"], row["predicate"], row["value"]) for row in _rows(packs, "facts")]
    for subject, predicate, value in rows:
        if predicate == "in_country":
            found[subject].add(value)
    return found


def _rows(packs: Path, table: str) -> Iterable[dict[str, str]]:
    """The rows of a table of every pack that is written as CSV; none of the large ones names a city."""
    for path in sorted(packs.glob(f"*/{table}.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.DictReader(file)
