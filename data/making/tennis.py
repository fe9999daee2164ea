"""The four major tennis tournaments, and their men's and women's singles, since 1968."""

import re
from collections import Counter, defaultdict
from pathlib import Path

from making.athletes import add_athlete
from making.sport_editions import Outcome, add_edition, add_outcome
from making.tables import Draft, read_rows
from making.venues import add_venue

MAJORS = {
    "Australian Open": ("Australian Open (tennis)", "Melbourne", "Australia"),
    "French Open": ("French Open (tennis)", "Paris", "France"),
    "Wimbledon": ("Wimbledon Championships", "London", "United Kingdom"),
    "US Open": ("US Open (tennis)", "New York City", "United States"),
}
ELSEWHERE = {
    ("Australian Open", 1969): "Brisbane",
    ("Australian Open", 1970): "Sydney",
    ("Australian Open", 1971): "Sydney",
}
NOT_HELD = {("Wimbledon", 2020): "pandemic"}

_EDITION = re.compile(r"^(?P<year>\d{4}) (?P<major>[^(]+?)(?P<part> \((?:January|December)\))?$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Rows = dict[tuple[str, str, str], list[tuple[str, dict[str, str]]]]


def add_tennis(draft: Draft, raw: Path, dropped: Counter[str]) -> None:
    """Every tournament as one edition that both champions won, and each singles title as another."""
    held: Rows = defaultdict(list)
    for row in read_rows(raw / "curated" / "sports_awards.csv"):
        match = _EDITION.match(row["edition"])
        if row["competition"].startswith("Tennis Grand Slam") and match:
            sex = "women" if "women" in row["competition"] else "men"
            held[match["year"], match["major"], match["part"] or ""].append((sex, row))
    for (year, major, part), results in sorted(held.items()):
        key = _add_tournament(draft, major, int(year), part, _last_day(results))
        for sex, row in results:
            _add_singles(draft, raw, key, (year, major, part), sex, row, dropped)
    for (major, year), cause in NOT_HELD.items():
        key = _add_tournament(draft, major, year, "", "", "cancelled", cause)


def _last_day(results: list[tuple[str, dict[str, str]]]) -> str:
    """The day of the men's final, the last, where both finals have a day; else nothing."""
    days = {sex: row["date"] for sex, row in results}
    return days.get("men", "") if _DAY.fullmatch(days.get("men", "")) else ""


def _add_tournament(
    draft: Draft, major: str, year: int, part: str, last: str, status: str = "", note: str = ""
) -> str:
    series, city, host = MAJORS[major]
    name = f"{year} {series}" if major == "Wimbledon" else f"{year} {major} (tennis)"
    key = add_edition(draft, series, year, f"{name}{part}")
    start = f"{year}-{'01' if 'January' in part else '12'}" if part else str(year)
    draft.fact(key, "took_place", "", (start, last or start, ""), status, note)
    draft.fact(key, "located_in", add_venue(draft, ELSEWHERE.get((major, year), city), host), status=status)
    draft.fact(key, "located_in_country", f"country/{host.casefold().replace(' ', '-')}", status=status)
    return key


def _add_singles(
    draft: Draft,
    raw: Path,
    tournament: str,
    edition: tuple[str, str, str],
    sex: str,
    row: dict[str, str],
    dropped: Counter[str],
) -> None:
    year, major, part = edition
    series = f"{major} {sex}'s singles"
    key = add_edition(draft, series, int(year), f"{year} {series}{part}")
    start = f"{year}-{'01' if 'January' in part else '12'}" if part else year
    day = row["date"] if _DAY.fullmatch(row["date"]) else ""
    draft.fact(key, "took_place", "", (start, day or start, ""), note="last day is the final" if day else "")
    _host, city, country_name = MAJORS[major]
    place = add_venue(draft, ELSEWHERE.get((major, int(year)), city), country_name)
    draft.fact(key, "located_in", place)
    draft.fact(key, "located_in_country", f"country/{country_name.casefold().replace(' ', '-')}")
    status = "unconfirmed" if "unconfirmed" in row["host_or_note"] else ""
    winner, runner_up = (
        add_athlete(draft, raw, row[side], int(year), dropped) if row[side] else None
        for side in ("winner", "runner_up")
    )
    add_outcome(draft, key, Outcome(winner, runner_up, row["score"], "", status))
    add_outcome(draft, tournament, Outcome(winner, note=f"{sex}'s singles", status=status))
