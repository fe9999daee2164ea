"""Countries with their names, demonyms and capitals, from ``typed/countries.csv``."""

from pathlib import Path

from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows

ACCESSED = "2026-11-25"


def country(name: str) -> str:
    """The id of a country by any name that the raw files use for it."""
    return entity_id("country", _RAW_NAMES.get(name, name))


_RAW_NAMES = {
    "United Republic of Tanzania": "Tanzania",
    "Democratic Republic of the Congo": "DR Congo",
    "Congo": "Republic of the Congo",
    "Côte d'Ivoire": "Ivory Coast",
    "Czechia": "Czech Republic",
    "Holy See": "Vatican City",
    "Timor-Leste": "East Timor",
    "Türkiye": "Turkey",
    "Viet Nam": "Vietnam",
    "Syrian Arab Republic": "Syria",
    "Russian Federation": "Russia",
    "Republic of Korea": "South Korea",
    "Democratic People's Republic of Korea": "North Korea",
    "Lao People's Democratic Republic": "Laos",
    "Republic of Moldova": "Moldova",
    "Cabo Verde": "Cape Verde",
    "Brunei Darussalam": "Brunei",
    "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "United States of America": "United States",
    "Micronesia (Federated States of)": "Micronesia",
    "Bolivia (Plurinational State of)": "Bolivia",
    "Venezuela (Bolivarian Republic of)": "Venezuela",
    "Iran (Islamic Republic of)": "Iran",
    "Puerto Rico (United States)": "Puerto Rico",
    "Saint Kitts & Nevis": "Saint Kitts and Nevis",
    "Sao Tome and Principe": "São Tomé and Príncipe",
}


def make_countries(_raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``countries``."""
    draft = Draft()
    for row in read_rows(TYPED / "countries.csv"):
        _add(draft, row)
    for row in read_rows(TYPED / "country_parts.csv"):
        draft.fact(country(row["part"]), row["relation"], country(row["country"]))
    record = SourceRecord(
        title="Countries, their names, demonyms and capitals",
        producer="compiled for this project from general knowledge",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2026-01-01",
        made_by="data/make_curated.py",
        rank=1,
        raw=(TYPED / "countries.csv", TYPED / "country_parts.csv"),
    )
    return draft, record


def _add(draft: Draft, row: dict[str, str]) -> None:
    key = draft.entity("country", row["name"])
    draft.alias(key, "demonym", *listed(row["demonyms"]))
    draft.alias(key, "short", *listed(row["variants"]))
    draft.alias(key, "former", *listed(row["former"]))
    draft.alias(key, "acronym", *listed(row["acronyms"]))
    draft.alias(key, "metonym", *listed(row["metonyms"]))
    for capital in listed(row["capital"]):
        place = draft.entity("place", capital)
        draft.fact(place, "in_country", key)
