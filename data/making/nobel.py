"""The six Nobel Prizes: editions of every year, who won, and when the laureates were born and died."""

import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from making.award_editions import BORN, AwardSeries, add_edition, add_person, add_winners, without_brackets
from making.persons import Persons, persons_of
from making.tables import Draft, SourceRecord, read_rows, slug

FIRST, LAST = 1901, 2025
FIRST_ECONOMICS = 1969
SURE_DATES_FROM = 1960
"""Before, a prize without a date in the raw file may have been kept over to the next year."""

_GENERIC = ("Nobel Prize", "Nobel Prizes", "Nobel prize", "Nobel prizes")
_BEFORE = ("ig", "alternative", "alfred", "arab", "junior", "people", "green")
_AFTER = (
    "committee",
    "museum",
    "institute",
    "foundation",
    "concert",
    "center",
    "centre",
    "forum",
    "outreach",
)


def _series(name: str, first: int, *short: str) -> AwardSeries:
    return AwardSeries(
        name,
        "nobel-prize",
        (first, LAST),
        short=short,
        generic=_GENERIC,
        blocked_before=_BEFORE,
        blocked_after=_AFTER,
    )


SERIES = {
    "Physics": _series(
        "Nobel Prize in Physics",
        FIRST,
        "Nobel Prize for Physics",
        "Nobel Physics Prize",
        "Nobel physics prize",
    ),
    "Chemistry": _series(
        "Nobel Prize in Chemistry",
        FIRST,
        "Nobel Prize for Chemistry",
        "Nobel Chemistry Prize",
        "Nobel chemistry prize",
    ),
    "Physiology or Medicine": _series(
        "Nobel Prize in Physiology or Medicine",
        FIRST,
        "Nobel Prize for Physiology or Medicine",
        "Nobel Prize in Medicine",
        "Nobel Prize for Medicine",
        "Nobel medicine prize",
        "Nobel Medicine Prize",
        "Nobel Prize in medicine",
        "Nobel Prize for medicine",
    ),
    "Literature": _series(
        "Nobel Prize in Literature",
        FIRST,
        "Nobel Prize for Literature",
        "Nobel Prize for literature",
        "Nobel Prize in literature",
        "Nobel Literature Prize",
        "Nobel literature prize",
    ),
    "Peace": _series("Nobel Peace Prize", FIRST, "Nobel Prize for Peace", "Nobel peace prize"),
    "Economic Sciences": _series(
        "Nobel Prize in Economic Sciences",
        FIRST_ECONOMICS,
        "Nobel Memorial Prize in Economic Sciences",
        "Nobel Memorial Prize in Economics",
        "Nobel Prize in Economics",
        "Nobel Prize in economics",
        "Nobel Prize for Economics",
        "Nobel Prize for economics",
        "Nobel Economics Prize",
        "Nobel economics prize",
        "Nobel economic sciences prize",
    ),
}
ORGANISATIONS = {
    "Memorial": ("Memorial (human rights group)", "", ""),
    "National Dialogue Quartet": ("Tunisian National Dialogue Quartet", "", ""),
    "Doctors Without Borders": ("Doctors Without Borders", "Médecins Sans Frontières", "MSF"),
    "United Nations Children's Fund": ("United Nations Children's Fund", "Unicef", "UNICEF"),
    "World Food Programme": ("World Food Programme", "World Food Program", "WFP"),
    "International Labour Organization": (
        "International Labour Organization",
        "International Labor Organization",
        "ILO",
    ),
    "Intergovernmental Panel on Climate Change": ("Intergovernmental Panel on Climate Change", "", "IPCC"),
    "Organisation for the Prohibition of Chemical Weapons": (
        "Organisation for the Prohibition of Chemical Weapons",
        "Organization for the Prohibition of Chemical Weapons",
        "OPCW",
    ),
    "Office of the United Nations High Commissioner for Refugees": (
        "Office of the United Nations High Commissioner for Refugees",
        "U.N. High Commissioner for Refugees",
        "UNHCR",
    ),
    "Nihon Hidankyo": ("Nihon Hidankyo", "", ""),
}
"""Raw name to the name used, another one, and an acronym; other organisations keep the raw name."""

Wins = dict[tuple[str, int], list[str | None]]


def make_nobel(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord, list[AwardSeries]]:
    """The pack ``nobel``."""
    files = [raw / "culture" / "nobel_laureates.json.gz", raw / "culture" / "nobel_to_2023.csv"]
    files.append(raw / "curated" / "sports_awards.csv")
    draft, people = Draft(), persons_of(raw)
    wins: Wins = defaultdict(list)
    dates: dict[tuple[str, int], str] = {}
    _read_laureates(files[0], draft, people, (wins, dates))
    _read_2023(files[1], draft, people, wins)
    _read_curated(files[2], draft, people, (wins, dates))
    for category, series in SERIES.items():
        series.declare(draft)
        for year in range(series.complete[0] if series.complete else FIRST, LAST + 1):
            edition = add_edition(draft, series, year)
            winners = wins.get((category, year))
            _add_time(draft, edition, year, dates.get((category, year), ""), bool(winners))
            add_winners(draft, edition, winners or (), dropped=dropped)
    _add_years(draft, wins, dates)
    return draft, _record(tuple(files)), list(SERIES.values())


def _add_years(draft: Draft, wins: Wins, dates: dict[tuple[str, int], str]) -> None:
    """The year in which somebody won, for whoever won one prize: "won the Nobel in 2009" names no category."""
    won: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for slot, winners in sorted(wins.items()):
        for key in filter(None, winners):
            won[key].append(slot)
    for key, slots in sorted(won.items()):
        year, announced = slots[0][1], dates.get(slots[0], "")
        if len(slots) == 1 and year >= SURE_DATES_FROM and announced and key.startswith("person/"):
            draft.fact(key, "won_nobel", "", (announced, max(announced, f"{announced[:4]}-12-10"), ""))


def _add_time(draft: Draft, edition: str, year: int, announced: str, given: bool) -> None:
    """From the announcement to the ceremony of 10 December; cancelled where no prize was given."""
    if not given:
        draft.fact(edition, "took_place", "", (str(year), str(year), ""), "cancelled", "not awarded")
    elif announced:
        end = max(announced, f"{announced[:4]}-12-10")
        draft.fact(edition, "took_place", "", (announced, end, ""))
    else:
        status = "" if year >= SURE_DATES_FROM else "unconfirmed"
        draft.fact(edition, "took_place", "", (str(year), f"{year}-12-10", ""), status)


def _read_laureates(
    path: Path, draft: Draft, people: Persons, found: tuple[Wins, dict[tuple[str, int], str]]
) -> None:
    """The official list, to 2022: people by Wikidata id, with dates of birth and death."""
    wins, dates = found
    with gzip.open(path, "rt", encoding="utf-8") as file:
        laureates = json.load(file)["laureates"]
    for laureate in sorted(laureates, key=lambda one: int(one["id"])):
        key = _add_laureate(draft, people, laureate)
        for prize in laureate["nobelPrizes"]:
            slot = (prize["category"]["en"], int(prize["awardYear"]))
            wins[slot].append(key)
            date = prize.get("dateAwarded", "")
            if date[:4] in (str(slot[1]), str(slot[1] + 1)):
                dates[slot] = date


def _add_laureate(draft: Draft, people: Persons, laureate: dict[str, Any]) -> str | None:
    if "orgName" in laureate:
        return _add_organisation(draft, laureate["orgName"]["en"])
    known = re.sub(r"^(?:Sir|The(?= 14th)) ", "", laureate["knownName"]["en"].strip())
    page = without_brackets(laureate.get("wikipedia", {}).get("slug", "").replace("_", " ")).split(",")[0]
    born, died = (_day(laureate.get(which, {}).get("date", "")) for which in ("birth", "death"))
    names = [name for name in (known, page) if " " in name]
    key = add_person(draft, people, names, laureate["wikidata"]["id"], BORN.get(known, born))
    if key is None:
        return None
    if slug(known) not in (slug(page), key.removeprefix("person/")):
        draft.alias(key, "variant", *names)
    for predicate, day in (("born", born), ("died", died)):
        if len(day) == len("2000-01-01"):
            draft.fact(key, predicate, "", (day, day, ""))
    return key


def _day(date: str) -> str:
    """A date without the parts that are not known."""
    return date.replace("-00", "")


def _add_organisation(draft: Draft, raw: str) -> str:
    name, other, acronym = ORGANISATIONS.get(raw, (raw, "", ""))
    key = draft.entity("org", name)
    draft.alias(key, "short", other)
    draft.alias(key, "acronym", acronym)
    return key


def _read_2023(path: Path, draft: Draft, people: Persons, wins: Wins) -> None:
    names = {"Medicine": "Physiology or Medicine", "Economics": "Economic Sciences"}
    for row in read_rows(path):
        if row["year"] == "2023":
            category = names.get(row["category"], row["category"])
            born = row["birth_date"] if re.fullmatch(r"\d{4}(-\d\d-\d\d)?", row["birth_date"]) else ""
            key = add_person(draft, people, [re.sub(r"\bM\. ", "", row["full_name"])], born=born)
            wins[category, 2023].append(key)


def _read_curated(
    path: Path, draft: Draft, people: Persons, found: tuple[Wins, dict[tuple[str, int], str]]
) -> None:
    """2024 and 2025, and the dates of announcement of all years."""
    wins, dates = found
    for row in read_rows(path):
        if row["competition"] != "Nobel Prize":
            continue
        year, category = int(row["edition"][:4]), row["edition"][5:]
        if len(row["date"]) == len("2000-01-01"):
            dates.setdefault((category, year), row["date"])
        if year > 2023:
            for name in row["winner"].split("; "):
                is_org = name in ORGANISATIONS
                key = _add_organisation(draft, name) if is_org else add_person(draft, people, [name])
                wins[category, year].append(key)


def compare_sources(raw: Path) -> dict[str, tuple[int, int]]:
    """How often the sources agree: what is compared, then (agreeing, compared)."""
    with gzip.open(raw / "culture" / "nobel_laureates.json.gz", "rt", encoding="utf-8") as file:
        laureates = json.load(file)["laureates"]
    official: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    born = {}
    for one in laureates:
        name = one.get("orgName") or one["knownName"]
        born[one["id"]] = _day(one.get("birth", {}).get("date", ""))
        for prize in one["nobelPrizes"]:
            official[prize["awardYear"], prize["category"]["en"]][_last(name["en"])] += 1
    with (raw / "culture" / "nobel_to_2023.csv").open(encoding="utf-8", newline="") as file:
        second = list(csv.DictReader(file))
    days = [(born[r["laureate_id"]], r["birth_date"]) for r in second if born.get(r["laureate_id"])]
    days = [(one, other) for one, other in days if len(one) == len(other)]
    names = {"Medicine": "Physiology or Medicine", "Economics": "Economic Sciences"}
    counts = Counter((r["year"], names.get(r["category"], r["category"])) for r in second)
    curated = [
        row
        for row in read_rows(raw / "curated" / "sports_awards.csv")
        if row["competition"] == "Nobel Prize" and (row["edition"][:4], row["edition"][5:]) in official
    ]
    same = [
        len(row["winner"].split("; ")) == official[row["edition"][:4], row["edition"][5:]].total()
        and sum(
            _last(name) in official[row["edition"][:4], row["edition"][5:]]
            for name in row["winner"].split("; ")
        )
        >= 1
        for row in curated
    ]
    return {
        "birth dates, nobel_to_2023 and laureates": (sum(a == b for a, b in days), len(days)),
        "number of winners, nobel_to_2023 and laureates": (
            sum(official[slot].total() == counts[slot] for slot in official),
            len(official),
        ),
        "winners of peace and literature, curated and laureates": (sum(same), len(same)),
    }


def _last(name: str) -> str:
    return slug(without_brackets(name.strip())).rsplit("-", maxsplit=1)[-1]


def _record(files: tuple[Path, ...]) -> SourceRecord:
    return SourceRecord(
        title="Nobel Prizes 1901-2025 with laureates",
        producer="Nobel Prize Outreach (open data), 2023 from a list of bare facts, 2024-2025 compiled for this project",
        url="https://www.nobelprize.org/about/developer-zone-2/",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2025-10-13",
        made_by="data/make_culture.py",
        rank=3,
        raw=files,
    )
