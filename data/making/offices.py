"""Offices and who held them, beyond the project's own table of leaders: the pack ``offices``."""

import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from making.leaders import make_leaders
from making.parliamentary_leaders import (
    ELECTED_LISTS,
    read_cabinet_terms,
    read_president_terms,
    read_reign_terms,
)
from making.people import can_be_named
from making.persons import Persons, could_serve, persons_of
from making.positions import (
    NATIONAL_HOUSES,
    Position,
    add_office,
    find_position,
    is_doubtful,
    mixes_in_states,
)
from making.tables import Draft, SourceRecord, entity_id
from making.terms import HANDOVER_DAYS, Term, clashes, end_of, first_day, gap_share, is_date, join_terms
from making.us_offices import US_FILES, add_justices, read_state_terms, read_us_terms

ACCESSED = "2026-11-23"
NEWEST = "2026-08-01"
STALE_YEARS = 9
"""An open term that began so long before the snapshot has more likely lost its end than lasted."""
MOST_GAPS = 0.34
"""Share of successions with a gap from which on a list is incomplete."""
TEST_DAYS = 31
ADULT = 18
_LIFELONG = re.compile(r"office/(?:king|queen|monarch|emperor|emir|sultan|grand-duke)-of")
_FOR_LONG = re.compile(r"office/(?:king|queen|monarch|emperor|emir|supreme|president)-of")
OFFICIAL = frozenset(("office/president-of-united-states", "office/vice-president-of-united-states"))
"""Offices of an official list, whose gaps are vacancies."""

Source = tuple[Term, Position | None]


def make_offices(raw: Path) -> tuple[Draft, SourceRecord, set[tuple[str, str]]]:
    """The pack ``offices``, and the wordings of its titles."""
    persons, draft, dropped = persons_of(raw), Draft(), Counter[str]()
    positions: dict[str, Position] = {}
    holders = list(_holder_terms(raw, persons, draft, positions, dropped))
    first = join_terms(holders)
    us = join_terms(read_us_terms(raw, persons, draft, positions))
    presidents = join_terms(read_president_terms(raw, persons, draft, positions, dropped))
    cabinets = join_terms(read_cabinet_terms(raw, persons, draft, positions, dropped))
    reign = read_reign_terms(raw, persons, draft, positions, dropped)
    states = join_terms(read_state_terms(raw, persons, draft, positions, dropped, NEWEST[:7]))
    own = _own_terms(raw)
    for name, terms in (("Wikidata", first), ("ParlGov cabinets", cabinets), ("ParlGov presidents", presidents), ("US list", us)):  # fmt: skip
        _print_agreement(name, terms, own, "the project's own table")
    for name, terms in (("ParlGov cabinets", cabinets), ("ParlGov presidents", presidents), ("US list", us), ("OpenStates", states), ("REIGN", reign)):  # fmt: skip
        _print_agreement(name, terms, _by_office(first), "Wikidata")
    terms = _merged((us, first, presidents, cabinets, states, reign), dropped)
    terms = list(_not_in_own(terms, own, _begins(raw), dropped))
    terms = _of_the_living(terms, persons, dropped)
    _write_terms(draft, _judged(terms, positions, dropped))
    add_justices(raw, persons, draft)
    _drop_idle(draft)
    for cause, count in sorted(dropped.items()):
        print(f"offices: {count}: {cause}")
    titles = {row[0] for row in draft.entities if row[1] == "title"}
    wordings = {
        (entity_id("title", position.title), wording)
        for position in positions.values()
        for wording in position.wordings
        if entity_id("title", position.title) in titles
    }
    return draft, _record(raw), wordings


def _holder_terms(
    raw: Path, persons: Persons, draft: Draft, positions: dict[str, Position], dropped: Counter[str]
) -> Iterator[Term]:
    """The terms of the Wikidata list whose office one person alone holds."""
    seen, regional = set(), _regional(raw)
    for row in _rows(raw / "politics" / "holders21.csv.gz"):
        key = (row["repo"], row["position"], row["personID"], row["start"], row["end"])
        cause = _flaw(row) or ("a duplicate" if key in seen else "")
        seen.add(key)
        position = None if cause else find_position(row["repo"], row["position"])
        if not cause and position is None:
            cause = "a position several people hold, or of no interest to the news"
        person = persons.find(row["person"], row["personID"])
        if position and row["personID"] in regional and mixes_in_states(position):
            cause = "a minister of a state, province or region with the title of a national one"
        if not cause and (person is None or not can_be_named(person)):
            cause = "a holder without a name in Latin letters"
        if cause or position is None:
            dropped[f"dropped, Wikidata: {cause}"] += 1
            continue
        office = _office_id(draft, position, positions)
        key_person = persons.add(draft, row["person"], row["personID"])
        if key_person:
            yield Term(office, row["start"], row["end"], key_person, "" if row["end"] else row["snapshot"])


def _regional(raw: Path) -> set[str]:
    """Ids of people who sat in the parliament of a part of a federation and never in that of the whole."""
    sat: dict[str, list[bool]] = defaultdict(list)
    for row in _rows(raw / "politics" / "legislators.csv.gz"):
        if row["repo"] in NATIONAL_HOUSES:
            sat[row["personID"]].append(bool(NATIONAL_HOUSES[row["repo"]].fullmatch(row["position"])))
    return {person for person, houses in sat.items() if not any(houses)}


def _flaw(row: dict[str, str]) -> str:
    """What is wrong with the dates of a row, or empty."""
    if not row["start"]:
        return "no start"
    if not is_date(row["start"]) or (row["end"] and not is_date(row["end"])):
        return "no date"
    if row["end"] and row["end"] < row["start"][: len(row["end"])]:
        return "it ends before it starts"
    if row["start"] > row["snapshot"] or row["end"][:7] > row["snapshot"]:
        return "it lies after the snapshot"
    return ""


def _office_id(draft: Draft, position: Position, positions: dict[str, Position]) -> str:
    key = add_office(draft, position)
    positions.setdefault(key, position)
    return key


def _own_terms(raw: Path) -> dict[str, list[Term]]:
    """The terms of the project's own table, by office."""
    draft, _source = make_leaders(raw)
    return _by_office(
        Term(subject, start, end, value, as_of, acting=predicate.endswith("acting"))
        for subject, predicate, value, start, end, as_of, _status, _note in draft.facts
        if predicate.startswith("held_by")
    )


def _by_office(terms: Iterable[Term]) -> dict[str, list[Term]]:
    found = defaultdict(list)
    for term in terms:
        found[term.office].append(term)
    return found


def _print_agreement(name: str, terms: Iterable[Term], others: dict[str, list[Term]], whose: str) -> None:
    """How often a term's start is that of the same person's term elsewhere."""
    steps = []
    for term in terms:
        same = [o for o in others.get(term.office, ()) if o.person == term.person and len(o.start) == 10]
        if same and len(term.start) == 10:
            steps.append(min(abs((first_day(o.start) - first_day(term.start)).days) for o in same))
    if steps:
        day, month = (sum(step <= most for step in steps) / len(steps) for most in (1, HANDOVER_DAYS))
        print(f"offices: {name} and {whose}: {len(steps)} terms of one person in both, {day:.1%} start within a day, {month:.1%} within {HANDOVER_DAYS} days")  # fmt: skip


def _merged(sources: Iterable[list[Term]], dropped: Counter[str]) -> list[Term]:
    """The terms of all sources, of which an earlier one speaks where a later one has the same days."""
    kept: dict[str, list[Term]] = defaultdict(list)
    for terms in sources:
        mine = _by_office(terms)
        for office, new in mine.items():
            before = list(kept[office])
            for term in new:
                rival = next((other for other in before if _shares(term, other)), None)
                if rival is None:
                    kept[office].append(term)
                    continue
                dropped["left to a better source that has the same days"] += 1
                kept[office] = [_prolonged(other, term) for other in kept[office]]
    return sorted(term for terms in kept.values() for term in terms)


def _prolonged(one: Term, newer: Term) -> Term:
    """An open term with the end or the later as-of that a newer source has of the same term."""
    same = one.person == newer.person and not one.end and not newer.status
    apart = abs((first_day(one.start) - first_day(newer.start)).days) > HANDOVER_DAYS
    if not same or apart or end_of(newer) <= end_of(one):
        return one
    return replace(one, end=newer.end, as_of=newer.as_of)


def _shares(one: Term, other: Term) -> bool:
    """Whether two terms share more days than a handover takes."""
    begin = max(first_day(one.start), first_day(other.start))
    shared = (min(end_of(one), end_of(other)) - begin).days
    return shared > HANDOVER_DAYS or (one.person == other.person and shared >= -HANDOVER_DAYS)


def _begins(raw: Path) -> dict[str, date]:
    """From which day on the project's own table has every holder of an office."""
    draft, _source = make_leaders(raw, typed=False)
    starts: dict[str, list[date]] = defaultdict(list)
    for subject, predicate, _value, start, *_rest in draft.facts:
        if predicate.startswith("held_by"):
            starts[subject].append(first_day(start))
    return {office: min(days) for office, days in starts.items()}


def _of_the_living(terms: list[Term], persons: Persons, dropped: Counter[str]) -> list[Term]:
    """The terms whose holders were of age and alive: the others belong to a namesake."""
    people = persons.by_id()
    kept = []
    for term in terms:
        age = 0 if _LIFELONG.match(term.office) else ADULT
        if term.person in people and not could_serve(people[term.person], term.start, age):
            dropped["dropped: it begins when its holder was a child or dead"] += 1
        else:
            kept.append(term)
    return kept


def _not_in_own(
    terms: Iterable[Term], own: dict[str, list[Term]], begins: dict[str, date], dropped: Counter[str]
) -> Iterator[Term]:
    """The terms that ended before the project's own table begins; from there on it speaks alone."""
    last: dict[str, Term] = {}
    for term in sorted(terms, key=lambda t: (t.office, first_day(t.start), t.start)):
        if any(_shares(t, term) for t in own.get(term.office, ()) if not t.acting or t.person == term.person):
            dropped["left to the project's own table"] += 1
            continue
        if term.office not in begins:
            yield term
            continue
        late = not term.end or (end_of(term) - begins[term.office]).days > TEST_DAYS
        before = last.get(term.office)
        if late:
            dropped["left to the project's own table"] += 1
        elif before and (end_of(before) - first_day(term.start)).days > TEST_DAYS:
            dropped["dropped: it overlaps another term of an office in the project's own table"] += 1
        else:
            last[term.office] = term
            yield term


def _judged(terms: list[Term], positions: dict[str, Position], dropped: Counter[str]) -> Iterator[Term]:
    """The terms, each with its status: what an incomplete or contradictory list says contradicts nobody."""
    clashing = clashes(terms)
    for office, group in _by_office(terms).items():
        bad = sum(term in clashing for term in group) > 2 and sum(t in clashing for t in group) * 2 > len(
            group
        )
        gaps = len(group) > 2 and gap_share(group) >= MOST_GAPS and office not in OFFICIAL
        for term in group:
            cause = (
                (term.status and "by its source")
                or (is_doubtful(positions[office]) and "rival governments, or states with the same titles")
                or (term in clashing and f"it overlaps another by more than {HANDOVER_DAYS} days")
                or (bad and "most terms of the office overlap")
                or (gaps and "the office's list has too many gaps")
                or (not term.precise and "known to the year only")
                or (_is_stale(term) and "open, but begun long before the snapshot")
                or ""
            )
            if cause:
                dropped[f"unconfirmed: {cause}"] += 1
            yield replace(term, status="unconfirmed" if cause else "")


def _is_stale(term: Term) -> bool:
    years = int(term.as_of[:4]) - int(term.start[:4]) if term.as_of else 0
    return not term.end and not _FOR_LONG.match(term.office) and years >= STALE_YEARS


def _write_terms(draft: Draft, terms: Iterable[Term]) -> None:
    written = set()
    for term in terms:
        key = (term.office, term.person, term.start)
        if key not in written:
            written.add(key)
            predicate = "held_by_acting" if term.acting else "held_by"
            as_of = "" if term.end else term.as_of
            draft.fact(term.office, predicate, term.person, (term.start, term.end, as_of), term.status)


def _drop_idle(draft: Draft) -> None:
    """Take out offices, titles and people of whom no fact is left."""
    held = {row[0] for row in draft.facts if row[1].startswith("held_by")}
    draft.facts = {row for row in draft.facts if not row[0].startswith("office/") or row[0] in held}
    used = {row[0] for row in draft.facts} | {row[2] for row in draft.facts}
    draft.entities = {row for row in draft.entities if row[0] in used}
    draft.aliases = {row for row in draft.aliases if row[0] in used}


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _record(raw: Path) -> SourceRecord:
    folder = raw / "politics"
    files = ("holders21.csv.gz", *ELECTED_LISTS, *US_FILES)
    return SourceRecord(
        title="Heads of state and government, ministers, central bank governors, ambassadors, governors and mayors",
        producer="Wikidata 2022; ParlGov 2023; REIGN 2021; congress-legislators 2025; OpenStates 2026",
        url="https://www.wikidata.org",
        licence="CC0-1.0",
        accessed=ACCESSED,
        newest=NEWEST,
        made_by="data/make_politics.py",
        raw=tuple(folder / file for file in files),
    )
