"""How far the lists of football agree: curated finals, openfootball's World Cups, and the internationals."""

import json
from pathlib import Path

from making.countries import country
from making.internationals import Match, read_matches
from making.sport_editions import read_score
from making.tables import Draft, read_rows
from making.teams import add_national_team
from making.tournaments import INTERNATIONALS

FILE = Path("sport") / "fifa_world_cup_matches_openfootball.csv"

_NAMES = {"Bosnia & Herzegovina": "Bosnia and Herzegovina", "Dutch East Indies": "Indonesia"}
"""Teams that openfootball writes otherwise than the table of countries."""

Key = tuple[str, frozenset[str]]


def compare_football(raw: Path) -> list[str]:
    """One line for the finals and one for the matches of all World Cups, with what differs."""
    known = {_key(match): match for match in read_matches(raw)}
    return [_finals(raw, known), _world_cups(raw, known)]


def _key(match: Match) -> Key:
    scratch = Draft()
    teams = (add_national_team(scratch, match[side], match["date"]) for side in ("home_team", "away_team"))
    return match["date"], frozenset(teams)


def _finals(raw: Path, known: dict[Key, Match]) -> str:
    same, differing = 0, []
    for row in read_rows(raw / "curated" / "sports_awards.csv"):
        if row["competition"] not in INTERNATIONALS or "no final match" in row["host_or_note"]:
            continue
        match = known.get((row["date"], frozenset((country(row["winner"]), country(row["runner_up"])))))
        goals = sorted(read_score(row["score"].split(",")[0])[0].split("-"))
        agrees = match is not None and sorted((match["home_score"], match["away_score"])) == goals
        same += agrees
        differing += [] if agrees else [f"{row['edition']} {row['competition']}"]
    return f"Finals: day, teams and goals agree with the internationals in {same} of {same + len(differing)}; differing: {', '.join(differing) or 'none'}"


def _world_cups(raw: Path, known: dict[Key, Match]) -> str:
    rows = [
        row
        for row in read_rows(raw / FILE)
        if row["ft"] and row["file"].endswith("worldcup.json") and "club" not in row["file"]
    ]
    found = same = 0
    for row in rows:
        match = known.get(
            (row["date"], frozenset(country(_NAMES.get(row[team], row[team])) for team in ("team1", "team2")))
        )
        if match is not None:
            found += 1
            goals = json.loads(row["et"] or row["ft"])
            same += sorted((int(match["home_score"]), int(match["away_score"]))) == sorted(goals)
    return f"World Cup matches: of {len(rows)} in openfootball {found} stand in the internationals on the same day, {same} with the same goals"
