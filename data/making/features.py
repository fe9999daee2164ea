"""Mountains, lakes, islands, regions and sights, and the countries they lie in."""

from making.countries import country
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows, slug

FEATURES = TYPED / "features.csv"


def make_features() -> tuple[Draft, SourceRecord]:
    """The pack ``features``: each with every country that has a part of it."""
    draft = Draft()
    for row in read_rows(FEATURES):
        key = f"place/{slug(row['name'])}"
        draft.entities.add((key, "place", row["name"]))
        draft.alias(key, "variant", *listed(row["also"]))
        draft.fact(key, "landmark", "yes")
        for name in listed(row["countries"]):
            draft.fact(key, "in_country", country(name))
    return draft, SourceRecord(
        title="Mountains, lakes, islands, regions and sights with their countries",
        producer="the project's own list",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2026-01-01",
        made_by="data/make_culture.py",
        rank=1,
        raw=(FEATURES,),
    )
