"""Names that countries, places, organisations and companies had once, or got, with the times."""

from pathlib import Path

from making.countries import ACCESSED
from making.tables import TYPED, Draft, SourceRecord, read_rows

NAMES = TYPED / "names_in_time.csv"


def make_renamings(_raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``renamings``. A row without a kind dates a name that another pack gives."""
    draft = Draft()
    for row in read_rows(NAMES):
        if row["name"]:
            draft.entity(row["entity"].partition("/")[0], row["name"])
        if row["kind"]:
            draft.alias(row["entity"], row["kind"], row["alias"])
        draft.name_times.add((row["entity"], row["alias"], row["valid_from"], row["valid_to"]))
    record = SourceRecord(
        title="Names in time",
        producer="compiled for this project from general knowledge",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2026-01-01",
        made_by="data/make_curated.py",
        rank=1,
        raw=(NAMES,),
    )
    return draft, record
