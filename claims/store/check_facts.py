"""What is doubtful in a store: sources that disagree, gaps, overlaps, stale rows. All in SQL."""

from dataclasses import dataclass
from datetime import date

import duckdb

from claims.store.doubt_queries import QUERIES, SET_UP

TOLERANCES = {
    "overlap_days": 45,
    "gap_days": 90,
    "stale_days": 400,
    "adult_years": 14,
    "degrees": 0.25,
    "spike": 5,
}
"""Two holders of one office may overlap for 45 days: a handover, or two ways of counting its day. It may be vacant for 90
before its list looks incomplete. An open row last checked 400 days ago should be checked again. Nobody holds an office
before 14 (the youngest known members of parliament were 18 or so; the rest is for wrong years). Coordinates of one
place may lie a quarter of a degree apart, which is some 28 km: a circuit and its town. A year's figure is odd where it
lies five tolerances of its predicate off both the year before and the year after, which are like each other; rates of
change are left out, since they do that."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at: what kind, which facts, in words why, and the packs that state them."""

    kind: str
    facts: tuple[str, ...]
    text: str
    packs: tuple[str, ...] = ()


def check_facts(db: duckdb.DuckDBPyConnection, today: date) -> list[Doubt]:
    """Every doubt about the facts of an open store, by kind in the order of ``QUERIES``."""
    db.execute(SET_UP)
    doubts = []
    for kind, query in QUERIES.items():
        filled = query.format(**TOLERANCES)
        rows = db.execute(filled, [today] if "?" in filled else []).fetchall()
        doubts += [Doubt(kind, tuple(facts), text, tuple(packs)) for facts, packs, text in rows]
    return doubts
