"""Champions of Europe and of the five big leagues of club football."""

import re
from collections import Counter
from pathlib import Path

from making.sport_editions import Outcome, add_edition, add_hosts, add_outcome
from making.tables import Draft, read_rows, slug
from making.teams import add_club
from making.venues import add_venue, country_of

LEAGUES = {
    "en.1": ("English Premier League", "England"),
    "es.1": ("Spanish La Liga", "Spain"),
    "de.1": ("German Bundesliga", "Germany"),
    "it.1": ("Italian Serie A", "Italy"),
    "fr.1": ("French Ligue 1", "France"),
}
FILE = Path("sport") / "football_league_champions_computed.csv"
CUT_SHORT = {("fr.1", "2019-20")}
"""A season that ended early with its table as it stood."""

_SEASON = re.compile(r"^(?P<first>\d{4})-(?P<last>\d\d)$")
_FINALS = {"European Cup final": "European Cup", "UEFA Champions League final": "UEFA Champions League"}
_FIRST_MATCH = re.compile(r"first match \S+ on (\d{4}-\d\d-\d\d)")

Row = dict[str, str]


def add_club_football(draft: Draft, raw: Path, dropped: Counter[str]) -> list[str]:
    """European Cup and Champions League with their finals, and league seasons; gives agreement lines."""
    rows = read_rows(raw / "curated" / "sports_awards.csv")
    for row in rows:
        if row["competition"] in _FINALS:
            _add_european_season(draft, row)
    curated = {row["edition"]: row["winner"] for row in rows if row["competition"] == "Premier League"}
    computed = {(r["league"], r["season"]): r for r in read_rows(raw / FILE) if r["league"] in LEAGUES}
    for season, winner in sorted(curated.items()):
        _add_season(draft, "en.1", season, winner, computed.get(("en.1", season)), dropped)
    for (league, season), row in sorted(computed.items()):
        if league != "en.1":
            _add_season(draft, league, season, row["champion_computed"], row, dropped)
    return [_compare(curated, computed)]


def _add_european_season(draft: Draft, row: Row) -> None:
    """The season goes by the year of its final, which is an edition of its own series."""
    year, cup = int(row["edition"]), _FINALS[row["competition"]]
    outcome = Outcome(add_club(draft, row["winner"]), add_club(draft, row["runner_up"]), row["score"])
    season = add_edition(draft, "UEFA Champions League", year, f"{_span(year)} {cup}")
    draft.fact(season, "took_place", "", (str(year - 1), row["date"], ""), note="last day is the final")
    add_outcome(draft, season, outcome)
    final = add_edition(draft, "UEFA Champions League final", year, f"{year} {cup} final")
    first = _FIRST_MATCH.search(row["host_or_note"])
    draft.fact(final, "took_place", "", (first[1] if first else row["date"], row["date"], ""))
    add_outcome(draft, final, outcome)
    city = re.split(r"[;(]", row["host_or_note"])[0].strip()
    host = country_of(city, [])
    if host:
        place = add_venue(draft, city, host)
        draft.fact(final, "located_in", place)
        add_hosts(draft, final, [host])
        draft.fact(season, "located_in", place, note="final")
        add_hosts(draft, season, [host])


def _span(year: int) -> str:
    return f"{year - 1}–{year % 100:02}"


def _add_season(
    draft: Draft, league: str, season: str, winner: str, row: Row | None, dropped: Counter[str]
) -> None:
    match = _SEASON.match(season)
    if match is None:
        dropped["a league season that is no pair of years"] += 1
        return
    series, home = LEAGUES[league]
    year = int(match["first"]) + 1
    key = add_edition(draft, series, year, f"{_span(year)} {series}")
    draft.fact(key, "took_place", "", (match["first"], str(year), ""))
    add_hosts(draft, key, [home])
    whole = row is not None and (row["played"] == row["matches"] or (league, season) in CUT_SHORT)
    doubtful = league != "en.1" and not whole
    if doubtful:
        dropped["a league champion of an unfinished table (kept as unconfirmed)"] += 1
    second = re.search(r"2nd (.+) \d+pts", row["detail"]) if whole and row else None
    runner_up = add_club(draft, second[1]) if second else None
    add_outcome(
        draft, key, Outcome(add_club(draft, winner), runner_up, status="unconfirmed" if doubtful else "")
    )


def _compare(curated: dict[str, str], computed: dict[tuple[str, str], Row]) -> str:
    both = [
        (winner, row["champion_computed"])
        for season, winner in curated.items()
        if (row := computed.get(("en.1", season))) is not None
    ]
    scratch = Draft()
    same = sum(add_club(scratch, one) == add_club(scratch, other) for one, other in both)
    seasons = len({slug(season) for season in curated})
    return f"Premier League: champions agree in {same} of {len(both)} seasons that both tables have ({seasons} in the curated one)"
