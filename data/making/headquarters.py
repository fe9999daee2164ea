"""Where a company has its headquarters: a city that is known by its name, or "city, state"."""

import re

from making.countries import country
from making.places import add_place
from making.tables import Draft, slug

LARGE = frozenset(
    (
        "Akron, Ohio",
        "Ann Arbor, Michigan",
        "Atlanta, Georgia",
        "Austin, Texas",
        "Baltimore, Maryland",
        "Boise, Idaho",
        "Boston, Massachusetts",
        "Charlotte, North Carolina",
        "Chicago, Illinois",
        "Cincinnati, Ohio",
        "Cleveland, Ohio",
        "Columbus, Ohio",
        "Dallas, Texas",
        "Denver, Colorado",
        "Des Moines, Iowa",
        "Detroit, Michigan",
        "Fort Wayne, Indiana",
        "Houston, Texas",
        "Indianapolis, Indiana",
        "Irvine, California",
        "Jacksonville, Florida",
        "Las Vegas, Nevada",
        "Los Angeles, California",
        "Louisville, Kentucky",
        "Memphis, Tennessee",
        "Miami, Florida",
        "Milwaukee, Wisconsin",
        "Minneapolis, Minnesota",
        "Nashville, Tennessee",
        "New Orleans, Louisiana",
        "New York City, New York",
        "Oakland, California",
        "Oklahoma City, Oklahoma",
        "Omaha, Nebraska",
        "Orlando, Florida",
        "Philadelphia, Pennsylvania",
        "Phoenix, Arizona",
        "Pittsburgh, Pennsylvania",
        "Salt Lake City, Utah",
        "San Antonio, Texas",
        "San Diego, California",
        "San Francisco, California",
        "Seattle, Washington",
        "St. Louis, Missouri",
        "Tampa, Florida",
        "Tulsa, Oklahoma",
        "Washington, D.C.",
    )
)
"""Cities that news names without their state, each the largest of its name in the country."""
STATES = {
    "Arizona": "Ariz.",
    "Arkansas": "Ark.",
    "California": "Calif.",
    "Colorado": "Colo.",
    "Connecticut": "Conn.",
    "Delaware": "Del.",
    "Florida": "Fla.",
    "Georgia": "Ga.",
    "Illinois": "Ill.",
    "Indiana": "Ind.",
    "Iowa": "Iowa",
    "Kentucky": "Ky.",
    "Maine": "Maine",
    "Maryland": "Md.",
    "Massachusetts": "Mass.",
    "Michigan": "Mich.",
    "Minnesota": "Minn.",
    "Missouri": "Mo.",
    "New Hampshire": "N.H.",
    "New Jersey": "N.J.",
    "New York": "N.Y.",
    "North Carolina": "N.C.",
    "Ohio": "Ohio",
    "Pennsylvania": "Pa.",
    "Rhode Island": "R.I.",
    "Tennessee": "Tenn.",
    "Texas": "Texas",
    "Virginia": "Va.",
    "Washington": "Wash.",
    "Wisconsin": "Wis.",
}
ABROAD = frozenset(("Ireland", "United Kingdom", "Switzerland", "Netherlands", "Canada"))
TOO_SMALL = frozenset(
    (
        "Worsley, United Kingdom",
        "Guildford, United Kingdom",
        "Warmley, Bristol, United Kingdom",
        "Hamilton, Bermuda",
        "Upper Macungie Township, Pennsylvania",
        "Washington County, Oregon",
        "Miami-Dade County, Florida",
        "none",
    )
)


def add_headquarters(draft: Draft, company: str, text: str, as_of: str) -> bool:
    """Say where the headquarters were on a day; False where there is no place to name."""
    places = [re.sub(r"\[\d+\]$", "", part.strip()) for part in text.split(";")]
    if any(place in TOO_SMALL for place in places):
        return False
    for place in places:
        draft.fact(
            company,
            "headquartered_in",
            _add_city(draft, place),
            ("", "", as_of),
            "unconfirmed",  # of one day, and said of every day before
        )
    return True


def _add_city(draft: Draft, place: str) -> str:
    city, _comma, owner = place.rpartition(", ")
    if owner in ABROAD:
        return add_place(draft, city, owner)
    if place in LARGE:
        return add_place(draft, place if owner == "D.C." else city, "United States")
    key = f"place/{slug(place)}"
    draft.entities.add((key, "place", place))
    draft.fact(key, "in_country", country("United States"))
    if owner in STATES:
        draft.alias(key, "variant", f"{city}, {STATES[owner]}")
    return key
