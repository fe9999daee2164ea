"""Make the pack of America's national party conventions from the project's own table.

    python data/make_conventions.py

Needs no raw files. Equal tables give equal packs, byte for byte.
"""

import csv
from pathlib import Path

from making.countries import country
from making.places import add_place
from making.tables import TYPED, Draft, SourceRecord, read_rows, write_pack

FOLDER = Path(__file__).parent / "packs" / "conventions"
TABLE = TYPED / "conventions.csv"
NATION = "United States"
SERIES = (
    "series",
    "family",
    "complete_from",
    "complete_to",
    "edition_name",
    "blocked_before",
    "blocked_after",
    "context",
)
PARTIES = ("Democratic", "Republican")


def make_conventions() -> Draft:
    """The rows of the pack."""
    draft = Draft()
    for party in PARTIES:
        name = f"{party} National Convention"
        series = draft.entity("series", name)
        draft.alias(
            series,
            "short",
            f"{party} convention",
            f"{party} national convention",
            f"{party} national conventions",
            f"{party[0]}NC convention",
        )
    for row in read_rows(TABLE):
        name = f"{row['party']} National Convention"
        edition = draft.entity("edition", f"{row['year']} {name}")
        draft.fact(edition, "edition_of", draft.entity("series", name))
        draft.fact(edition, "edition_year", row["year"])
        draft.fact(edition, "took_place", "", (row["start"], row["end"], ""))
        draft.fact(edition, "located_in", add_place(draft, row["city"], NATION))
        draft.fact(edition, "located_in_country", country(NATION))
    return draft


def main() -> int:
    """Write the pack."""
    record = SourceRecord(
        title="National conventions of the Democratic and Republican parties since 1960",
        producer="compiled for this project",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-26",
        newest="2024-08-22",
        made_by="data/make_conventions.py",
        rank=1,
        raw=(TABLE,),
    )
    draft = make_conventions()
    write_pack(FOLDER, draft, record)
    with (FOLDER / "series.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(SERIES)
        for party in PARTIES:
            name = f"{party} National Convention"
            key = f"series/{party.casefold()}-national-convention"
            writer.writerow(
                (
                    key,
                    "us-conventions",
                    1960,
                    2024,
                    f"{{year}} {name}",
                    "state|county|youth|young",
                    "delegate|delegates|committee",
                    "",
                )
            )
    print(f"conventions: {len(draft.entities)} entities, {len(draft.facts)} facts")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
