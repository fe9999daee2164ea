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
    # World Bank, Gapminder, factbook, football and election lists
    "Antigua & Barbuda": "Antigua and Barbuda",
    "Bahamas, The": "Bahamas",
    "The Bahamas": "Bahamas",
    "Bolivia, Plurinational State of": "Bolivia",
    "Bosnia-Herzegovina": "Bosnia and Herzegovina",
    "British Guiana": "Guyana",
    "Burma": "Myanmar",
    "Myanmar (Burma)": "Myanmar",
    "Ceylon": "Sri Lanka",
    "Congo, Dem. Rep.": "DR Congo",
    "Congo, The Democratic Republic of the": "DR Congo",
    "Democratic Republic of Congo": "DR Congo",
    "DRC": "DR Congo",
    "Congo-Kinshasa": "DR Congo",
    "Belgian Congo": "DR Congo",
    "Zaire": "DR Congo",
    "Zaïre": "DR Congo",
    "Congo, Rep.": "Republic of the Congo",
    "Congo (Brazzaville)": "Republic of the Congo",
    "Cook Is": "Cook Islands",
    "Cote d'Ivoire": "Ivory Coast",
    "Curacao": "Curaçao",
    "Dahomey": "Benin",
    "Democratic Republic of Vietnam": "North Vietnam",
    "Dutch Guyana": "Suriname",
    "Surinam": "Suriname",
    "Egypt, Arab Rep.": "Egypt",
    "Faeroe Islands": "Faroe Islands",
    "Falkland Is (Malvinas)": "Falkland Islands",
    "Falkland Islands (Malvinas)": "Falkland Islands",
    "Falkland Islands (Islas Malvinas)": "Falkland Islands",
    "Federated States of Micronesia": "Micronesia",
    "Micronesia, Fed. Sts.": "Micronesia",
    "Micronesia, Federated States of": "Micronesia",
    "FR Yugoslavia": "Yugoslavia",
    "French Somaliland": "Djibouti",
    "Gambia, The": "Gambia",
    "The Gambia": "Gambia",
    "Gaza, Gaza Strip": "Gaza Strip",
    "German Democratic Republic": "East Germany",
    "German DR": "East Germany",
    "German Federal Republic": "West Germany",
    "Gold Coast": "Ghana",
    "Holy See (Vatican City)": "Vatican City",
    "Holy See (Vatican City State)": "Vatican City",
    "Hong Kong SAR, China": "Hong Kong",
    "Hong Kong, China": "Hong Kong",
    "Iran, Islamic Rep.": "Iran",
    "Iran, Islamic Republic of": "Iran",
    "Irish Free State": "Ireland",
    "Republic of Ireland": "Ireland",
    "Éire": "Ireland",
    "Korea, Dem. People's Rep.": "North Korea",
    "Korea, Democratic People's Republic of": "North Korea",
    "Korea, Rep.": "South Korea",
    "Korea, Republic of": "South Korea",
    "Kyrgyz Republic": "Kyrgyzstan",
    "Lao": "Laos",
    "Lao PDR": "Laos",
    "Macao": "Macau",
    "Macao SAR, China": "Macau",
    "Macao, China": "Macau",
    "Macedonia": "North Macedonia",
    "Malaya": "Malaysia",
    "Moldova, Republic of": "Moldova",
    "New Hebrides": "Vanuatu",
    "Northern Rhodesia": "Zambia",
    "Nyasaland": "Malawi",
    "Palestine, State of": "Palestine",
    "West Bank and Gaza": "Palestine",
    "Portuguese Guinea": "Guinea-Bissau",
    "Puerto Rico (US)": "Puerto Rico",
    "Republic of Vietnam": "South Vietnam",
    "Vietnam Republic": "South Vietnam",
    "Slovak Republic": "Slovakia",
    "Sint Maarten (Dutch part)": "Sint Maarten",
    "Somalia, Fed. Rep.": "Somalia",
    "Southern Rhodesia": "Zimbabwe",
    "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Lucia": "Saint Lucia",
    "St. Vincent": "Saint Vincent and the Grenadines",
    "St. Vincent and the Grenadines": "Saint Vincent and the Grenadines",
    "Swaziland": "Eswatini",
    "Tahiti": "French Polynesia",
    "Taiwan, Province of China": "Taiwan",
    "Tajkistan": "Tajikistan",
    "Tanzania, United Republic of": "Tanzania",
    "The Dominican": "Dominican Republic",
    "Turkiye": "Turkey",
    "UAE": "United Arab Emirates",
    "UK": "United Kingdom",
    "United States Virgin Islands": "U.S. Virgin Islands",
    "Virgin Islands": "U.S. Virgin Islands",
    "Virgin Islands (U.S.)": "U.S. Virgin Islands",
    "Virgin Islands, U.S.": "U.S. Virgin Islands",
    "Virgin Islands, British": "British Virgin Islands",
    "Upper Volta": "Burkina Faso",
    "USA": "United States",
    "Venezuela, RB": "Venezuela",
    "Venezuela, Bolivarian Republic of": "Venezuela",
    "Wallis Islands and Futuna": "Wallis and Futuna",
    "Wallis et Futuna": "Wallis and Futuna",
    "Western Samoa": "Samoa",
    "Yemen AR": "North Yemen",
    "Yemen Arab Republic": "North Yemen",
    "Yemen DPR": "South Yemen",
    "Yemen People's Republic": "South Yemen",
    "Yemen, Rep.": "Yemen",
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
