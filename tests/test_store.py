from pathlib import Path

import duckdb
import pytest

from claims.errors import PackError, StoreError
from claims.records import Precision
from claims.store.build import build_store
from claims.store.ensure import ensure_store
from claims.store.open import Store, open_store
from claims.store.packs import packs_home
from claims.values.names import tokenise
from fake_encoder import FakeEncoder
from small_home import write_home


def senses(store: Store, text: str) -> dict[str, set[tuple[str, str]]]:
    return {
        m.text: {(s.entity, s.alias_kind) for s in m.senses} for m in store.names.find(text, tokenise(text))
    }


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("the 2022 Winter Olympics", "2022 Winter Olympics", "edition/2022-winter-olympics"),
        ("Volodymyr Zelenskiy said", "Volodymyr Zelenskiy", "person/volodymyr-zelenskyy"),
        ("in Kiev", "Kiev", "place/kyiv"),
        ("the US said", "US", "country/united-states"),
        ("Russians", "Russians", "country/russia"),
        ("Jean Claude Juncker", "Jean Claude Juncker", "person/jean-claude-juncker"),
    ],
)
def test_finds_names(store: Store, text: str, name: str, entity: str) -> None:
    assert entity in {e for e, _kind in senses(store, text)[name]}


@pytest.mark.parametrize("text", ["tell us now", "who will win", "WHO WILL WIN", "may be polish"])
def test_letter_case_decides(store: Store, text: str) -> None:
    assert senses(store, text) == {}


def test_names_do_not_run_over_punctuation(store: Store) -> None:
    assert "Xi Jinping" not in senses(store, "Xi, Jinping")
    assert "Washington, D.C." in senses(store, "in Washington, D.C. today")


def test_ambiguity_is_kept(store: Store) -> None:
    meant = {entity for entity, _kind in senses(store, "at the Tokyo Olympics")["Tokyo Olympics"]}
    assert meant == {"edition/1964-summer-olympics", "edition/2020-summer-olympics"}


def test_a_fact_has_times_with_precision_and_reads_as_a_sentence(store: Store) -> None:
    (fact,) = store.facts("edition/2022-winter-olympics", "took_place")
    assert fact.valid is not None
    assert (str(fact.valid.start), fact.valid.precision, fact.text) == (
        "2022-02-04",
        Precision.DAY,
        "2022 Winter Olympics: 4 February 2022 to 20 February 2022",
    )


def test_an_open_term_has_its_as_of(store: Store) -> None:
    putin = [
        f for f in store.facts("office/president-of-russia", "held_by") if f.valid and f.valid.end is None
    ]
    assert [(f.value, str(f.as_of)) for f in putin] == [("person/vladimir-putin", "2026-01-31")]


def test_series_say_for_which_years_they_are_complete(store: Store) -> None:
    winter = store.series["series/winter-olympics"]
    assert (winter.knows_year(2020), winter.knows_year(1920), winter.knows_year(2040)) == (True, False, False)
    assert not store.series["series/nato-summit"].knows_year(2022)


def test_the_same_packs_give_the_same_version(small_store: Path, tmp_path: Path) -> None:
    other = build_store(FakeEncoder(), tmp_path / "again.duckdb", write_home(tmp_path / "home"))
    with open_store(other) as again, open_store(small_store) as store:
        assert again.version == store.version


def test_a_changed_pack_gives_another_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = write_home(tmp_path / "data")
    one = ensure_store(FakeEncoder(), home=home)
    assert ensure_store(FakeEncoder(), home=home) == one
    (home / "packs" / "base" / "aliases.csv").write_text(
        "entity,alias,kind\ncountry/france,L'Hexagone,nickname\n", encoding="utf-8"
    )
    other = ensure_store(FakeEncoder(), home=home)
    assert other != one
    with open_store(other) as store:
        assert "country/france" in {e for e, _ in senses(store, "across L'Hexagone")["L'Hexagone"]}


@pytest.mark.parametrize(
    ("table", "row", "message"),
    [
        ("facts.csv", "country/france,in_country,country/atlantis,,,,,", "country/atlantis"),
        ("facts.csv", "country/france,likes,country/china,,,,,", "likes"),
        ("facts.csv", "country/france,member_of,org/united-nations,2020-13,,,,", "facts.csv"),
        ("facts.csv", "country/france,member_of,org/united-nations,2020,2019,,,", "ends before it starts"),
        ("facts.csv", "country/france,member_of,org/united-nations,2020,,2026,perhaps,", "perhaps"),
        ("aliases.csv", "country/nowhere,Nowhere,short", "country/nowhere"),
        ("entities.csv", "country/france,country,Frankreich", "disagree"),
    ],
)
def test_a_bad_row_is_named_and_leaves_no_file(tmp_path: Path, table: str, row: str, message: str) -> None:
    home = write_home(tmp_path / "data")
    pack = home / "packs" / "extra"
    pack.mkdir()
    record = (home / "packs" / "base" / "pack.toml").read_text(encoding="utf-8")
    (pack / "pack.toml").write_text(record.replace('"base"', '"extra"'), encoding="utf-8")
    header = (packs_home() / "packs" / "countries" / table).read_text(encoding="utf-8").splitlines()[0]
    (pack / table).write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(PackError, match=message):
        build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)
    assert list(tmp_path.glob("*facts*")) == []


def test_foreign_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="claims facts build"):
        open_store(tmp_path / "none.duckdb")
    (tmp_path / "text.duckdb").write_text("not a database", encoding="utf-8")
    with pytest.raises(StoreError, match="not a fact store"):
        open_store(tmp_path / "text.duckdb")
    duckdb.connect(tmp_path / "empty.duckdb").close()
    with pytest.raises(StoreError):
        open_store(tmp_path / "empty.duckdb")


def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="--facts"):
        build_store(FakeEncoder(), tmp_path / "file" / "facts.duckdb")
