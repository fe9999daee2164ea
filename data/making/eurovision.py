"""The Eurovision Song Contest: where and when it was held, which country and artist won."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from making.award_editions import AwardSeries, add_edition, add_person
from making.countries import country
from making.persons import persons_of
from making.places import add_place
from making.tables import Draft, SourceRecord, read_rows

SERIES = AwardSeries(
    "Eurovision Song Contest",
    "eurovision",
    (1956, 2025),
    short=("Eurovision", "Eurovision song contest", "Eurovision contest"),
    blocked_before=("junior", "young", "american", "asian", "turkvision", "mini"),
    blocked_after=(
        "young",
        "junior",
        "choir",
        "dance",
        "asia",
        "network",
        "qualifier",
        "qualifying",
        "selection",
        "preselection",
        "semifinal",
        "semifinals",
        "semi",
        "bid",
        "bids",
    ),
)
COUNTRIES = {
    "AT": "Austria",
    "AZ": "Azerbaijan",
    "BE": "Belgium",
    "CH": "Switzerland",
    "DE": "Germany",
    "DK": "Denmark",
    "EE": "Estonia",
    "ES": "Spain",
    "FI": "Finland",
    "FR": "France",
    "GB": "United Kingdom",
    "GR": "Greece",
    "IE": "Ireland",
    "IL": "Israel",
    "IT": "Italy",
    "LU": "Luxembourg",
    "LV": "Latvia",
    "MC": "Monaco",
    "NL": "Netherlands",
    "NO": "Norway",
    "PT": "Portugal",
    "RS": "Serbia",
    "RU": "Russia",
    "SE": "Sweden",
    "TR": "Turkey",
    "UA": "Ukraine",
    "YU": "Yugoslavia",
}
WEST_GERMANY_UNTIL = 1990
CITIES = {"Tallin": "Tallinn", "Kiev": "Kyiv", "Athen": "Athens"}
TODAY = {"Zagreb": "Croatia"}
"""Cities that lie in another country now."""
GROUPS = {
    "ABBA": "ABBA",
    "Teach-In": "Teach-In (band)",
    "Brotherhood of Man": "Brotherhood of Man",
    "Izhar Cohen and the Alphabeta": "Izhar Cohen and the Alphabeta",
    "Milk and Honey": "Milk and Honey (band)",
    "Bucks Fizz": "Bucks Fizz (band)",
    "Herrey's": "Herreys",
    "Bobbysocks": "Bobbysocks",
    "Riva": "Riva (band)",
    "Secret Garden": "Secret Garden (band)",
    "Katrina and The Waves": "Katrina and the Waves",
    "Olsen Brothers": "Olsen Brothers",
    "Grethe & Jørgen Ingmann": "Grethe and Jørgen Ingmann",
    "Tanel Padar, Dave Benton & 2XL": "Tanel Padar, Dave Benton and 2XL",
    "Paul Harrington & Charlie McGettigan": "Paul Harrington and Charlie McGettigan",
    "Lordi": "Lordi",
    "Ell/Nikki": "Ell & Nikki",
    "Måneskin": "Måneskin",
    "Kalush Orchestra": "Kalush Orchestra",
}
SEMIFINALS = {2004: 3, 2005: 2, 2006: 2, 2007: 2}
SEMIFINALS_SINCE = 2008
"""From then on the first semifinal is on the Tuesday before the final."""


def make_eurovision(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord, list[AwardSeries]]:
    """The pack ``eurovision``."""
    path = raw / "culture" / "eurovision_editions.csv"
    draft, people = Draft(), persons_of(raw)
    SERIES.declare(draft)
    for row in read_rows(path):
        year = int(row["year"])
        key = add_edition(draft, SERIES, year)
        draft.alias(key, "official", f"Eurovision Song Contest {year}", f"Eurovision {year}")
        _add_place_and_time(draft, key, row)
        for winner in filter(None, row["winner"].split("; ")):
            code, artist, _song = winner.split("|")
            draft.fact(key, "won_by", _country(code, year))
            if artist in GROUPS:
                draft.fact(key, "won_by", draft.entity("org", GROUPS[artist]))
                continue
            name = artist if " " in artist else f"{artist} (singer)"
            person = add_person(draft, people, [name])
            if person:
                draft.fact(key, "won_by", person)
            else:
                dropped["winning singer of several bearers of the name"] += 1
    record = SourceRecord(
        title="Eurovision Song Contest 1956-2025",
        producer="a collected list that states no licence; bare facts, cross-checked",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2025-05-17",
        made_by="data/make_culture.py",
        rank=5,
        raw=(path,),
    )
    return draft, record, [SERIES]


def _country(code: str, year: int) -> str:
    west = code == "DE" and year <= WEST_GERMANY_UNTIL
    return country("West Germany" if west else COUNTRIES[code])


def _add_place_and_time(draft: Draft, key: str, row: dict[str, str]) -> None:
    year, final = int(row["year"]), date.fromisoformat(row["final_date"])
    days = SEMIFINALS.get(year, 4 if year >= SEMIFINALS_SINCE else 0)
    status = "" if row["winner"] else "cancelled"
    city = CITIES.get(row["city"], row["city"])
    now = TODAY.get(city, COUNTRIES[row["country"]])
    first = str(final - timedelta(days=days))
    draft.fact(key, "took_place", "", (first, str(final), ""), status)
    draft.fact(key, "located_in", add_place(draft, city, now), status=status)
    draft.fact(key, "located_in_country", _country(row["country"], year), status=status)
