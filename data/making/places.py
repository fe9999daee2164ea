"""City entities for editions, summits and events, with the other names that news uses."""

from making.countries import country
from making.tables import TYPED, Draft, listed, read_rows

_VARIANTS = {row["name"]: row for row in read_rows(TYPED / "places.csv")}


def add_place(draft: Draft, name: str, in_country: str) -> str:
    """Declare a place in a country, with its variants, and give its id."""
    name = _VARIANTS.get(name, {}).get("use") or name
    key = draft.entity("place", name)
    draft.fact(key, "in_country", country(in_country))
    if name in _VARIANTS:
        draft.alias(key, "variant", *listed(_VARIANTS[name]["variants"]))
    return key
