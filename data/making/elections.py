"""National elections as series with their editions: the pack ``elections``."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from making.countries import country
from making.persons import persons_of
from making.positions import country_names
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows, slug
from making.us_offices import VICE, add_by_birth

ACCESSED = "2026-11-23"
NEWEST = "2023-06-25"
PARLGOV_TO = 2022
"""The last year of which ParlGov has every election; it ends in June 2023."""
LISTED_TO = "2021-03"
"""Where the second list ends; what it has after that are plans."""
FIRST_COMPLETE = 1950
TERMS = {
    "Australia": (3,), "New Zealand": (3,), "Sweden": (3, 4), "Latvia": (3, 4), "Ireland": (5,), "France": (5,), "Luxembourg": (5,), "Malta": (5,),
    "Cyprus": (5,), "Italy": (5,), "United Kingdom": (4, 5), "Austria": (4, 5), "Belgium": (4, 5), "Canada": (4, 5), "Turkey": (4, 5),
}  # fmt: skip
"""Years after which an election is due; four elsewhere."""
AFTER_US = (
    "primary|debate|debates|race|bid|run|hacking|probe|inquiry|poll|polls|observers|law|commission|bill"
)
"""A campaign of America's bears the year of its vote, also where it began in the year before."""
US = "United States"
US_FROM, US_TO, MIDTERMS_FROM, MIDTERMS_TO, GENERAL_FROM = 1788, 2028, 1914, 2026, 1914
FIXED_DAY = 1845
TODAY = "2026-08"
"""What comes after is a plan: the newest date of the sources."""
BEFORE = "primary|parallel|european|local|regional|state|provincial|municipal|mock|presidential|indirect|youth|junior"
AFTER = "campaign|campaigns|primary|primaries|debate|debates|race|bid|run|interference|meddling|hacking|probe|inquiry|poll|polls|observers|law|commission|bill"  # fmt: skip
SERIES_COLUMNS = ("series", "family", "complete_from", "complete_to", "edition_name", "blocked_before", "blocked_after", "context")  # fmt: skip

Series = tuple[str, ...]


@dataclass(frozen=True)
class Vote:
    """One election: its days, as exactly as they are sure."""

    year: int
    start: str
    end: str
    status: str = ""
    month: str = ""


def make_elections(raw: Path) -> tuple[Draft, SourceRecord, list[Series]]:
    """The pack ``elections``, and the rows of its ``series.csv``."""
    draft, dropped = Draft(), Counter[str]()
    listed_days = _listed_days(raw, dropped)
    series = [_add_presidential(raw, draft), _add_midterms(draft), _add_general(draft)]
    done = set()
    for row in read_rows(TYPED / "elections.csv"):
        series.append(_add_parlgov(raw, draft, row, listed_days))
        done.add((row["country"], "L"))
    series += _add_listed(draft, listed_days, done)
    _print_agreement(raw, listed_days)
    for cause, count in sorted(dropped.items()):
        print(f"elections: dropped {count}: {cause}")
    return draft, _record(raw), sorted(series)


def election_day(year: int) -> str:
    """The Tuesday after the first Monday of November."""
    first = date(year, 11, 1)
    monday = first + timedelta(days=(7 - first.weekday()) % 7)
    return (monday + timedelta(days=1)).isoformat()


def _add_presidential(raw: Path, draft: Draft) -> Series:
    key, name = _add_series(draft, f"{US} presidential election")
    forms = [f"{us} presidential election{s}" for us in ("U.S.", "US", "American", US) for s in ("", "s")]
    draft.alias(key, "short", *[form for form in forms if form != name])
    draft.alias(key, "weak", "presidential election", "presidential elections")
    winners = _winners(raw, draft)
    for year in range(US_FROM, US_TO + 1, 4):
        day = election_day(year) if year >= FIXED_DAY else str(year)
        end = "1789" if year == US_FROM else day
        edition = _add_edition(draft, key, name, US, Vote(year, day, end, _planned(day)))
        draft.fact(edition, "edition_ordinal", str((year - US_FROM) // 4 + 1))
        if year in winners:
            draft.fact(edition, "won_by", winners[year])
    return _series_row(key, "us-elections", (US_FROM, US_TO), name, AFTER_US)


def _add_midterms(draft: Draft) -> Series:
    key, name = _add_series(draft, f"{US} midterm elections")
    words = ("midterm elections", "midterm election", "midterms", "congressional midterm elections")
    draft.alias(key, "short", *[f"{us} {word}" for us in ("U.S.", "US", "American") for word in words])
    draft.alias(key, "weak", *words, "mid-term elections")
    for year in range(MIDTERMS_FROM, MIDTERMS_TO + 1, 4):
        day = election_day(year)
        _add_edition(draft, key, name, US, Vote(year, day, day, _planned(day)))
    return _series_row(key, "us-elections", (MIDTERMS_FROM, MIDTERMS_TO), name, AFTER_US)


def _add_general(draft: Draft) -> Series:
    """What closes a campaign after the primaries; states vote in odd years, too, the nation in even ones only."""
    key, name = _add_series(draft, f"{US} general election")
    draft.alias(key, "weak", "general election", "general elections")
    for year in range(GENERAL_FROM, US_TO + 1, 2):
        day = election_day(year)
        _add_edition(draft, key, name, US, Vote(year, day, day, _planned(day)))
    return _series_row(key, "us-general-elections", (GENERAL_FROM, US_TO), name, AFTER_US)


def _planned(day: str) -> str:
    return "scheduled" if day > TODAY else ""


def _winners(raw: Path, draft: Draft) -> dict[int, str]:
    """Who won each presidential election: whoever was sworn in after it."""
    persons, found = persons_of(raw), {}
    for row in read_rows(raw / "politics" / "us_presidents_vps.csv"):
        year = int(row["start"][:4]) - 1
        if row["type"] != VICE and row["how"] == "election" and year % 4 == 0:
            found[year] = add_by_birth(draft, persons, row["name"], row["birthday"])
    first = add_by_birth(draft, persons, "George Washington", "1732-02-22")
    return {US_FROM: first} | found


def _add_series(draft: Draft, name: str) -> tuple[str, str]:
    return draft.entity("series", name), name


def _series_row(
    key: str, family: str, complete: tuple[int, int] | None, name: str, after: str = AFTER
) -> Series:
    first, last = complete or ("", "")
    return (key, family, str(first), str(last), f"{{year}} {name}", BEFORE, after, "")


def _add_edition(draft: Draft, series: str, name: str, place: str, vote: Vote) -> str:
    """An edition by its year; where a year has two, by month and year."""
    title = f"{vote.month} {vote.year} {name}".strip()
    key = f"edition/{vote.year}-{slug(f'{vote.month} {name}' if vote.month else name)}"
    draft.entities.add((key, "edition", title))
    if vote.month:
        draft.alias(key, "short", f"{vote.year} {name}")
    draft.fact(key, "edition_of", series)
    draft.fact(key, "edition_year", str(vote.year))
    draft.fact(key, "located_in_country", country(place))
    draft.fact(key, "took_place", "", (vote.start, vote.end, ""), vote.status)
    return key


def _add_parlgov(
    raw: Path, draft: Draft, row: dict[str, str], listed_days: dict[tuple[str, str], list[str]]
) -> Series:
    """The parliamentary elections of one of ParlGov's countries."""
    place, nation = row["country"], row["nation"]
    kinds = listed(row["kinds"])
    key, name = _add_series(draft, f"{nation} {kinds[0]} election")
    for number, kind in enumerate((*kinds, *listed(row["weak_kinds"]))):
        forms = [f"{word} {kind} election{s}" for word in (nation, *listed(row["also"])) for s in ("", "s")]
        draft.alias(
            key, "short" if number < len(kinds) else "weak", *[form for form in forms if form != name]
        )
    draft.alias(key, "weak", f"{nation} election", f"{nation} elections")
    days = _parlgov_days(raw)[place]
    others = [d for (where, _kind), found in listed_days.items() if where == place for d in found]
    votes = [_dated(day, others, place) for day in days]
    first = max(FIRST_COMPLETE, int(row["complete_from"]))
    votes += _superseded({vote.year for vote in votes}, place, first)
    for vote in _told_apart(votes, days):
        _add_edition(draft, key, name, place, vote)
    return _series_row(key, f"{slug(place)}-elections", (first, PARLGOV_TO), name)


def _dated(day: str, others: list[str], place: str) -> Vote:
    """A vote to the day where both lists agree and it was held on one, else to the month or the year."""
    year, month = day[:4], day[:7]
    many = {"France": "9999", "Lithuania": "9999", "Hungary": "2014", "Italy": "2018", "Norway": "9999", "Czech Republic": "9999", "Slovakia": "2000"}  # fmt: skip
    several = day < many.get(place, "")
    if day in others and not several:
        return Vote(int(year), day, day)
    if several and place in ("France", "Lithuania", "Hungary"):
        return Vote(int(year), year, year)
    sure = day > LISTED_TO or any(other[:7] == month for other in others)
    return Vote(int(year), month if sure else year, month if sure else year)


def _superseded(years: set[int], place: str, first: int) -> Iterator[Vote]:
    """Elections that were due in a year and spoken of until an earlier one took their place."""
    ahead = {year + term for year in years for term in TERMS.get(place, (4,))}
    for year in sorted(ahead - years):
        if first <= year <= PARLGOV_TO:
            yield Vote(year, str(year), str(year), "cancelled")


def _told_apart(votes: list[Vote], days: list[str]) -> Iterator[Vote]:
    """Two of one year get the month in their names."""
    count = Counter(vote.year for vote in votes)
    names = {day: date.fromisoformat(day).strftime("%B") for day in days}
    for vote, day in zip(votes, [*days, *[""] * (len(votes) - len(days))], strict=True):
        month = names[day] if day and count[vote.year] > 1 else ""
        yield Vote(vote.year, vote.start, vote.end, vote.status, month)


def _parlgov_days(raw: Path) -> dict[str, list[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    with gzip.open(raw / "politics" / "view_election.csv.gz", "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["election_type"] == "parliament" and row["election_date"] >= "1945-06":
                found[row["country_name"]].add(row["election_date"])
    return {place: sorted(days) for place, days in found.items()}


def _listed_days(raw: Path, dropped: Counter[str]) -> dict[tuple[str, str], list[str]]:
    """Days of votes in the second list by country and kind: L parliament, X president."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    names = country_names() | {
        "Bosnia-Herzegovina": "Bosnia and Herzegovina",
        "Congo": "Republic of the Congo",
    }
    path = raw / "politics" / "electionlist_3_21.csv"
    with path.open(encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file):
            parts = (row["elec_year"], row["elec_month"].strip(), row["elec_day"].strip())
            day = "-".join(part.zfill(2) for part in parts if part)
            place = names.get(row["country"], "")
            if not row["event"].strip().startswith("Vote"):
                dropped["announcements, delays and votes made void in the second list"] += 1
            elif row["type"] == "R" or row["direct"] == "A":
                dropped["referendums and votes by an assembly in the second list"] += 1
            elif not place or day > LISTED_TO or not re.fullmatch(r"\d{4}(-\d\d){0,2}", day):
                dropped[
                    "a country not in the packs, or a date after the second list's last actual month"
                ] += 1
            else:
                kind = "X" if row["type"] == "X" and row["direct"] == "Y" else "L"
                found[place, kind].add(day)
    return {key: sorted(days) for key, days in found.items()}


def _add_listed(
    draft: Draft, days: dict[tuple[str, str], list[str]], done: set[tuple[str, str]]
) -> Iterator[Series]:
    """Elections of the second list: no dates that contradict, complete only where all years are known."""
    nations = _nations()
    whole = {row["country"]: row for row in read_rows(TYPED / "presidential_elections.csv")}
    for (place, kind), found in sorted(days.items()):
        if (place, kind) in done or place == US:
            continue
        word = "presidential" if kind == "X" else "parliamentary"
        key, name = _add_series(draft, f"{nations[place]} {word} election")
        draft.alias(key, "short", f"{name}s")
        if kind == "L":
            draft.alias(key, "weak", f"{nations[place]} general election", f"{nations[place]} election", f"{nations[place]} elections")  # fmt: skip
        by_year: dict[int, list[str]] = defaultdict(list)
        for day in found:
            by_year[int(day[:4])].append(day)
        for year, dates in sorted(by_year.items()):
            vote = Vote(year, min(dates), max(dates), "unconfirmed")
            _add_edition(draft, key, name, place, vote)
        yield _series_row(
            key, f"{slug(place)}-elections", _complete(draft, key, name, place, kind, by_year, whole), name
        )


def _nations() -> dict[str, str]:
    """Each country's adjective; its name where it has none of its own."""
    rows = read_rows(TYPED / "countries.csv")
    bearers = Counter(word for row in rows for word in listed(row["demonyms"]))
    own = {row["name"]: [word for word in listed(row["demonyms"]) if bearers[word] == 1] for row in rows}
    return {place: (words or [place])[0] for place, words in own.items()}


def _complete(
    draft: Draft,
    key: str,
    name: str,
    place: str,
    kind: str,
    by_year: dict[int, list[str]],
    whole: dict[str, dict[str, str]],
) -> tuple[int, int] | None:
    """The years of which a series is complete: where the list has just the years that we know of."""
    row = whole.get(place)
    if kind != "X" or row is None:
        return None
    known = [int(year) for year in listed(row["years"])]
    for year in listed(row["added"]):
        if int(year) not in by_year:
            by_year[int(year)] = [year]
            _add_edition(draft, key, name, place, Vote(int(year), year, year, "unconfirmed"))
    have = [year for year in sorted(by_year) if year >= known[0]]
    if have != known:
        print(f"elections: {name} is not complete: {set(have) ^ set(known)}")
        return None
    for year in listed(row["superseded"]):
        _add_edition(draft, key, name, place, Vote(int(year), year, year, "cancelled"))
    return known[0], int(row["until"])


def _print_agreement(raw: Path, days: dict[tuple[str, str], list[str]]) -> None:
    same = total = 0
    for place, found in _parlgov_days(raw).items():
        others = {
            day for (where, _kind), listed_ones in days.items() if where == place for day in listed_ones
        }
        both = [day for day in found if any(other[:4] == day[:4] for other in others)]
        total += len(both)
        same += sum(day in others for day in both)
    print(
        f"elections: {total} of ParlGov's since 1945 in years the second list has, {same / total:.1%} on the same day"
    )


def _record(raw: Path) -> SourceRecord:
    folder = raw / "politics"
    files = ("view_election.csv.gz", "electionlist_3_21.csv", "us_presidents_vps.csv")
    return SourceRecord(
        title="National elections",
        producer="ParlGov 2023; election list of March 2021; congress-legislators 2025",
        url="https://www.parlgov.org",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest=NEWEST,
        made_by="data/make_politics.py",
        raw=(
            *(folder / file for file in files),
            TYPED / "elections.csv",
            TYPED / "presidential_elections.csv",
        ),
    )
