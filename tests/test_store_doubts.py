"""What ``claims facts check`` finds, kind by kind, in a small store with faults; and what of the full one is explained."""

from collections import Counter
from datetime import date
from pathlib import Path

import duckdb
import pytest

from claims.errors import PackError
from claims.store.build import build_store
from claims.store.check_facts import Doubt, check_facts
from claims.store.doubt_queries import QUERIES
from claims.store.explain_doubts import explain_doubts, read_explanations
from claims.store.open import Store
from fake_encoder import FakeEncoder
from flows.commands.doubts import list_doubts
from small_home import RECORD, write_home

TODAY = date(2026, 11, 25)
ENTITIES = """id,kind,name
edition/2018-cup,edition,2018 Cup
edition/2019-cup,edition,2019 Cup
edition/2020-cup,edition,2020 Cup
edition/2021-cup,edition,2021 Cup
edition/2022-cup,edition,2022 Cup
office/mayor,office,Mayor
person/one,person,Ann Example
person/other,person,Ben Example
person/other-again,person,Ben  Example
series/cup,series,Cup
"""
CUP = ["edition/{y}-cup,edition_of,series/cup,,,,,", "edition/{y}-cup,edition_year,{y},,,,,"]
YEARS = [line.format(y=y) for y in (2018, 2019, 2020, 2022) for line in CUP]
TERM = "office/mayor,held_by,person/{},{},{},{},,"


def found(folder: Path, lines: list[str], others: list[str]) -> dict[str, list[Doubt]]:
    """The doubts by kind in a store of these facts, and of ``others`` in a second pack."""
    home = write_home(folder / "home")
    for name, rows in (("faulty", lines), ("second", others)):
        pack = home / "packs" / name
        pack.mkdir()
        facts = "\n".join(["subject,predicate,value,valid_from,valid_to,as_of,status,note", *rows, ""])
        (pack / "facts.csv").write_text(facts, encoding="utf-8")
        (pack / "pack.toml").write_text(RECORD.replace('"base"', f'"{name}"'), encoding="utf-8")
    (home / "packs" / "faulty" / "entities.csv").write_text(ENTITIES, encoding="utf-8")
    series = home / "vocabulary" / "series.csv"
    series.write_text(
        series.read_text(encoding="utf-8") + "series/cup,cup,2018,2022,{year} Cup,,,\n", encoding="utf-8"
    )
    path = build_store(FakeEncoder(), folder / "facts.duckdb", home)
    with duckdb.connect(path, read_only=True) as db:
        doubts = check_facts(db, TODAY)
    ours = [doubt for doubt in doubts if doubt.packs != ("base",)]
    return {kind: [doubt for doubt in ours if doubt.kind == kind] for kind in QUERIES}


@pytest.mark.parametrize(
    ("kind", "lines", "others", "text"),
    [
        ("overlap", [TERM.format("one", "2001-01-01", "2005-01-01", ""), TERM.format("other", "2004-01-01", "2008-01-01", "")], [], "366 days"),
        ("nested", [TERM.format("one", "2001-01-01", "2005-01-01", ""), TERM.format("other", "2003-01-01", "2003-01-20", "")], [], "goes on to 2005-01-01"),
        ("superseded", [TERM.format("one", "2001-01-01", "", "2026-01"), TERM.format("other", "2026-08-01", "", "2026-09")], [], "known from 2026-08-01"),
        ("gap", [TERM.format("one", "2001-01-01", "2005-01-01", ""), TERM.format("other", "2006-01-01", "2008-01-01", "")], [], "365 days from 2005-01-01"),
        ("conflict", ["person/one,born,,1950-01-02,1950-01-02,,,"], ["person/one,born,,1950-01-03,1950-01-03,,,"], "(faulty) and 1950-01-03 (second)"),
        ("conflict", ["country/france,population,67000000,2019,2019,,,"], ["country/france,population,60000000,2019,2019,,,"], "60000000"),
        ("double", ["person/one,born,,1950-01-02,1950-01-02,,,", "person/one,born,,1951-01-02,1951-01-02,,,"], [], "1951-01-02"),
        ("spike", [f"country/france,population,{n},{y},{y},,," for y, n in ((2001, 60), (2002, 600), (2003, 61))], [], "600"),
        ("lifetime", [TERM.format("one", "2001-01-01", "2005-01-01", ""), "person/one,died,,1999-01-02,1999-01-02,,,"], [], "died on 1999-01-02"),
        ("lifetime", [TERM.format("one", "2001-01-01", "2005-01-01", ""), "person/one,born,,1990,1990,,,"], [], "a child"),
        ("namesake", [f"person/{p},born,,1950-01-02,1950-01-02,,," for p in ("other", "other-again")], [], "2 times"),
        ("edition", YEARS, [], "no edition after 2020 until 2022"),
        ("stale", [TERM.format("one", "2001-01-01", "", "2020-01")], [], "last checked 2020-01"),
    ],
)  # fmt: skip
def test_a_fault_is_found(tmp_path: Path, kind: str, lines: list[str], others: list[str], text: str) -> None:
    doubts = found(tmp_path, lines, others)[kind]
    assert [text in doubt.text for doubt in doubts] == [True]
    assert set(doubts[0].packs) <= {"faulty", "second"}


@pytest.mark.parametrize(
    ("kind", "lines", "others"),
    [
        ("overlap", [TERM.format("one", "2001-01-01", "2005-01-01", ""), TERM.format("other", "2004-12-20", "2008-01-01", "")], []),
        ("overlap", [TERM.format("one", "2001", "2005", ""), TERM.format("other", "2005", "2008", "")], []),
        ("gap", [TERM.format("one", "2001-01-01", "2005-01-01", ""), TERM.format("other", "2005-02-01", "2008-01-01", "")], []),
        ("gap", [TERM.format("one", "2001-01-01", "2009-01-01", ""), TERM.format("other", "2002-01-01", "2003-01-01", ""), TERM.format("other", "2008-01-01", "2010-01-01", "")], []),
        ("conflict", ["person/one,born,,1950,1950,,,"], ["person/one,born,,1950-01-03,1950-01-03,,,"]),
        ("conflict", ["country/france,population,67000000,2019,2019,,,"], ["country/france,population,67500000,2019,2019,,,"]),
        ("conflict", ["country/france,population,67000000,2019,2019,,,"], ["country/france,population,60000000,2019,2019,,unconfirmed,"]),
        ("spike", [f"country/france,population,{n},{y},{y},,," for y, n in ((2001, 60), (2002, 600), (2003, 601))], []),
        ("lifetime", [TERM.format("one", "2001-01-01", "2005-01-01", ""), "person/one,died,,2003-01-02,2003-01-02,,,"], []),
        ("namesake", [f"person/{p},born,,195{i}-01-02,195{i}-01-02,,," for i, p in enumerate(("other", "other-again"))], []),
        ("edition", [*YEARS, *(line.format(y=2021) for line in CUP)], []),
        ("stale", [TERM.format("one", "2001-01-01", "", "2026-01")], []),
    ],
)  # fmt: skip
def test_what_is_no_fault_is_let_be(tmp_path: Path, kind: str, lines: list[str], others: list[str]) -> None:
    assert found(tmp_path, lines, others)[kind] == []


def test_an_end_before_the_start_and_unknown_ids_are_told_even_where_the_build_lets_them_pass() -> None:
    with duckdb.connect() as db:
        db.execute((Path(check_facts.__code__.co_filename).parent / "schema.sql").read_text(encoding="utf-8"))
        db.execute(
            "INSERT INTO facts VALUES ('f', 'person/nobody', 'born', '', '2001-05', '2001-04', '', '', '', 'p')"
        )
        assert {doubt.kind for doubt in check_facts(db, TODAY)} == {"reversed", "unknown"}


def test_every_explanation_explains_something_and_half_of_the_kinds_are_settled(store: Store) -> None:
    explanations = read_explanations()
    doubts = store.doubts(TODAY)
    explained = explain_doubts(doubts, explanations)
    assert explained.counts.total() + len(explained.open) == len(doubts)
    idle = {e.why for e in explanations} - {why for _kind, why in explained.counts}
    assert idle == set()
    assert {e.kind for e in explanations} <= set(QUERIES)
    still = Counter(doubt.kind for doubt in explained.open)
    assert {
        kind for kind in ("reversed", "unknown", "overlap", "conflict", "double", "edition") if still[kind]
    } == set()


def test_an_explanation_speaks_of_its_packs_alone() -> None:
    (explanation,) = [
        e for e in read_explanations() if "the collected one" in e.why or e.kind == "superseded"
    ]
    assert explanation.fits(
        Doubt("superseded", ("office/governor-of-ohio-united-states:x",), "", ("offices",))
    )
    assert not explanation.fits(
        Doubt("superseded", ("office/governor-of-ohio-united-states:x",), "", ("mine",))
    )
    assert not explanation.fits(Doubt("superseded", ("office/mayor:x",), "", ("offices",)))


def test_a_file_of_other_columns_is_no_list_of_explanations(tmp_path: Path) -> None:
    path = tmp_path / "explained.csv"
    with pytest.raises(PackError, match="cannot be read"):
        read_explanations(path)
    path.write_text("kind,why\ngap,so\n", encoding="utf-8")
    with pytest.raises(PackError, match="its columns must be"):
        read_explanations(path)


def test_check_prints_counts_by_kind_with_explanations_and_a_limited_list(
    store_path: Path, small_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = list_doubts(store_path, TODAY, FakeEncoder())
    short = capsys.readouterr().out
    assert "stale: " in short
    assert " explained, " in short
    assert "Agreement of packs" in short
    assert status == int(" explained, 0 open\n\nAgreement" not in short)
    list_doubts(small_store, TODAY, FakeEncoder())
    short = capsys.readouterr().out
    list_doubts(small_store, TODAY, FakeEncoder(), every=True)
    full = capsys.readouterr().out
    assert "--all" not in full
    assert len(full) >= len(short)
