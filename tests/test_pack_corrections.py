"""How packs are mended while they are made: corrections, odd figures, and two ids for one person."""

import csv
from pathlib import Path

import pytest

from claims.store.packs import packs_home

HOME = packs_home()


@pytest.fixture(autouse=True)
def _makers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HOME))


@pytest.mark.parametrize(
    ("action", "left"),
    [
        ("drop,,", set()),
        ("unconfirmed,,", {("2001", "2002", "", "unconfirmed")}),
        ("set,2003,2004", {("2003", "2004", "", "")}),
    ],
)
def test_a_correction_changes_the_fact_it_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str, left: set[tuple[str, ...]]
) -> None:
    from making import tables  # noqa: PLC0415

    header = "subject,predicate,value,valid_from,action,from,to,why"
    (tmp_path / "corrections_mine.csv").write_text(
        f"{header}\na/b,born,,2001,{action},so\n", encoding="utf-8"
    )
    monkeypatch.setattr(tables, "TYPED", tmp_path)
    draft = tables.Draft()
    draft.fact("a/b", "born", "", ("2001", "2002", ""))
    draft.fact("a/c", "born", "", ("2001", "2002", ""))
    tables.correct(draft, "mine")
    assert {fact[3:7] for fact in draft.facts if fact[0] == "a/b"} == left
    assert sum(fact[0] == "a/c" for fact in draft.facts) == 1
    draft.facts.clear()
    with pytest.raises(ValueError, match="no fact of the pack fits"):
        tables.correct(draft, "mine")


@pytest.mark.parametrize(
    "path", sorted((HOME / "typed").glob("corrections_*.csv")), ids=lambda path: path.stem
)
def test_every_correction_says_why(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["why"] and row["action"] in ("drop", "unconfirmed", "set") for row in rows)


@pytest.mark.parametrize(
    ("predicate", "values", "doubted"),
    [
        ("life_expectancy", {2000: "60", 2001: "11", 2002: "61"}, {"2001"}),
        ("life_expectancy", {2000: "60", 2001: "61", 2002: "62"}, set()),
        ("gdp", {2000: "5", 2001: "19", 2002: "20"}, {"2000", "2001"}),
        ("gdp", {2000: "5", 2005: "19"}, set()),
        ("population", {2000: "50", 2001: "90", 2002: "51"}, {"2001"}),
        ("inflation", {2000: "2", 2001: "90", 2002: "3"}, set()),
    ],
)
def test_odd_years_are_doubted(predicate: str, values: dict[int, str], doubted: set[str]) -> None:
    from making.figures import doubt_odd_years, yearly  # noqa: PLC0415
    from making.tables import Draft  # noqa: PLC0415

    draft = Draft()
    for year, value in values.items():
        yearly(draft, "country/france", predicate, str(year), value)
    assert doubt_odd_years(draft) == len(doubted)
    assert {fact[3] for fact in draft.facts if fact[6]} == doubted


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sergei Shoigu", "Sergey Shoygu", True),
        ("Pope Francis", "Francis", True),
        ("Utku Çakırözer", "Utku Çakirözer", True),
        ("Mörður Árnason", "Mordur Arnason", True),
        ("Anatoliy Matviyenko", "Anatoliy Matvienko", True),
        ("Lech Kaczyński", "Jarosław Kaczyński", False),
        ("Ann Baker", "Anna Becker", False),
        ("Maria Santos", "Mario Santos", False),
    ],
)
def test_two_ids_are_one_person_where_only_the_spelling_differs(one: str, other: str, same: bool) -> None:
    from making.same_person import is_same_with_two_ids  # noqa: PLC0415

    assert is_same_with_two_ids(one, other) is same


@pytest.mark.parametrize(
    ("start", "fits"),
    [
        ("1968-01-01", False),
        ("1988-06-01", True),
        ("2001-01-01", True),
        ("2013-04-09", False),
        ("2013", True),
    ],
)
def test_an_office_is_held_by_a_living_adult(start: str, fits: bool) -> None:
    from making.persons import Person, could_serve  # noqa: PLC0415

    assert could_serve(Person(born="1960-03-01", died="2013-04-08"), start, 18) is fits
