"""The planets, with Pluto: size, distance, time round the Sun, moons as they were known in 2018."""

from pathlib import Path

from making.figures import plain
from making.tables import Draft, SourceRecord, read_rows

MOONS_AS_OF = "2018-07"
"""Jupiter has the 79 moons of July 2018, Saturn not yet those of 2019."""
MOONS_KNOWN_FOR_LONG = frozenset(("Mercury", "Venus", "Earth", "Mars"))
BARE = frozenset(("Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune", "Pluto"))
DOUBTFUL = frozenset(("Pluto",))
"""Its figures are from before the fly-by of 2015."""
FACTS = {
    "diameter": "diameter",
    "distance_from_sun": "distance_from_sun",
    "orbital_period": "orbital_period",
}


def make_planets(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``planets``."""
    path = raw / "culture" / "planets.csv"
    draft = Draft()
    for row in read_rows(path):
        name = row["planet"]
        key = f"body/{name.casefold()}"
        draft.entities.add((key, "body", f"{name} (planet)" if name != "Pluto" else "Pluto (dwarf planet)"))
        draft.alias(key, "short", f"planet {name}", f"Planet {name}")
        draft.alias(key, "weak", name if name in BARE else "")
        status = "unconfirmed" if name in DOUBTFUL else ""
        for column, predicate in FACTS.items():
            draft.fact(key, predicate, plain(row[column]), status=status)
        status = "" if name in MOONS_KNOWN_FOR_LONG else "unconfirmed"
        draft.fact(key, "moons", plain(row["number_of_moons"]), ("", "", MOONS_AS_OF), status)
    record = SourceRecord(
        title="The planets and Pluto",
        producer="planets data set, after NASA's planetary fact sheet",
        url="https://nssdc.gsfc.nasa.gov/planetary/factsheet/",
        licence="MIT",
        accessed="2026-11-23",
        newest="2018-07-31",
        made_by="data/make_culture.py",
        rank=8,
        raw=(path,),
    )
    return draft, record
