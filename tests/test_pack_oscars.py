"""Academy Awards: facts that anybody can check."""

import pytest

from culture_rows import find_bad_times, find_duplicates, find_gaps, read_table, times, values

PACK = "oscars"


@pytest.mark.parametrize(
    ("edition", "winner"),
    [
        ("2022-academy-award-for-best-picture", "work/coda-2021"),
        ("2017-academy-award-for-best-picture", "work/moonlight-2016"),
        ("1998-academy-award-for-best-picture", "work/titanic-1997"),
        ("1944-academy-award-for-best-picture", "work/casablanca-1942"),
        ("2020-academy-award-for-best-international-feature-film", "work/parasite-2019"),
        ("1994-academy-award-for-best-director", "person/steven-spielberg"),
        ("2010-academy-award-for-best-director", "person/kathryn-bigelow"),
        ("2022-academy-award-for-best-actor", "person/will-smith"),
        ("2012-academy-award-for-best-actress", "person/meryl-streep"),
        ("2009-academy-award-for-best-supporting-actor", "person/heath-ledger"),
        ("1992-academy-award-for-best-actor", "person/anthony-hopkins"),
        ("2010-academy-award-for-best-actor", "person/jeff-bridges-born-1949"),
        ("2002-academy-award-for-best-animated-feature", "work/shrek-2001"),
    ],
)
def test_winners_stand_at_the_year_of_the_ceremony(edition: str, winner: str) -> None:
    won = values(PACK, f"edition/{edition}", "won_by")
    assert any(value == winner or value.startswith(f"{winner}-") for value in won)


def test_ceremonies_are_numbered_and_dated() -> None:
    assert values(PACK, "edition/2022-academy-awards", "edition_ordinal") == {"94"}
    assert times(PACK, "edition/2022-academy-awards", "took_place") == {("2022-03-27", "2022-03-27")}
    assert times(PACK, "edition/1929-academy-awards", "took_place") == {("1929-05-16", "1929-05-16")}
    assert values(PACK, "edition/1930-academy-awards-november", "edition_ordinal") == {"3"}
    assert "edition/1933-academy-awards" not in {row["id"] for row in read_table(PACK, "entities")}


def test_winners_of_the_main_awards_were_nominated() -> None:
    facts = read_table(PACK, "facts")
    nominated = {(row["subject"], row["value"]) for row in facts if row["predicate"] == "nominated"}
    main = {subject for subject, _value in nominated}
    won = {(r["subject"], r["value"]) for r in facts if r["predicate"] == "won_by" and r["subject"] in main}
    assert won - nominated == set()


def test_counts() -> None:
    facts = read_table(PACK, "facts")
    assert sum(row["value"] == "series/academy-awards" for row in facts) == 98
    best = [r for r in facts if r["subject"].endswith("-academy-award-for-best-picture")]
    assert 600 < sum(r["predicate"] == "nominated" for r in best) < 625


def test_titles_that_books_or_words_may_have_are_weak() -> None:
    films = [row for row in read_table(PACK, "aliases") if row["entity"].startswith("work/")]
    assert {row["kind"] for row in films} == {"weak", "short"}
    assert [row["alias"] for row in films if row["kind"] == "short" and len(row["alias"].split()) < 3] == []
    kinds = {row["alias"]: row["kind"] for row in films}
    assert {kinds[title] for title in ("Titanic", "Psycho", "Parasite", "West Side Story")} == {"weak"}
    assert kinds["Dead Poets Society"] == "short"
    assert not {"Chicago", "Gandhi", "Patton"} & {title for title, kind in kinds.items() if kind == "short"}


@pytest.mark.parametrize(("film", "year"), [("parasite-2019", "2019"), ("anora-2024", "2024")])
def test_films_that_the_list_lacks_have_their_year(film: str, year: str) -> None:
    rows = [
        r for r in read_table(PACK, "facts") if (r["subject"], r["predicate"]) == (f"work/{film}", "released")
    ]
    assert [(row["valid_from"], row["status"]) for row in rows] == [(year, "")]


def test_every_year_of_a_complete_series_has_an_edition() -> None:
    assert find_gaps(PACK) == {}


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
