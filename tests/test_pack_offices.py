"""Offices: holders that anybody can check, one at a time where a list is said to be sure."""

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from politics_rows import Row, bad_times, duplicate_keys, facts, read_table

PACK = "offices"
MOST_DAYS = 46


@pytest.mark.parametrize(
    ("office", "person", "start", "end"),
    [
        ("president-of-united-states", "bill-clinton", "1993-01-20", "2001-01-20"),
        ("president-of-united-states", "abraham-lincoln", "1861-03-04", "1865-04-15"),
        ("vice-president-of-united-states", "dick-cheney", "2001-01-20", "2009-01-20"),
        ("prime-minister-of-united-kingdom", "margaret-thatcher", "1979-05-04", "1990-11-28"),
        ("prime-minister-of-united-kingdom", "tony-blair", "1997-05-02", "2007-06-27"),
        ("chancellor-of-germany", "helmut-kohl", "1982-10-01", "1998-10-27"),
        ("foreign-minister-of-iran", "mohammad-javad-zarif", "2013-08-15", "2021-08-24"),
        ("health-secretary-of-united-kingdom", "jeremy-hunt", "2012-09-04", "2018-07-09"),
        ("secretary-of-energy-united-states", "ernest-moniz", "2013-05-21", "2017-01-20"),
        ("taoiseach-of-ireland", "bertie-ahern", "1997-06-26", "2008-05-07"),
        ("prime-minister-of-japan", "junichiro-koizumi", "2001-04-26", "2006-09-26"),
        ("secretary-of-state-united-states", "colin-powell", "2001-01-20", "2005-01-26"),
        ("governor-of-california-united-states", "arnold-schwarzenegger", "2003-11-17", "2011-01-03"),
    ],
)
def test_well_known_terms(office: str, person: str, start: str, end: str) -> None:
    terms = [row for row in facts(PACK, f"office/{office}", "held_by") if row["value"] == f"person/{person}"]
    assert (start, end, "") in [(row["valid_from"], row["valid_to"], row["status"]) for row in terms]


def test_there_are_as_many_as_there_should_be() -> None:
    held = [row for row in read_table(PACK, "facts") if row["predicate"] == "held_by"]
    assert 18_000 < len(held) < 25_000
    assert 8_000 < sum(row["status"] == "" for row in held) < 15_000


def test_keys_are_unique_and_times_plausible() -> None:
    assert duplicate_keys(PACK) == []
    assert bad_times(PACK, "2026-08-31") == []


def test_open_terms_say_as_of_when() -> None:
    for row in read_table(PACK, "facts"):
        if row["predicate"] in ("held_by", "served_in"):
            assert bool(row["valid_to"]) != bool(row["as_of"]), row


def test_every_office_has_a_title_and_an_owner() -> None:
    for row in read_table(PACK, "entities"):
        if row["kind"] == "office":
            assert len(facts(PACK, row["id"], "office_title")) == 1, row
            assert len(facts(PACK, row["id"], "office_of")) == 1, row


def test_sure_terms_of_an_office_do_not_overlap() -> None:
    by_office: dict[str, list[Row]] = defaultdict(list)
    for row in read_table(PACK, "facts"):
        days = (row["valid_from"], row["valid_to"] or row["as_of"])
        if row["predicate"] == "held_by" and not row["status"] and all(len(day) == 10 for day in days):
            by_office[row["subject"]].append(row)
    for office, rows in by_office.items():
        for one, other in combinations(rows, 2):
            if one["value"] != other["value"]:
                ends = [date.fromisoformat(row["valid_to"] or row["as_of"]) for row in (one, other)]
                starts = [date.fromisoformat(row["valid_from"]) for row in (one, other)]
                assert (min(ends) - max(starts)).days <= MOST_DAYS, office


def test_countries_with_rival_governments_contradict_nobody() -> None:
    rows = [row for row in read_table(PACK, "facts") if row["subject"].endswith("-of-libya")]
    assert rows
    assert {row["status"] for row in rows if row["predicate"] == "held_by"} == {"unconfirmed"}


def test_the_supreme_court_has_its_justices() -> None:
    rows = facts(PACK, "person/ruth-bader-ginsburg", "served_in")
    assert [(row["value"], row["valid_from"], row["valid_to"]) for row in rows] == [
        ("org/supreme-court-of-the-united-states", "1993-08-10", "2020-09-18")
    ]
