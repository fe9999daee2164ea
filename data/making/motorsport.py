"""Formula One: every Grand Prix since 1950 with place and winner, champions, and the drivers' dates."""

from collections import Counter, defaultdict
from pathlib import Path

from making.athletes import TYPED_PERSONS
from making.countries import country
from making.persons import persons_of
from making.sport_editions import Outcome, add_edition, add_outcome, add_series
from making.tables import Draft, SourceRecord, read_rows
from making.venues import add_venue, is_only, known_venue

FILES = ("f1_races.csv", "f1_circuits.csv", "f1_drivers.csv", "f1_standings_top3.csv", "f1_constructors.csv")
DRIVERS_SERIES = "Formula One World Championship"
TEAMS_SERIES = "Formula One World Constructors' Championship"
UNFINISHED = 2026
"""The season that was still under way when the files were made: it has no champions yet."""

FIRST_TEAMS_TITLE = 1958
ADJECTIVES = {
    "70th-anniversary": "70th Anniversary", "abu-dhabi": "Abu Dhabi", "argentina": "Argentine", "australia": "Australian",
    "austria": "Austrian", "azerbaijan": "Azerbaijan", "bahrain": "Bahrain", "barcelona-catalunya": "Barcelona-Catalunya",
    "belgium": "Belgian", "brazil": "Brazilian", "caesars-palace": "Caesars Palace", "canada": "Canadian", "china": "Chinese",
    "dallas": "Dallas", "detroit": "Detroit", "eifel": "Eifel", "emilia-romagna": "Emilia-Romagna", "europe": "European",
    "france": "French", "germany": "German", "great-britain": "British", "hungary": "Hungarian", "india": "Indian",
    "italy": "Italian", "japan": "Japanese", "korea": "Korean", "las-vegas": "Las Vegas", "luxembourg": "Luxembourg",
    "malaysia": "Malaysian", "mexico": "Mexican", "miami": "Miami", "monaco": "Monaco", "morocco": "Moroccan",
    "netherlands": "Dutch", "pacific": "Pacific", "pescara": "Pescara", "portugal": "Portuguese", "qatar": "Qatar",
    "russia": "Russian", "sakhir": "Sakhir", "san-marino": "San Marino", "sao-paulo": "São Paulo",
    "saudi-arabia": "Saudi Arabian", "singapore": "Singapore", "south-africa": "South African", "spain": "Spanish",
    "styria": "Styrian", "sweden": "Swedish", "switzerland": "Swiss", "turkey": "Turkish", "tuscany": "Tuscan",
    "united-states": "United States",
}  # fmt: skip
SPECIAL = {"indianapolis": "Indianapolis 500", "united-states-west": "United States Grand Prix West"}
PLACES = {
    "aida": "Okayama", "brands-hatch": "Brands Hatch", "donington": "Donington Park", "mugello": "Mugello", "spa-francorchamps": "Spa-Francorchamps",
    "spielberg": "Spielberg bei Knittelfeld", "nurburgring": "Nürburgring", "magny-cours": "Magny-Cours", "mosport": "Mosport",
}  # fmt: skip
"""Circuits that news names by themselves, where the village is unknown or its name means something else."""

_COUNTRIES = {"united-states-of-america": "United States"}

Row = dict[str, str]


def make_motorsport(
    raw: Path, dropped: Counter[str]
) -> tuple[Draft, SourceRecord, list[tuple[str, ...]], list[str]]:
    """The pack with its rows of series, and lines on how far sources agree."""
    draft = Draft()
    tables = {name: read_rows(raw / "sport" / name) for name in FILES}
    drivers = _add_drivers(draft, raw, tables["f1_drivers.csv"], dropped)
    circuits = {row["id"]: row for row in tables["f1_circuits.csv"]}
    races = tables["f1_races.csv"]
    series = [_add_grand_prix_series(draft, one) for one in sorted({row["grandPrix"] for row in races})]
    series += [_add_title_series(draft, name) for name in (DRIVERS_SERIES, TEAMS_SERIES)]
    for race in races:
        _add_race(draft, race, circuits[race["circuit"]], drivers, dropped)
    _add_seasons(draft, races, circuits)
    teams = {row["id"]: row["name"] for row in tables["f1_constructors.csv"]}
    _add_champions(
        draft,
        tables["f1_standings_top3.csv"],
        {row["id"]: row["name"] for row in tables["f1_drivers.csv"]},
        teams,
        drivers,
        dropped,
    )
    record = SourceRecord(
        title="Formula One Grands Prix, champions and drivers since 1950",
        producer="F1DB",
        url="https://github.com/f1db/f1db",
        licence="CC-BY-4.0",
        accessed="2026-11-23",
        newest=max(race["date"] for race in races if race["winner"]),
        made_by="data/make_sport.py",
        rank=5,
        raw=(*(raw / "sport" / name for name in FILES), TYPED_PERSONS),
    )
    return draft, record, series, _compare(raw, tables)


def _country_name(key: str) -> str:
    return _COUNTRIES.get(key) or key.replace("-", " ").title()


def _add_drivers(draft: Draft, raw: Path, rows: list[Row], dropped: Counter[str]) -> dict[str, str]:
    """Every driver with birth and death; the ids by name."""
    people, found = persons_of(raw), {}
    for row in rows:
        key = people.add(draft, row["name"], born=row["dateOfBirth"])
        if key is None:
            dropped[f"cannot tell who is meant: {row['name']}, born {row['dateOfBirth']}"] += 1
            continue
        found[row["name"]] = key
        if row["fullName"] != row["name"]:
            draft.alias(key, "variant", row["fullName"])
        for predicate, day in (("born", row["dateOfBirth"]), ("died", row["dateOfDeath"])):
            if day:
                draft.fact(key, predicate, "", (day, day, ""))
        home = _country_name(row["countryOfBirthCountryId"])
        if is_only(row["placeOfBirth"], home):
            birthplace = known_venue(draft, row["placeOfBirth"], home)
            draft.fact(key, "born_in", birthplace or "")
    return found


def grand_prix(key: str) -> str:
    """The English name of a Grand Prix: ``great-britain`` -> "British Grand Prix"."""
    return SPECIAL.get(key) or f"{ADJECTIVES[key]} Grand Prix"


def _series_name(key: str) -> str:
    name = grand_prix(key)
    return f"Formula One {name}" if "Grand Prix" in name else name


def _add_grand_prix_series(draft: Draft, key: str) -> tuple[str, ...]:
    """Other sports have Grands Prix of the same name, so that the bare one is weak."""
    name = grand_prix(key)
    f1 = name != _series_name(key)
    row = {
        "name": _series_name(key),
        "family": "formula-one-races",
        "complete_from": "",
        "complete_to": "",
        "blocks": "grand-prix",
        "short": f"F1 {name}|Formula 1 {name}" if f1 else "",
        "weak": f"{name}|{name.replace('Grand Prix', 'GP')}" if f1 else "Indy 500",
        "generic": "",
    }
    return add_series(draft, row)


def _add_title_series(draft: Draft, name: str) -> tuple[str, ...]:
    drivers = name == DRIVERS_SERIES
    years = ("1950", "2025") if drivers else (str(FIRST_TEAMS_TITLE), "2025")
    short = (
        "F1 World Championship|Formula 1 World Championship|Formula One World Drivers' Championship|Formula One drivers' "
        "championship|Formula 1 drivers' championship|F1 drivers' championship|Formula One championship|F1 championship"
        if drivers
        else "Formula One constructors' championship|Formula 1 constructors' championship|F1 constructors' championship"
    )
    row = {
        "name": name,
        "family": "formula-one-titles",
        "complete_from": years[0],
        "complete_to": years[1],
        "blocks": "grand-prix",
        "short": short,
        "weak": "Formula One title|F1 title|Formula One season|F1 season|Formula One world champion|"
        "Formula 1 world champion|F1 world champion|Formula One world titles|F1 world titles|F1 titles|"
        "Formula One titles|Formula 1 title|Formula 1 titles"
        if drivers
        else "constructors' championship",
        "generic": "",
    }
    return add_series(draft, row)


def _add_race(draft: Draft, race: Row, circuit: Row, drivers: dict[str, str], dropped: Counter[str]) -> None:
    series = _series_name(race["grandPrix"])
    key = add_edition(draft, series, int(race["season"]), f"{race['season']} {series}")
    status = "" if race["winner"] else "scheduled"
    draft.fact(key, "took_place", "", (race["date"], race["date"], ""), status, "day of the race")
    home = _country_name(circuit["countryId"])
    place = add_venue(
        draft,
        PLACES.get(circuit["id"], circuit["placeName"]),
        home,
        f"{float(circuit['latitude']):.2f} {float(circuit['longitude']):.2f}",
    )
    draft.fact(key, "located_in", place, status=status)
    draft.fact(key, "located_in_country", country(home), status=status)
    for winner in filter(None, race["winner"].split("; ")):
        if winner in drivers:
            draft.fact(key, "won_by", drivers[winner], note="shared drive" if ";" in race["winner"] else "")
        else:
            dropped[f"a race winner who is no driver of the list: {winner}"] += 1


def _add_seasons(draft: Draft, races: list[Row], circuits: dict[str, Row]) -> None:
    """A season runs from its first race to its last, in the countries of its races."""
    seasons: dict[int, list[Row]] = defaultdict(list)
    for race in races:
        seasons[int(race["season"])].append(race)
    for year, held in sorted(seasons.items()):
        days = sorted(race["date"] for race in held)
        for series in (DRIVERS_SERIES, TEAMS_SERIES):
            if series == TEAMS_SERIES and year < FIRST_TEAMS_TITLE:
                continue
            key = add_edition(draft, series, year, f"{year} {series}")
            status = "scheduled" if year == UNFINISHED else ""
            draft.fact(key, "took_place", "", (days[0], days[-1], ""), status, "first to last race")
            for home in sorted({_country_name(circuits[race["circuit"]]["countryId"]) for race in held}):
                draft.fact(key, "located_in_country", country(home))


def _add_champions(
    draft: Draft,
    standings: list[Row],
    names: dict[str, str],
    teams: dict[str, str],
    drivers: dict[str, str],
    dropped: Counter[str],
) -> None:
    for row in standings:
        year = int(row["season"])
        if year == UNFINISHED:
            dropped["standings of the season under way"] += 1
            continue
        if row["position"] not in ("1", "2"):
            continue
        is_driver = row["kind"] == "driver"
        series = DRIVERS_SERIES if is_driver else TEAMS_SERIES
        who = (
            drivers.get(names[row["id"]]) if is_driver else draft.entity("org", f"{teams[row['id']]} F1 team")
        )
        key = f"edition/{year}-{'formula-one-world-championship' if is_driver else 'formula-one-world-constructors-championship'}"
        if who is None:
            dropped[f"a champion who is no driver of the list: {row['id']} {series}"] += 1
        elif row["position"] == "1":
            add_outcome(draft, key, Outcome(who, note="drivers' champion" if is_driver else ""))
        else:
            add_outcome(draft, key, Outcome(runner_up=who))


def _compare(raw: Path, tables: dict[str, list[Row]]) -> list[str]:
    """How many of the champions and runners-up of the curated table F1DB confirms."""
    names = {row["id"]: row["name"] for row in tables["f1_drivers.csv"]}
    top = {
        (row["season"], row["position"]): names[row["id"]]
        for row in tables["f1_standings_top3.csv"]
        if row["kind"] == "driver"
    }
    rows = [
        row
        for row in read_rows(raw / "curated" / "sports_awards.csv")
        if row["competition"] == "Formula One World Drivers' Championship"
    ]
    lines = []
    for what, column, position in (("champions", "winner", "1"), ("runners-up", "runner_up", "2")):
        differing = [
            f"{r['edition']} {r[column]}/{top[r['edition'], position]}"
            for r in rows
            if r[column] != top[r["edition"], position]
        ]
        lines.append(
            f"Formula One: {what} agree in {len(rows) - len(differing)} of {len(rows)}; differing: {differing or 'none'}"
        )
    return lines
