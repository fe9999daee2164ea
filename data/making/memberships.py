"""Who belongs to which organisation since when: ``memberships.csv``, ``un_members.csv``, and ``typed/memberships.csv`` for what they lack."""

from pathlib import Path

from making.countries import ACCESSED, country
from making.leaders import add_organisation
from making.tables import TYPED, Draft, SourceRecord, read_rows

AS_OF = "2026-01"
"""Open memberships were checked against this month."""

_SAME = {"WTO": "World Trade Organization"}


def make_memberships(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``memberships``."""
    paths = (
        raw / "curated" / "memberships.csv",
        raw / "curated" / "un_members.csv",
        TYPED / "memberships.csv",
    )
    draft = Draft()
    for path in paths:
        for row in read_rows(path):
            _add_member(draft, row)
    record = SourceRecord(
        title="Members of international organisations with accession and exit",
        producer="compiled for this project (own knowledge, audited 2026-11-23)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2025-01-17",
        made_by="data/make_curated.py",
        rank=1,
        raw=paths,
    )
    return draft, record


def _add_member(draft: Draft, row: dict[str, str]) -> None:
    organisation = add_organisation(draft, _SAME.get(row["organisation"], row["organisation"]))
    member = row["member"]
    key = (
        add_organisation(draft, member) if member in ("European Union", "African Union") else country(member)
    )
    left = row.get("left", "")
    times = (row["joined"], left, "" if left else AS_OF)
    draft.fact(key, "member_of", organisation, times, "unconfirmed" if not row["joined"] else "")
