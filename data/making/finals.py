"""The pack ``sport_finals``: who won what, when and where, in team sports and tennis."""

from collections import Counter
from pathlib import Path

from making.club_football import add_club_football
from making.compare_football import compare_football
from making.sport_editions import TYPED_SERIES, add_series, series_rows
from making.tables import Draft, SourceRecord
from making.teams import TYPED_TEAMS
from making.tennis import add_tennis
from making.tournaments import CURATED, TYPED_ONLY, TYPED_TOURNAMENTS, add_tournaments
from making.us_leagues import add_us_leagues

NEWEST = "2026-07-19"
_SPORTS = CURATED | TYPED_ONLY


def make_finals(
    raw: Path, dropped: Counter[str]
) -> tuple[Draft, SourceRecord, list[tuple[str, ...]], list[str]]:
    """The pack with its rows of series, and lines on how far sources agree."""
    draft = Draft()
    rows = [add_series(draft, row, _context(name, row)) for name, row in series_rows().items()]
    lines = add_tournaments(draft, raw)
    lines += compare_football(raw)
    lines += add_club_football(draft, raw, dropped)
    lines += add_us_leagues(draft, raw)
    add_tennis(draft, raw, dropped)
    record = SourceRecord(
        title="Finals and champions of team sports and tennis",
        producer="compiled for this project from general knowledge, days and hosts checked against international_results",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest=NEWEST,
        made_by="data/make_sport.py",
        rank=3,
        raw=(
            raw / "curated" / "sports_awards.csv",
            raw / "sport" / "international_results.csv.gz",
            raw / "sport" / "fifa_world_cup_matches_openfootball.csv",
            raw / "sport" / "superbowl_to_2023.csv",
            raw / "sport" / "football_league_champions_computed.csv",
            TYPED_SERIES,
            TYPED_TOURNAMENTS,
            TYPED_TEAMS,
        ),
    )
    return draft, record, rows, lines


def _context(name: str, row: dict[str, str]) -> str:
    """The sport whose words an article must have, for names that other sports have, too."""
    if row["blocks"] in ("tennis", "world-series"):
        return {"tennis": "tennis", "world-series": "baseball"}[row["blocks"]]
    if row["blocks"] == "league" or name.startswith("UEFA Champions League"):
        return "football"
    return "" if row["blocks"] == "championship" else _SPORTS.get(name.removesuffix(" final"), "")
