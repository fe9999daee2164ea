"""World Cups and continental championships of teams, with their finals, from the curated and typed tables."""

import re
from collections import defaultdict
from pathlib import Path

from making.countries import country
from making.internationals import find_tournament
from making.sport_editions import Outcome, add_edition, add_hosts, add_outcome
from making.tables import TYPED, Draft, listed, read_rows
from making.teams import add_national_team
from making.venues import add_venue, country_of

TYPED_TOURNAMENTS = TYPED / "sport_tournaments.csv"
CURATED = {
    "FIFA World Cup": "football",
    "FIFA Women's World Cup": "football",
    "UEFA European Championship": "football",
    "Copa América": "",
    "Africa Cup of Nations": "",
    "Rugby World Cup": "rugby",
    "Cricket World Cup": "cricket",
    "Women's Cricket World Cup": "cricket",
    "ICC Men's T20 World Cup": "cricket",
}
TYPED_ONLY = {
    "Women's Rugby World Cup": "rugby",
    "Rugby League World Cup": "rugby",
    "ICC Women's T20 World Cup": "cricket",
    "FIBA Basketball World Cup": "basketball",
    "FIBA Women's Basketball World Cup": "basketball",
    "Men's FIH Hockey World Cup": "hockey",
    "Women's FIH Hockey World Cup": "hockey",
    "Netball World Cup": "netball",
    "UEFA Women's Championship": "football",
}
TYPED_FINALS = frozenset(("Women's Rugby World Cup",))
"""Typed series whose last day is that of the final."""

INTERNATIONALS = {
    "FIFA World Cup": "FIFA World Cup",
    "UEFA European Championship": "UEFA Euro",
    "Copa América": "Copa América",
    "Africa Cup of Nations": "African Cup of Nations",
}
"""Series whose matches stand in the list of internationals: the first and last day are read off it."""

_HOSTS = re.compile(r"^(?P<hosts>[^;(]+)")
_FINAL = re.compile(
    r"(?:final|play-off|second leg|deciding match of the final group,|deciding match,)\s+(?P<city>[A-ZÀ-Ž][^;,(]+)"
)
_NO_FINAL = ("no final", "two legs")
_EURO_2020 = "11 countries"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Row = dict[str, str]


def add_tournaments(draft: Draft, raw: Path) -> list[str]:
    """All tournaments of teams; gives lines on how far two sources agree."""
    curated, typed = defaultdict(dict), defaultdict(dict)
    for row in read_rows(raw / "curated" / "sports_awards.csv"):
        curated[row["competition"]][row["edition"]] = row
    for row in read_rows(TYPED_TOURNAMENTS):
        typed[row["series"]][row["year"]] = row
    lines = []
    for series in (*CURATED, *TYPED_ONLY):
        years = sorted({*curated[series], *typed[series]}) if series in CURATED else sorted(typed[series])
        agreed = [
            _add_edition(draft, raw, series, year, curated[series].get(year, {}), typed[series].get(year, {}))
            for year in years
        ]
        compared = [a for a in agreed if a is not None]
        if compared:
            lines.append(
                f"{series}: hosts by the curated table are those of the list of internationals in {sum(compared)} of {len(compared)}"
            )
    return lines


def _add_edition(draft: Draft, raw: Path, series: str, year: str, row: Row, typed: Row) -> bool | None:
    """One edition; whether the matches were played in the hosts' countries, None where that is not known."""
    key = add_edition(draft, series, int(year), f"{year} {series}")
    _add_aliases(draft, key, series, year)
    status = typed.get("status", "")
    matches = (
        find_tournament(raw, INTERNATIONALS[series], row["date"]) if series in INTERNATIONALS and row else []
    )
    first, last, note = _times(year, row, typed, matches)
    draft.fact(key, "took_place", "", (first, last, ""), status, note)
    hosts = _hosts(row, typed, [m["country"] for m in matches])
    add_hosts(draft, key, hosts, status)
    outcome = _outcome(draft, row, typed)
    add_outcome(draft, key, outcome)
    if series == "Africa Cup of Nations" and year == "2025":
        _add_disputed(draft, key)
    if series in TYPED_FINALS and typed.get("final"):
        _add_final(draft, series, year, {"date": typed["end"], "host_or_note": ""}, typed, hosts, outcome)
    if (
        row
        and _DAY.fullmatch(row["date"])
        and not any(word in row["host_or_note"] + row["score"] for word in _NO_FINAL)
    ):
        _add_final(draft, series, year, row, typed, hosts, outcome)
    if not matches or "no fixed" in row["host_or_note"]:
        return None
    return {country(m["country"]) for m in matches} <= {country(h) for h in hosts}


def _add_aliases(draft: Draft, key: str, series: str, year: str) -> None:
    if series == "UEFA European Championship":
        draft.alias(key, "short", f"Euro {year}", f"UEFA Euro {year}")
    elif series == "UEFA Women's Championship":
        draft.alias(key, "short", f"UEFA Women's Euro {year}", f"Women's Euro {year}")
        draft.alias(key, "weak", f"Euro {year}")
    elif (series, year) == ("Copa América", "2016"):
        draft.alias(key, "short", "Copa América Centenario", "Copa Centenario")


def _times(year: str, row: Row, typed: Row, matches: list[Row]) -> tuple[str, str, str]:
    """First day, last day and a note; only the last day is known where nothing gives the first."""
    note = typed.get("note", "")
    if typed.get("start"):
        return typed["start"], typed["end"], note
    if matches:
        return matches[0]["date"], matches[-1]["date"], note
    if row and row["date"]:
        return year, row["date"], note or "last day is the final"
    return year, year, note


def _hosts(row: Row, typed: Row, played: list[str]) -> list[str]:
    if typed.get("hosts"):
        return listed(typed["hosts"])
    match = _HOSTS.match(row["host_or_note"])
    text = match["hosts"].strip() if match else ""
    if text.startswith("no fixed"):
        return sorted(set(played))
    return [{"UAE": "United Arab Emirates"}.get(host, host) for host in map(str.strip, text.split("/"))]


def _outcome(draft: Draft, row: Row, typed: Row) -> Outcome:
    source = row or typed
    if not source.get("winner"):
        return Outcome()
    status = "unconfirmed" if "unconfirmed" in source.get("host_or_note", "") else ""
    runner_up = add_national_team(draft, source["runner_up"]) if source["runner_up"] else None
    return Outcome(add_national_team(draft, source["winner"]), runner_up, source.get("score", ""), "", status)


def _add_disputed(draft: Draft, key: str) -> None:
    """Senegal won the final on the field, it was awarded to Morocco: neither can be called wrong."""
    for team in ("Senegal", "Morocco"):
        draft.fact(key, "won_by", country(team), status="unconfirmed", note="result disputed")


def _add_final(
    draft: Draft, series: str, year: str, row: Row, typed: Row, hosts: list[str], outcome: Outcome
) -> None:
    final = f"{series} final"
    key = add_edition(draft, final, int(year), f"{year} {final}")
    note = "deciding match" if "deciding match" in row["host_or_note"] else ""
    draft.fact(key, "took_place", "", (row["date"], row["date"], ""), note=note)
    add_outcome(draft, key, outcome)
    named = _FINAL.search(row["host_or_note"])
    city = typed.get("final") or (named["city"].strip() if named else "")
    place = country_of(city, hosts) if city else None
    if place:
        draft.fact(key, "located_in", add_venue(draft, city, place))
        add_hosts(draft, key, [place])
    else:
        add_hosts(draft, key, hosts)
    if series == "UEFA European Championship":
        draft.alias(key, "short", f"Euro {year} final")
