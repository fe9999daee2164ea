"""City entities for editions, summits and events, with the other names that news uses."""

from making.countries import country
from making.tables import TYPED, Draft, listed, read_rows, slug

_VARIANTS = {row["name"]: row for row in read_rows(TYPED / "places.csv")}
POSITIONS = TYPED / "place_positions.csv"
"""Where places lie that no list of cities has, latitude and longitude in degrees."""
_POSITIONS = {row["name"]: row["coordinates"] for row in read_rows(POSITIONS)}


def add_place(draft: Draft, name: str, in_country: str) -> str:
    """Declare a place in a country, with its variants, and give its id."""
    row = _VARIANTS.get(name, {})
    name = row.get("use") or name
    key = row.get("id") or f"place/{slug(name)}"
    row = row if row.get("id") else _VARIANTS.get(name, {})
    draft.entities.add((key, "place", name))
    draft.fact(key, "in_country", country(in_country))
    draft.alias(key, "variant", *listed(row.get("variants", "")))
    return key


def add_positions(draft: Draft) -> None:
    """Say where the places of a draft lie that no list of cities has."""
    for key, kind, name in sorted(draft.entities):
        if kind == "place" and name in _POSITIONS:
            draft.fact(key, "coordinates", _POSITIONS[name])
