"""Who wins and loses: national teams as countries, clubs and franchises as organisations."""

from making.countries import country
from making.tables import TYPED, Draft, entity_id, listed, read_rows, slug

TYPED_TEAMS = TYPED / "sport_teams.csv"
TYPED_COUNTRIES = TYPED / "countries.csv"

_COUNTRIES = {slug(row["name"]) for row in read_rows(TYPED_COUNTRIES)}
_TEAMS = {row["raw"]: row for row in read_rows(TYPED_TEAMS)}
# A historic state plays on under its successor's name in the list of internationals.
_THEN = {
    "Germany": (("West Germany", "1949-05-23", "1990-10-02"),),
    "Russia": (("Soviet Union", "1922-12-30", "1991-12-25"),),
    "Serbia": (
        ("Yugoslavia", "1992-04-28", "2003-02-03"),
        ("Serbia and Montenegro", "2003-02-04", "2006-06-30"),
    ),
}


def add_national_team(draft: Draft, name: str, day: str = "") -> str:
    """The country a team plays for; an organisation where no country has the name."""
    name = next((then for then, first, last in _THEN.get(name, ()) if first <= day <= last), name)
    key = country(name)
    if key.removeprefix("country/") in _COUNTRIES:
        return key
    if name == "West Indies":
        return draft.entity("org", "West Indies cricket team")
    return draft.entity("org", f"{name} football team")


def add_club(draft: Draft, raw: str) -> str:
    """A club or franchise with the names that news gives it."""
    row = _TEAMS.get(raw, {})
    name = row.get("name") or raw
    key = draft.entity("org", name)
    draft.alias(key, "short", *listed(row.get("short", "")))
    draft.alias(key, "nickname", *listed(row.get("nickname", "")))
    draft.alias(key, "weak", *listed(row.get("weak", "")))
    return key


def is_country(name: str) -> bool:
    """Whether the table of countries has the name."""
    return (
        entity_id("country", name).removeprefix("country/") in _COUNTRIES
        or country(name).removeprefix("country/") in _COUNTRIES
    )
