"""Games of many sports beside the Olympics, from the typed ``games.csv``."""

from pathlib import Path

from making.countries import ACCESSED, country
from making.places import add_place
from making.tables import TYPED, Draft, SourceRecord, entity_id, read_rows

GAMES = TYPED / "games.csv"


def make_games(_raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``games``."""
    draft = Draft()
    for row in read_rows(GAMES):
        draft.entity("series", row["series"])
        key = draft.entity("edition", f"{row['year']} {row['series']}")
        draft.fact(key, "edition_of", entity_id("series", row["series"]))
        draft.fact(key, "edition_year", row["year"])
        draft.fact(key, "took_place", "", (row["start"], row["end"], ""), row["status"])
        draft.fact(key, "located_in", add_place(draft, row["city"], row["country"]), status=row["status"])
        draft.fact(key, "located_in_country", country(row["country"]), status=row["status"])
        if row["status"] != "scheduled":
            draft.alias(key, "official", f"{row['city']} {row['series']}")
    record = SourceRecord(
        title="Commonwealth Games and Asian Games with their days and cities",
        producer="compiled for this project (own knowledge)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2023-10-08",
        made_by="data/make_curated.py",
        rank=1,
        raw=(GAMES,),
    )
    return draft, record
