"""The Tour de France since 1903."""

import re
from collections import Counter
from pathlib import Path

from making.athletes import TYPED_PERSONS, add_athlete
from making.countries import country
from making.sport_editions import Outcome, add_edition, add_outcome, add_series
from making.tables import Draft, SourceRecord, read_rows, slug

FILE = Path("sport") / "tour_de_france_winners.csv"
SERIES = "Tour de France"
WITHOUT_WINNER = range(1999, 2006)
"""The seven titles that were taken away and given to nobody."""

DISPUTED = frozenset((2006, 2010))
"""The first over the line was disqualified later: news names either man."""

STARTS_ABROAD = {
    1954: "Netherlands", 1958: "Belgium", 1965: "Germany", 1973: "Netherlands", 1975: "Belgium", 1978: "Netherlands",
    1980: "Germany", 1982: "Switzerland", 1987: "Germany", 1989: "Luxembourg", 1992: "Spain", 1996: "Netherlands",
    1998: "Ireland", 2002: "Luxembourg", 2004: "Belgium", 2007: "United Kingdom", 2009: "Monaco", 2010: "Netherlands",
    2012: "Belgium", 2014: "United Kingdom", 2015: "Netherlands", 2017: "Germany", 2019: "Belgium", 2022: "Denmark",
    2023: "Spain", 2024: "Italy", 2026: "Spain",
}  # fmt: skip
_BRACKETS = re.compile(r"\s*\(.*\)$")
_ROW = {
    "name": SERIES,
    "family": "tour-de-france",
    "complete_from": "1903",
    "complete_to": "2026",
    "blocks": "tour",
    "short": "Tour de France cycling race|Tour de France bicycle race",
    "weak": "",
    "generic": "",
}


def make_cycling(
    raw: Path, dropped: Counter[str]
) -> tuple[Draft, SourceRecord, list[tuple[str, ...]], list[str]]:
    """The pack with its row of series, and lines on how far sources agree."""
    draft = Draft()
    series = add_series(draft, _ROW)
    listed = {int(row["Year"]): _name(row["Rider"]) for row in read_rows(raw / FILE)}
    curated = {
        int(row["edition"]): row
        for row in read_rows(raw / "curated" / "sports_awards.csv")
        if row["competition"] == SERIES
    }
    for year in sorted({*listed, *curated, *WITHOUT_WINNER}):
        _add_edition(draft, raw, year, listed.get(year, ""), curated.get(year, {}), dropped)
    both = sorted(listed.keys() & curated.keys())
    same = [year for year in both if _same(listed[year], curated[year]["winner"])]
    record = SourceRecord(
        title="Winners of the Tour de France since 1903",
        producer="thomascamminady, LeTourDataSet, and a table compiled for this project",
        url="https://github.com/thomascamminady/LeTourDataSet",
        licence="MIT",
        accessed="2026-11-23",
        newest="2026-07-26",
        made_by="data/make_sport.py",
        rank=5,
        raw=(raw / FILE, raw / "curated" / "sports_awards.csv", TYPED_PERSONS),
    )
    return draft, record, [series], [f"Tour de France: winners agree in {len(same)} of {len(both)}"]


def _name(rider: str) -> str:
    return _BRACKETS.sub("", rider).title()


def _same(one: str, other: str) -> bool:
    """Whether all words of the shorter name stand in the longer one."""
    left, right = (set(slug(name).split("-")) for name in (one, other))
    return left <= right or right <= left


def _add_edition(
    draft: Draft, raw: Path, year: int, listed: str, row: dict[str, str], dropped: Counter[str]
) -> None:
    key = add_edition(draft, SERIES, year, f"{year} {SERIES}")
    last = row.get("date", "")
    draft.fact(
        key,
        "took_place",
        "",
        (str(year), last or str(year), ""),
        note="last day is the finish" if len(last) > 4 else "",
    )
    for host in ("France", STARTS_ABROAD.get(year, "")):
        if host:
            draft.fact(key, "located_in_country", country(host), note="" if host == "France" else "start")
    if year in WITHOUT_WINNER:
        return
    doubtful = year in DISPUTED or "unconfirmed" in row.get("host_or_note", "")
    winner = add_athlete(draft, raw, row.get("winner") or listed, year, dropped)
    second = add_athlete(draft, raw, row["runner_up"], year, dropped) if row.get("runner_up") else None
    add_outcome(draft, key, Outcome(winner, second, status="unconfirmed" if doubtful else ""))
