"""Men's football internationals since 1872, one event a match, from ``international_results.csv.gz``."""

import csv
import gzip
from collections import Counter
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from making.countries import country
from making.tables import Draft, SourceRecord, slug
from making.teams import add_national_team, is_country
from making.venues import known_venue

FILE = Path("sport") / "international_results.csv.gz"
AWARDED = {("2026-01-18", "Morocco", "Senegal")}
"""Matches whose score in the file is not that of the field."""

WRONG_PLACE = {("2021-06-12", "Wales", "Switzerland")}
"""Matches that the file places elsewhere than they were played."""

LONGEST_PAUSE = timedelta(days=45)
"""Days without a match within one tournament; editions lie farther apart."""

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ALL_IRELAND_UNTIL = "1922-12-06"
_UNCLEAR_HOSTS = frozenset(("United Arab Republic", "Bohemia and Moravia"))

Match = dict[str, str]


@lru_cache(maxsize=1)
def read_matches(raw: Path) -> tuple[Match, ...]:
    """All matches in the order of the file."""
    with gzip.open(raw / FILE, "rt", encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def find_tournament(raw: Path, tournament: str, last: str) -> list[Match]:
    """The matches of the edition of a tournament that ended on a day, oldest first."""
    played = [m for m in read_matches(raw) if m["tournament"] == tournament and m["date"] <= last]
    found: list[Match] = []
    for match in sorted(played, key=lambda m: m["date"], reverse=True):
        before = date.fromisoformat(found[-1]["date"] if found else last)
        if before - date.fromisoformat(match["date"]) > LONGEST_PAUSE:
            break
        found.append(match)
    return found[::-1]


def make_internationals(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord]:
    """The pack ``football_internationals``."""
    draft, seen = Draft(), set()
    for match in read_matches(raw):
        key = f"match/{match['date']}-{slug(match['home_team'])}-{slug(match['away_team'])}"
        if key in seen:
            dropped["a second match of the same teams on the same day"] += 1
        elif not (match["home_score"].isdigit() and match["away_score"].isdigit()):
            dropped["no score"] += 1
        else:
            seen.add(key)
            _add_match(draft, key, match, dropped)
    record = SourceRecord(
        title="Men's football internationals since 1872",
        producer="Mart Jürisoo, international_results",
        url="https://github.com/martj42/international_results",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest=max(match["date"] for match in read_matches(raw)),
        made_by="data/make_sport.py",
        rank=5,
        raw=(raw / FILE,),
    )
    return draft, record


def _add_match(draft: Draft, key: str, match: Match, dropped: Counter[str]) -> None:
    day = match["date"]
    home, away = (add_national_team(draft, match[side], day) for side in ("home_team", "away_team"))
    draft.entities.add((key, "match", f"{match['home_team']} v {match['away_team']} ({_written(day)})"))
    draft.fact(key, "took_place", "", (day, day, ""))
    draft.fact(key, "event_type", match["tournament"])
    draft.fact(key, "home_team", home, note="neutral ground" if match["neutral"] == "TRUE" else "")
    draft.fact(key, "away_team", away)
    awarded = (day, match["home_team"], match["away_team"]) in AWARDED
    score = f"{match['home_score']}-{match['away_score']}"
    draft.fact(
        key, "score", score, status="unconfirmed" if awarded else "", note="awarded" if awarded else ""
    )
    _add_place(draft, key, match, dropped)


def _add_place(draft: Draft, key: str, match: Match, dropped: Counter[str]) -> None:
    if (match["date"], match["home_team"], match["away_team"]) in WRONG_PLACE:
        dropped["a place known to be wrong (the match is kept)"] += 1
        return
    host = "United Kingdom" if _is_all_ireland(match) else match["country"]
    if host in _UNCLEAR_HOSTS or not is_country(host):
        dropped["a host that is no country of ours (the match is kept)"] += 1
        return
    draft.fact(key, "located_in_country", country(host))
    place = known_venue(draft, match["city"], host)
    if place is None:
        dropped["a city that no other pack has (the match is kept)"] += 1
    else:
        draft.fact(key, "located_in", place)


def _is_all_ireland(match: Match) -> bool:
    return match["country"] == "Ireland" and match["date"] < _ALL_IRELAND_UNTIL


def _written(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"
