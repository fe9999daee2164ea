"""Companies: those of the S&P 500 with headquarters and founding year, and members of other share indexes."""

import re
from collections import Counter
from pathlib import Path

from making.countries import country
from making.headquarters import LARGE, STATES, add_headquarters
from making.tables import TYPED, Draft, SourceRecord, entity_id, listed, read_rows

SP_AS_OF = "2026-08-05"
"""The list has a member that joined on that day and none that joined later."""
LISTS_AS_OF = "2026-03"
"""The index lists have what joined the S&P 500 on 23 March 2026 and not what joined on 9 April."""
SP_500 = (
    "S&P 500",
    ("S&P 500 index", "S&P 500 Index", "Standard & Poor's 500", "Standard & Poor's 500 index"),
)
INDEXES = {
    "dax": ("DAX", ("DAX index", "German DAX")),
    "dowjones": (
        "Dow Jones Industrial Average",
        ("Dow Jones industrial average", "Dow Jones industrials", "Dow industrials"),
    ),
    "ftse100": ("FTSE 100", ("FTSE 100 index", "FTSE-100")),
    "ftsemib": ("FTSE MIB", ("FTSE MIB index",)),
    "hsi": ("Hang Seng Index", ("Hang Seng index", "Hang Seng")),
    "nasdaq100": ("Nasdaq-100", ("Nasdaq 100 index", "Nasdaq-100 index")),
}
_OWN = TYPED / "company_facts.csv"
SURE_SHORT = frozenset(
    ("Nvidia", "Qualcomm", "PepsiCo", "Comcast", "Citigroup", "Airbnb", "Biogen", "Kroger", "Pfizer", "eBay")
)
"""What is left of a name without its legal form, where that is one word and means nothing else."""
_FORM = re.compile(
    r",? (?:Inc|Incorporated|Corp|Corporation|PLC|plc|SE|AG|Ltd|Limited|Co Ltd|Group Ltd|Holdings Ltd|NV|SA|KGaA|SE & Co KGaA)\.?$"
)
NO_SHORT = frozenset(
    (
        "Admiral Group",
        "Anglo American",
        "Charles Schwab",
        "Compass Group",
        "Global Payments",
        "Globe Life",
        "Henry Schein",
        "Iron Mountain",
        "Li Ning",
        "National Grid",
        "Phoenix Group Holdings",
        "Ralph Lauren",
        "St James's Place",
        "State Street",
        "Waste Management",
    )
)
"""What is left of a name without its legal form, and means people, places or things as well."""
_OVERRIDES = {row["raw"]: row for row in read_rows(TYPED / "companies.csv")}
_SURE = frozenset(row["company"] for row in read_rows(TYPED / "founding_years.csv"))
"""Companies of whose founding there is one year only; of any other the year contradicts nobody."""


def make_companies(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord]:
    """The pack ``companies``: the S&P 500."""
    path = raw / "companies" / "sp500_constituents.csv"
    draft = Draft()
    index = _add_index(draft, SP_500)
    joined: dict[str, str] = {}
    own = _add_own_facts(draft)
    for row in read_rows(path):
        key = add_company(draft, row["Security"])
        joined[key] = min(joined.get(key, "9999"), row["Date added"])
        if (key, "founded") not in own:
            _add_founding(draft, key, row["Founded"], dropped)
        if (key, "headquartered_in") in own:
            continue
        if not add_headquarters(draft, key, row["Headquarters Location"], SP_AS_OF):
            dropped["headquarters that is none or in a place too small to name"] += 1
    dropped["second class of shares of one company"] += len(read_rows(path)) - len(joined)
    for key, date in joined.items():
        draft.fact(key, "member_of", index, (date, "", SP_AS_OF))
    record = SourceRecord(
        title="Companies of the S&P 500: headquarters, founding, date added",
        producer="s-and-p-500-companies, datasets on DataHub",
        url="https://github.com/datasets/s-and-p-500-companies",
        licence="PDDL-1.0",
        accessed="2026-11-23",
        newest=SP_AS_OF,
        made_by="data/make_culture.py",
        rank=5,
        raw=(path, TYPED / "companies.csv", TYPED / "founding_years.csv", _OWN),
    )
    return draft, record


def _add_own_facts(draft: Draft) -> set[tuple[str, str]]:
    """What the project itself has checked; company and predicate of each, of which the list is not asked."""
    known = set()
    for row in read_rows(_OWN):
        key = entity_id("org", row["company"])
        known.add((key, row["predicate"]))
        value, times = "", (row["from"], row["to"], row["as_of"])
        if row["value"]:
            is_large = any(place.split(", ")[0] == row["value"] for place in LARGE)
            value = entity_id("place", row["value"])
            draft.entities.add((value, "place", row["value"]))
            draft.fact(value, "in_country", country(row["country"]))
            if not is_large:
                draft.alias(value, "variant", *_short_states(row["value"]))
        draft.fact(key, row["predicate"], value, times, row["status"])
    return known


def _short_states(place: str) -> list[str]:
    city, _comma, state = place.rpartition(", ")
    return [f"{city}, {STATES[state]}"] if state in STATES else []


def make_indexes(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord]:
    """The pack ``share-indexes``: members of six indexes on one day."""
    folder = raw / "companies" / "index-constituents"
    sp = {row["Symbol"]: row["Security"] for row in read_rows(raw / "companies" / "sp500_constituents.csv")}
    draft = Draft()
    for file, names in INDEXES.items():
        index = _add_index(draft, names)
        for row in read_rows(folder / f"{file}.csv"):
            name = sp.get(row["Symbol"], row["Name"]) if file in ("dowjones", "nasdaq100") else row["Name"]
            draft.fact(add_company(draft, name), "member_of", index, ("", "", LISTS_AS_OF))
    dropped["company without an English name (CSI 300)"] += len(read_rows(folder / "csi300.csv"))
    files = tuple(folder / f"{name}.csv" for name in sorted(INDEXES))
    record = SourceRecord(
        title="Members of DAX, Dow Jones, FTSE 100, FTSE MIB, Hang Seng and Nasdaq-100",
        producer="index-constituents data set",
        url="https://github.com/yfiua/index-constituents",
        licence="Apache-2.0",
        accessed="2026-11-23",
        newest="2026-03-31",
        made_by="data/make_culture.py",
        rank=5,
        raw=(*files, TYPED / "companies.csv"),
    )
    return draft, record


def _add_index(draft: Draft, names: tuple[str, tuple[str, ...]]) -> str:
    key = entity_id("org", names[0].replace("&", ""))
    draft.entities.add((key, "org", names[0]))
    draft.alias(key, "short", *names[1])
    return key


def add_company(draft: Draft, raw: str) -> str:
    """Declare a company with the names that mean it and nothing else."""
    row = _OVERRIDES.get(raw)
    name = row["name"] if row else raw.replace("’", "'").replace("–", "-")
    key = draft.entity("org", name)
    if row:
        draft.alias(key, "short", *listed(row["short"]))
        draft.alias(key, "weak", *listed(row["weak"]))
        draft.alias(key, "acronym", *listed(row["acronym"]))
    plain = _plain(name)
    if plain != name and " " in plain and plain not in NO_SHORT:
        draft.alias(key, "short", plain)
    elif plain != name and " " not in plain:
        draft.alias(key, "short" if plain in SURE_SHORT else "weak", plain)
    return key


def _plain(name: str) -> str:
    """The name without its legal form."""
    return _FORM.sub("", name)


def _add_founding(draft: Draft, key: str, text: str, dropped: Counter[str]) -> None:
    """The years of a cell; several years, or one that may be counted otherwise, contradict nobody."""
    years = re.findall(r"\b(?:1[6-9]|20)\d\d\b", text)
    if not years:
        dropped["founding without a year"] += 1
    sure = len(set(years)) == 1 and key.removeprefix("org/") in _SURE
    for year in set(years):
        draft.fact(key, "founded", "", (year, year, ""), "" if sure else "unconfirmed")


def compare_sources(raw: Path) -> dict[str, tuple[int, int]]:
    """How many members of the older list of the S&P 500 the newer one has."""
    folder = raw / "companies"
    old = {row["Symbol"] for row in read_rows(folder / "index-constituents" / "sp500.csv")}
    new = {row["Symbol"] for row in read_rows(folder / "sp500_constituents.csv")}
    return {"members of the S&P 500, March and August 2026": (len(old & new), len(old))}
