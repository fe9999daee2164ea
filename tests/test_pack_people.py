"""People: dates that anybody can check, and names that are names."""

import pytest

from politics_rows import bad_times, duplicate_keys, facts, read_table

PACK = "people"


@pytest.mark.parametrize(
    ("person", "predicate", "day"),
    [
        ("barack-obama", "born", "1961-08-04"),
        ("angela-merkel", "born", "1954-07-17"),
        ("vladimir-putin", "born", "1952-10-07"),
        ("emmanuel-macron", "born", "1977-12-21"),
        ("joe-biden", "born", "1942-11-20"),
        ("margaret-thatcher", "died", "2013-04-08"),
        ("ronald-reagan", "died", "2004-06-05"),
        ("helmut-kohl", "born", "1930-04-03"),
        ("abraham-lincoln", "born", "1809-02-12"),
        ("nelson-mandela", "died", "2013-12-05"),
        ("albert-einstein", "born", "1879-03-14"),
        ("indira-gandhi", "born", "1917-11-19"),
        ("mikhail-gorbachev", "born", "1931-03-02"),
    ],
)
def test_dates_of_well_known_people(person: str, predicate: str, day: str) -> None:
    (row,) = facts(PACK, f"person/{person}", predicate)
    assert (row["valid_from"], row["valid_to"], row["status"]) == (day, day, "")


def test_there_are_as_many_as_there_should_be() -> None:
    assert 140_000 < len(read_table(PACK, "entities")) < 160_000
    assert 160_000 < len(read_table(PACK, "facts")) < 180_000


def test_keys_are_unique_and_times_plausible() -> None:
    assert duplicate_keys(PACK) == []
    assert bad_times(PACK, "2023-02") == []
    assert all(row["valid_from"] == row["valid_to"] >= "1000" for row in read_table(PACK, "facts"))


def test_nobody_dies_before_birth() -> None:
    born = {r["subject"]: r["valid_from"] for r in read_table(PACK, "facts") if r["predicate"] == "born"}
    died = {r["subject"]: r["valid_from"] for r in read_table(PACK, "facts") if r["predicate"] == "died"}
    assert [p for p, day in died.items() if p in born and day < born[p][: len(day)]] == []


def test_no_alias_is_a_single_word_and_none_a_family_name() -> None:
    for row in read_table(PACK, "aliases"):
        assert row["kind"] in ("variant", "weak")
        assert " " in row["alias"] or "-" in row["alias"], row


def test_a_spelling_of_somebody_known_is_no_second_person() -> None:
    assert "person/rafael-correa" in {row["id"] for row in read_table(PACK, "entities")}
    assert {"entity": "person/rafael-correa", "alias": "Rafael Correa Delgado", "kind": "variant"} in list(
        read_table(PACK, "aliases")
    )
