"""Films: the years they came out."""

import pytest

from culture_rows import find_bad_times, find_duplicates, read_table, times

PACK = "films"


@pytest.mark.parametrize(
    ("work", "year"),
    [
        ("citizen-kane", 1941),
        ("casablanca", 1942),
        ("psycho", 1960),
        ("the-godfather", 1972),
        ("jaws", 1975),
        ("schindlers-list", 1993),
        ("titanic", 1997),
        ("the-matrix", 1999),
        ("the-dark-knight", 2008),
        ("oppenheimer", 2023),
        ("barbie", 2023),
    ],
)
def test_years(work: str, year: int) -> None:
    assert times(PACK, f"work/{work}-{year}", "released") == {(str(year), str(year))}


def test_counts() -> None:
    assert 36_000 < len(read_table(PACK, "facts")) < 36_500
    assert 5_000 < len(read_table(PACK, "aliases")) < 9_000


def test_a_title_is_a_weak_name_of_four_words_or_more() -> None:
    for row in read_table(PACK, "aliases"):
        assert row["kind"] == "weak"
        assert len(row["alias"].split()) >= 4


def test_no_film_is_named_by_its_title_alone() -> None:
    assert all(row["name"].endswith(" film)") for row in read_table(PACK, "entities"))


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
