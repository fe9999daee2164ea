"""Neighbours, superlatives, heights, lengths, parts and chambers of countries, from the project's own typed lists.

Every list is of facts that any atlas states. Borders hold every neighbour on land, and such as are taken for one (a causeway, a
disputed stretch); a superlative holds every answer that an atlas or a newspaper may give.
"""

from making.countries import country
from making.figures import COUNTRIES, yearly
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows, slug

FILES = (
    "chambers.csv",
    "divisions.csv",
    "landlocked.csv",
    "neighbours.csv",
    "part_populations.csv",
    "peaks.csv",
    "regions.csv",
    "rivers.csv",
    "superlatives.csv",
)
AS_OF = "2026-01"
_ORGS = {"European Union": "org/european-union", "Eurozone": "org/eurozone"}
"""Bodies that superlatives are of as they are of regions."""
_BODIES_OF_WATER = ("Mediterranean", "Caribbean")


def make_lands() -> tuple[Draft, SourceRecord]:
    """The pack ``lands``."""
    draft = Draft()
    _add_regions(draft)
    _add_borders(draft)
    _add_superlatives(draft)
    _add_peaks(draft)
    _add_rivers(draft)
    _add_parts(draft)
    _add_chambers(draft)
    _add_shores(draft)
    return draft, SourceRecord(
        title="Neighbours, superlatives, heights, rivers, parts and chambers of countries",
        producer="the project's own lists",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2026-01-01",
        made_by="data/make_culture.py",
        rank=1,
        raw=tuple(TYPED / name for name in FILES),
    )


def _land(draft: Draft, name: str) -> str | None:
    """The id of a country or of a part that the store keeps as one; None where it keeps none of that name."""
    key = country(name)
    if key not in COUNTRIES:
        return None
    draft.entities.add((key, "country", COUNTRIES[key]))
    return key


def _add_regions(draft: Draft) -> None:
    for row in read_rows(TYPED / "regions.csv"):
        key = draft.entity("region", row["name"])
        draft.alias(key, "variant", *listed(row["also"]))
        draft.alias(key, "demonym", *listed(row["demonyms"]))


def _add_borders(draft: Draft) -> None:
    for row in read_rows(TYPED / "neighbours.csv"):
        one = _land(draft, row["country"])
        others = [_land(draft, name) for name in listed(row["neighbours"])]
        for other in others:
            if one and other:
                draft.fact(one, "borders", other)


def _add_superlatives(draft: Draft) -> None:
    regions = {row["name"] for row in read_rows(TYPED / "regions.csv")}
    for row in read_rows(TYPED / "superlatives.csv"):
        of = row["of"]
        key = entity_id("region", of) if of in regions else _ORGS.get(of) or _land(draft, of)
        if of in _BODIES_OF_WATER:
            key = draft.entity("region", of)
        if key is None:
            raise ValueError(f"superlatives.csv: no region or country {of}")
        times = (row["from"], row["to"], "" if row["to"] else AS_OF)
        for value in listed(row["values"]):
            draft.fact(key, row["predicate"], value, times)


def _place(draft: Draft, row: dict[str, str]) -> str:
    key = f"place/{slug(row['name'])}"
    draft.entities.add((key, "place", row["name"]))
    draft.alias(key, "variant", *listed(row["also"]))
    draft.fact(key, "landmark", "yes")
    for name in listed(row["countries"]):
        draft.fact(key, "in_country", country(name))
    return key


def _add_peaks(draft: Draft) -> None:
    for row in read_rows(TYPED / "peaks.csv"):
        key = _place(draft, row)
        for metres in listed(row["metres"]):
            draft.fact(key, "height", metres)


def _add_rivers(draft: Draft) -> None:
    for row in read_rows(TYPED / "rivers.csv"):
        key = _place(draft, row)
        for kilometres in listed(row["km"]):
            draft.fact(key, "length", kilometres)
        if row["sea"]:
            draft.fact(key, "flows_into", row["sea"])


def _add_parts(draft: Draft) -> None:
    for row in read_rows(TYPED / "part_populations.csv"):
        key = _land(draft, row["part"])
        if key:
            yearly(draft, key, "population", row["year"], row["people"])
    for row in read_rows(TYPED / "divisions.csv"):
        key = _land(draft, row["country"])
        if key:
            draft.fact(key, row["kind"], row["divisions"], (row["from"], "", AS_OF))


def _add_chambers(draft: Draft) -> None:
    for row in read_rows(TYPED / "chambers.csv"):
        key = f"org/{slug(row['name'])}-of-{slug(row['country'])}"
        draft.entities.add((key, "org", f"{row['name']} of {row['country']}"))
        draft.alias(key, "weak" if row["name"] in _SHARED else "short", row["name"], *listed(row["also"]))
        draft.alias(
            key, "variant", *(f"{demonym} {row['name']}" for demonym in _DEMONYMS.get(row["country"], ()))
        )
        draft.fact(key, "seats", row["seats"], (row["from"], row["to"], "" if row["to"] else AS_OF))


_SHARED = frozenset(("Senate", "House of Commons", "House of Representatives", "Majlis"))
"""Names that chambers of several countries go by."""
_DEMONYMS = {
    "United Kingdom": ("British", "U.K.", "UK"),
    "United States": ("US", "U.S.", "American", "United States"),
    "Iran": ("Iranian",),
}


def _add_shores(draft: Draft) -> None:
    """Whether a country lies on the sea; of islands it is not said."""
    inland = {country(row["country"]) for row in read_rows(TYPED / "landlocked.csv")}
    bordered = {fact[0] for fact in draft.facts if fact[1] == "borders"}
    bordered |= {fact[2] for fact in draft.facts if fact[1] == "borders"}
    for key in sorted(bordered | inland):
        if key in COUNTRIES and key not in _DISPUTED_SHORES:
            draft.entities.add((key, "country", COUNTRIES[key]))
            draft.fact(key, "landlocked", "landlocked" if key in inland else "on the sea")


_DISPUTED_SHORES = frozenset(
    (
        "country/palestine",
        "country/jordan",
        "country/iraq",
        "country/dr-congo",
        "country/bosnia-and-herzegovina",
    )
)
"""With a short coast of their own, or one that is cut off, so that they are called landlocked, too."""
