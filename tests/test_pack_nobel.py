"""Nobel Prizes: facts that anybody can check."""

import pytest

from culture_rows import find_bad_times, find_duplicates, find_gaps, read_table, times, values

PACK = "nobel"


@pytest.mark.parametrize(
    ("edition", "winner"),
    [
        ("2009-nobel-peace-prize", "person/barack-obama"),
        ("2012-nobel-peace-prize", "org/european-union"),
        ("2014-nobel-peace-prize", "person/malala-yousafzai"),
        ("1993-nobel-peace-prize", "person/nelson-mandela"),
        ("2016-nobel-prize-in-literature", "person/bob-dylan"),
        ("2018-nobel-prize-in-literature", "person/olga-tokarczuk"),
        ("2024-nobel-prize-in-literature", "person/han-kang"),
        ("1921-nobel-prize-in-physics", "person/albert-einstein"),
        ("1903-nobel-prize-in-physics", "person/marie-curie"),
        ("1911-nobel-prize-in-chemistry", "person/marie-curie"),
        ("1945-nobel-prize-in-physiology-or-medicine", "person/alexander-fleming"),
        ("2002-nobel-prize-in-economic-sciences", "person/daniel-kahneman"),
        ("2023-nobel-prize-in-economic-sciences", "person/claudia-goldin"),
        ("2025-nobel-peace-prize", "person/maria-corina-machado"),
        ("2024-nobel-peace-prize", "org/nihon-hidankyo"),
    ],
)
def test_winners(edition: str, winner: str) -> None:
    assert winner in values(PACK, f"edition/{edition}", "won_by")


def test_a_prize_is_given_from_its_announcement_to_the_tenth_of_december() -> None:
    assert times(PACK, "edition/2009-nobel-peace-prize", "took_place") == {("2009-10-09", "2009-12-10")}
    assert times(PACK, "edition/2018-nobel-prize-in-literature", "took_place") == {
        ("2019-10-10", "2019-12-10")
    }


def test_years_without_a_prize_are_cancelled() -> None:
    assert values(PACK, "edition/1940-nobel-peace-prize", "took_place", "cancelled") == {""}
    assert values(PACK, "edition/1940-nobel-peace-prize", "won_by") == set()


def test_laureates_are_born_and_die() -> None:
    assert times(PACK, "person/albert-einstein", "born") == {("1879-03-14", "1879-03-14")}
    assert times(PACK, "person/marie-curie", "died") == {("1934-07-04", "1934-07-04")}


def test_counts() -> None:
    facts = read_table(PACK, "facts")
    assert 1_000 < sum(row["predicate"] == "won_by" for row in facts) < 1_060
    assert sum(row["predicate"] == "edition_of" for row in facts) == 5 * 125 + 57


def test_only_whole_names_are_names() -> None:
    kinds = {(row["alias"], row["kind"]) for row in read_table(PACK, "aliases")}
    assert ("Nobel", "generic") not in kinds
    assert ("Nobel Prize", "generic") in kinds
    assert not any(kind == "surname" for _alias, kind in kinds)


def test_every_year_of_a_complete_series_has_an_edition() -> None:
    assert find_gaps(PACK) == {}


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
