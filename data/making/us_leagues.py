"""Super Bowls, NBA Finals, World Series and Stanley Cup Finals."""

import re
from pathlib import Path

from making.sport_editions import Outcome, add_edition, add_hosts, add_outcome
from making.tables import Draft, read_rows
from making.teams import add_club
from making.venues import add_venue

FILE = Path("sport") / "superbowl_to_2023.csv"
LEAGUES = {
    "NBA championship": "NBA Finals",
    "Stanley Cup": "Stanley Cup Finals",
    "World Series": "World Series",
}
NOT_HELD = {("World Series", 1994): "strike", ("Stanley Cup Finals", 2005): "lockout"}
BUBBLES = {
    ("NBA Finals", 2020): "United States",
    ("World Series", 2020): "United States",
    ("Stanley Cup Finals", 2020): "Canada",
}
"""Finals of 2020 that were played in one place, whoever played."""
CANADIAN = re.compile(r"^(?:Toronto|Montreal|Vancouver|Calgary|Edmonton|Ottawa|Winnipeg)\b")
NEXT_SUPER_BOWL = (61, "2027-02-14", "Inglewood")

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_MONTHS = {name: number for number, name in enumerate(["Jan", "Feb", "Mar"], 1)}


def add_us_leagues(draft: Draft, raw: Path) -> list[str]:
    """All four; gives lines on how far the two lists of Super Bowls agree."""
    rows = read_rows(raw / "curated" / "sports_awards.csv")
    bowls = [row for row in rows if row["competition"] == "Super Bowl"]
    for row in bowls:
        _add_super_bowl(draft, row)
    _add_next_super_bowl(draft)
    for row in rows:
        if row["competition"] in LEAGUES:
            _add_series(draft, LEAGUES[row["competition"]], row)
    for (series, year), cause in NOT_HELD.items():
        key = add_edition(draft, series, year, f"{year} {series}")
        draft.fact(key, "took_place", "", (str(year), str(year), ""), "cancelled", cause)
        add_hosts(draft, key, ["United States", "Canada"], "cancelled")
    return [_compare(bowls, read_rows(raw / FILE))]


def _number(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-v if any(v < after for after in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


def _roman(number: int) -> str:
    steps = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, letters in steps:
        while number >= value:
            text, number = text + letters, number - value
    return text


def _declare(draft: Draft, number: int, day: str) -> str:
    """A Super Bowl under its Roman numeral; the fiftieth went by its number."""
    roman = _roman(number)
    name = "Super Bowl 50" if number == 50 else f"Super Bowl {roman}"
    key = add_edition(draft, "Super Bowl", int(day[:4]), name)
    draft.fact(key, "edition_ordinal", str(number))
    draft.alias(key, "short", f"Super Bowl {roman if number == 50 else number}")
    return key


def _add_super_bowl(draft: Draft, row: dict[str, str]) -> None:
    key = _declare(draft, _number(row["edition"]), row["date"])
    draft.fact(key, "took_place", "", (row["date"], row["date"], ""))
    add_outcome(draft, key, _outcome(draft, row))
    city = row["host_or_note"].split(";")[0].split(",")[1].strip()
    draft.fact(
        key, "located_in", add_venue(draft, "Las Vegas" if "Las Vegas" in city else city, "United States")
    )
    add_hosts(draft, key, ["United States"])


def _add_next_super_bowl(draft: Draft) -> None:
    number, day, city = NEXT_SUPER_BOWL
    key = _declare(draft, number, day)
    draft.fact(key, "took_place", "", (day, day, ""), "scheduled")
    draft.fact(key, "located_in", add_venue(draft, city, "United States"), status="scheduled")
    add_hosts(draft, key, ["United States"], "scheduled")


def _add_series(draft: Draft, series: str, row: dict[str, str]) -> None:
    """A best-of-seven: only the day of the last game is known, so that the start is known by its year."""
    year = int(row["edition"])
    key = add_edition(draft, series, year, f"{year} {series}")
    draft.fact(key, "took_place", "", (str(year), row["date"], ""), note="last day is the last game")
    add_outcome(draft, key, _outcome(draft, row))
    canada = any(CANADIAN.match(row[side]) for side in ("winner", "runner_up"))
    bubble = BUBBLES.get((series, year))
    add_hosts(
        draft, key, [bubble] if bubble else ["United States", "Canada"] if canada else ["United States"]
    )


def _outcome(draft: Draft, row: dict[str, str]) -> Outcome:
    return Outcome(add_club(draft, row["winner"]), add_club(draft, row["runner_up"]), row["score"])


def _compare(bowls: list[dict[str, str]], others: list[dict[str, str]]) -> str:
    """How many of the Super Bowls that both lists have agree on day, teams and points."""
    known = {_number(row["edition"]): row for row in bowls}
    agreeing, seen, differing = 0, set(), []
    for other in others:
        digits = re.search(r"\d+", other["SB"])
        number = int(digits[0]) if digits else 0
        if number in seen or number not in known:
            continue
        seen.add(number)
        month, day, year = other["Date"].split()
        row = known[number]
        same = (
            row["date"] == f"{year}-{_MONTHS[month]:02}-{int(day):02}"
            and (row["winner"], row["runner_up"]) == (other["Winner"], other["Loser"])
            and row["score"].split()[0] == f"{other['Winner Pts']}-{other['Loser Pts']}"
        )
        agreeing += same
        differing += [] if same else [row["edition"]]
    return f"Super Bowl: day, teams and points agree in {agreeing} of {len(seen)}; differing: {differing or 'none'}"
