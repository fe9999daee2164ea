"""Summits of series, bilateral meetings and conferences, from ``summits.csv``."""

import re
from pathlib import Path

from making.countries import ACCESSED, country
from making.places import POSITIONS, add_place, add_positions
from making.tables import TYPED, Draft, SourceRecord, entity_id, read_rows, slug

# raw series -> series name, names that mean it, weaker names
SERIES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "G7": (
        "G7 summit",
        ("G-7 summit", "Group of Seven summit", "G7 leaders' summit", "summit of the G7"),
        ("G7", "G-7", "Group of Seven", "Group of 7", "G7 meeting"),
    ),
    "G8": (
        "G8 summit",
        ("G-8 summit", "Group of Eight summit", "G8 leaders' summit", "summit of the G8"),
        ("G8", "G-8", "Group of Eight", "Group of 8", "G8 meeting"),
    ),
    "G20": (
        "G20 summit",
        (
            "G-20 summit",
            "Group of 20 summit",
            "Group of Twenty summit",
            "G20 leaders' summit",
            "G20 Leaders Summit",
        ),
        ("G20", "G-20", "Group of 20", "G20 meeting"),
    ),
    "NATO": ("NATO summit", ("NATO leaders' summit",), ("NATO meeting", "NATO leaders' meeting")),
    "SCO": (
        "SCO summit",
        (
            "Shanghai Cooperation Organization summit",
            "Shanghai Cooperation Organisation summit",
            "summit of the Shanghai Cooperation Organization",
            "summit of the Shanghai Cooperation Organisation",
        ),
        (
            "Shanghai Cooperation Organization meeting",
            "Shanghai Cooperation Organisation meeting",
            "SCO meeting",
        ),
    ),
    "BRICS": ("BRICS summit", ("Brics summit", "summit of the BRICS"), ("BRICS meeting",)),
    "COP (UNFCCC)": (
        "UN climate conference",
        (),
        (
            "U.N. climate summit",
            "UN climate summit",
            "U.N. climate conference",
            "United Nations climate summit",
            "United Nations climate conference",
            "UN climate talks",
            "U.N. climate talks",
            "UN climate change conference",
            "U.N. Climate Change Conference",
            "COP summit",
        ),
    ),
    "APEC": (
        "APEC summit",
        (
            "Asia-Pacific Economic Cooperation summit",
            "APEC leaders' summit",
            "Asia-Pacific Economic Cooperation forum summit",
        ),
        (
            "APEC",
            "APEC meeting",
            "APEC forum",
            "Asia-Pacific Economic Cooperation",
            "Asia-Pacific Economic Cooperation forum",
            "APEC leaders' meeting",
        ),
    ),
}
NAMES = {"COP (UNFCCC)": "{edition}", "default": "{year} {series}"}
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_COP = re.compile(r"^COP(\d+)$")


def make_summits(raw: Path) -> tuple[Draft, SourceRecord]:
    """The pack ``summits``."""
    path = raw / "curated" / "summits.csv"
    draft = Draft()
    for name, strong, weak in SERIES.values():
        key = draft.entity("series", name)
        draft.alias(key, "short", *strong)
        draft.alias(key, "weak", *weak)
    for row in read_rows(path):
        if row["series"] in SERIES:
            _add_edition(draft, row)
        else:
            _add_meeting(draft, row)
    for row in read_rows(TYPED / "cancelled_editions.csv"):
        _add_cancelled(draft, row)
    add_positions(draft)
    record = SourceRecord(
        title="Summits of G7, G8, G20, NATO, SCO, BRICS, COP and APEC, bilateral meetings and conferences",
        producer="compiled for this project (own knowledge, audited 2026-11-23)",
        url="",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest="2025-11-23",
        made_by="data/make_curated.py",
        rank=1,
        raw=(path, TYPED / "cancelled_editions.csv", POSITIONS),
    )
    return draft, record


def _add_edition(draft: Draft, row: dict[str, str]) -> None:
    series = SERIES[row["series"]][0]
    year = row["start"][:4]
    name = row["edition"] if row["series"].startswith("COP") else f"{year} {series}"
    if (not row["edition"] and row["series"] != "NATO") or "extraordinary" in row["note"]:
        name = f"Extraordinary {series} of {row['start']}"
    key = draft.entity("edition", name)
    draft.fact(key, "edition_of", entity_id("series", series))
    draft.fact(key, "edition_year", year)
    ordinal = _ORDINAL.match(row["edition"]) or _COP.match(row["edition"])
    if ordinal:
        draft.fact(key, "edition_ordinal", ordinal[1])
    if row["series"].startswith("COP"):
        draft.alias(
            key, "variant", row["edition"].replace("COP", "COP "), row["edition"].replace("COP", "COP-")
        )
    _place_and_time(draft, key, row)


def _add_cancelled(draft: Draft, row: dict[str, str]) -> None:
    """A summit that was planned and never held: news spoke of it, so that its year is no error."""
    key = draft.entity("edition", f"{row['year']} {row['series']}")
    draft.fact(key, "edition_of", entity_id("series", row["series"]))
    draft.fact(key, "edition_year", row["year"])
    draft.fact(key, "located_in", add_place(draft, row["city"], row["country"]), status="cancelled")
    draft.fact(key, "located_in_country", country(row["country"]), status="cancelled")
    draft.fact(key, "took_place", "", (row["year"], row["year"], ""), "cancelled", row["note"])


def _place_and_time(draft: Draft, key: str, row: dict[str, str]) -> None:
    note = "virtual" if "virtual" in row["note"] else ""
    draft.fact(key, "took_place", "", (row["start"], row["end"], ""), "", note)
    draft.fact(key, "located_in", add_place(draft, row["city"], row["country"]), note=note)
    draft.fact(key, "located_in_country", country(row["country"]), note=note)


def _add_meeting(draft: Draft, row: dict[str, str]) -> None:
    """A bilateral meeting or a conference: an event of its own, under the names that news gives it."""
    base, year = row["edition"], row["start"][:4]
    if row["series"] == "Bilateral":
        key = draft.entity("event", f"{base} summit in {row['city']} ({year})")
        pair = base.replace("–", "-")
        draft.alias(key, "short", f"{pair} summit in {row['city']}", f"{row['city']} summit")
        draft.alias(key, "weak", f"{pair} summit")
    else:
        event = (
            base
            if re.search(r"Conference|Agreement|Summit|summit|conference|Rio\+20", base)
            else f"{base} Conference"
        )
        key = draft.entity("event", event)
        if event != base and slug(base) not in {slug(row["city"]), "annapolis"}:
            draft.alias(key, "short", base)
    _place_and_time(draft, key, row)
