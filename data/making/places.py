"""City entities for editions, summits and events, with the other names that news uses."""

from making.countries import country
from making.tables import TYPED, Draft, listed, read_rows, slug

_VARIANTS = {row["name"]: row for row in read_rows(TYPED / "places.csv")}


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
