"""Companies of the S&P 500: facts that anybody can check."""

import pytest

from culture_rows import find_bad_times, find_duplicates, read_table, times, values

PACK = "companies"


@pytest.mark.parametrize(
    ("company", "place"),
    [
        ("microsoft", "redmond-washington"),
        ("apple-inc", "cupertino-california"),
        ("amazoncom", "seattle"),
        ("walmart", "bentonville-arkansas"),
        ("ford-motor-company", "dearborn-michigan"),
        ("general-motors", "detroit"),
        ("the-coca-cola-company", "atlanta"),
        ("boeing", "arlington-virginia"),
        ("berkshire-hathaway", "omaha"),
        ("nvidia", "santa-clara-california"),
        ("goldman-sachs", "new-york-city"),
        ("tesla-inc", "austin"),
    ],
)
def test_headquarters(company: str, place: str) -> None:
    rows = [
        r
        for r in read_table(PACK, "facts")
        if (r["subject"], r["predicate"]) == (f"org/{company}", "headquartered_in")
    ]
    assert {row["value"] for row in rows if not row["valid_to"]} == {f"place/{place}"}


@pytest.mark.parametrize(
    ("year", "place"), [("2000", "seattle"), ("2010", "chicago"), ("2024", "arlington-virginia")]
)
def test_headquarters_that_moved(year: str, place: str) -> None:
    rows = [
        r
        for r in read_table(PACK, "facts")
        if (r["subject"], r["predicate"]) == ("org/boeing", "headquartered_in")
    ]
    assert [r["value"] for r in rows if r["valid_from"] <= year < (r["valid_to"] or "9")] == [
        f"place/{place}"
    ]


@pytest.mark.parametrize(
    ("company", "year"),
    [
        ("microsoft", 1975),
        ("ford-motor-company", 1903),
        ("nvidia", 1993),
        ("starbucks", 1971),
        ("boeing", 1916),
    ],
)
def test_founded(company: str, year: int) -> None:
    assert values(PACK, f"org/{company}", "founded") == {""}
    assert times(PACK, f"org/{company}", "founded") == {(str(year), str(year))}


def test_a_doubtful_year_contradicts_nobody() -> None:
    rows = [
        r for r in read_table(PACK, "facts") if (r["subject"], r["predicate"]) == ("org/apple-inc", "founded")
    ]
    assert {(row["valid_from"], row["status"]) for row in rows} == {("1976", ""), ("1977", "unconfirmed")}
    assert times(PACK, "org/philip-morris-international", "founded") == {("1847", "1847"), ("2008", "2008")}


def test_members() -> None:
    members = [row for row in read_table(PACK, "facts") if row["value"] == "org/sp-500"]
    assert len(members) == 500
    assert all(row["as_of"] == "2026-08-05" and not row["valid_to"] for row in members)
    assert times(PACK, "org/tesla-inc", "member_of") == {("2020-12-21", "")}


def test_headquarters_are_of_a_day() -> None:
    places = [row for row in read_table(PACK, "facts") if row["predicate"] == "headquartered_in"]
    assert 490 < len(places) < 520
    assert all(bool(row["as_of"]) != bool(row["valid_to"]) for row in places)
    assert sum(row["as_of"] == "2026-08-05" and not row["valid_from"] for row in places) > 470


def test_common_words_are_no_names() -> None:
    names = {row["alias"] for row in read_table(PACK, "aliases") if row["kind"] != "weak"}
    names |= {row["name"] for row in read_table(PACK, "entities")}
    assert names.isdisjoint(
        {
            "Target",
            "Visa",
            "Ball",
            "Block",
            "Oracle",
            "Ford",
            "Intel",
            "Lowe's",
            "McDonald's",
            "Apple",
            "Amazon",
        }
        | {"Carnival", "Carrier", "Corning", "Progressive", "Chevron", "Paradise", "Purchase", "State Street"}
    )


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
