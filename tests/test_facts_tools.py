"""Search, show, import, export, check and diff of the fact store."""

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims.errors import PackError, StoreError
from claims.store.build import build_store
from claims.store.diff_stores import diff_stores
from claims.store.export_facts import export_facts
from claims.store.import_pack import import_pack
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from flows.commands.doubts import list_doubts
from flows.commands.facts import import_facts, search_facts, show_facts
from small_home import write_home

RECORD = """
title = "Towns"
producer = "the town hall"
licence = "CC0-1.0"
accessed = 2026-11-25

[columns]
subject = "Town"
valid_from = "Year"
valid_to = "Year"
value = "People"

[defaults]
predicate = "population"
subject_kind = "place"
"""
ROWS = [
    {"Town": "Obermusterhausen", "Year": "2020", "People": "12,345"},
    {"Town": "Berlin", "Year": "2020", "People": "3650000"},
]


def table(folder: Path, suffix: str, rows: list[dict[str, str]]) -> Path:
    path = folder / f"towns{suffix}"
    (folder / "towns.toml").write_text(RECORD, encoding="utf-8")
    if suffix == ".csv":
        lines = [",".join(rows[0]), *(",".join(f'"{v}"' for v in row.values()) for row in rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
    elif suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    else:
        pq.write_table(pa.Table.from_pylist(rows), path)
    return path


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_a_table_with_a_record_becomes_a_pack(store: Store, tmp_path: Path, suffix: str) -> None:
    imported = import_pack(table(tmp_path, suffix, ROWS), store, tmp_path / "packs")
    assert imported.bad == []
    assert {row[:5] for row in imported.tables["facts"]} == {
        ("place/obermusterhausen", "population", "12345", "2020", "2020"),
        ("place/berlin", "population", "3650000", "2020", "2020"),
    }
    assert imported.tables["entities"] == [("place/obermusterhausen", "place", "Obermusterhausen")]
    assert (tmp_path / "packs" / "towns" / "pack.toml").exists()


@pytest.mark.parametrize(
    ("column", "value", "cause"),
    [
        ("People", "many", "no number"),
        ("Year", "2020-13", "no date"),
        ("Town", "", "empty subject"),
        ("Town", "London", "may be"),
    ],
)
def test_every_bad_row_is_named_and_nothing_is_taken_in(
    store: Store, tmp_path: Path, column: str, value: str, cause: str
) -> None:
    rows = [ROWS[0], {**ROWS[1], column: value}, {**ROWS[1], "People": "none"}]
    imported = import_pack(table(tmp_path, ".csv", rows), store, tmp_path / "packs")
    assert {bad.line for bad in imported.bad} == {3, 4}
    assert cause in imported.bad[0].cause
    assert not (tmp_path / "packs").exists()


def test_an_import_needs_to_know_its_source(store: Store, tmp_path: Path) -> None:
    path = table(tmp_path, ".csv", ROWS)
    (tmp_path / "towns.toml").write_text('title = "Towns"', encoding="utf-8")
    with pytest.raises(PackError, match="producer, licence, accessed"):
        import_pack(path, store, tmp_path / "packs")
    (tmp_path / "towns.toml").unlink()
    with pytest.raises(PackError, match=r"towns\.toml is missing"):
        import_pack(path, store, tmp_path / "packs")


def test_an_imported_pack_is_part_of_the_next_store(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    home = write_home(tmp_path / "home")  # a next store of the project's own packs would take long
    monkeypatch.setattr("claims.store.knowledge.packs_home", lambda: home)
    assert import_facts(table(tmp_path, ".csv", ROWS[:1]), store_path, FakeEncoder()) == 0
    (built,) = (tmp_path / "cache").rglob("*.duckdb")
    with open_store(built) as store:
        (fact,) = store.facts("place/obermusterhausen", "population")
        assert (fact.value, fact.source) == ("12345", "towns")


def test_a_pack_of_a_shipped_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "fact-claims" / "packs" / "countries").mkdir(parents=True)
    with pytest.raises(PackError, match="rename"):
        build_store(FakeEncoder(), tmp_path / "facts.duckdb")


def test_search_finds_by_all_words(store_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert search_facts(["wall", "Berlin"], store_path, FakeEncoder()) == 0
    assert "event/fall-of-the-berlin-wall" in capsys.readouterr().out
    assert search_facts(["qqqq"], store_path, FakeEncoder()) == 1


def test_show_prints_facts_with_sources(store_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert show_facts("edition/2022-winter-olympics", store_path, FakeEncoder()) == 0
    shown = capsys.readouterr().out
    assert "4 February 2022 to 20 February 2022" in shown
    assert "[olympics]" in shown
    with pytest.raises(StoreError, match="claims facts search"):
        show_facts("edition/none", store_path, FakeEncoder())


def test_doubts_are_of_known_kinds(small_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_store(small_store) as store:
        today = {doubt.kind for doubt in store.doubts(date(2026, 11, 25))}
        later = [doubt for doubt in store.doubts(date(2030, 1, 1)) if doubt.kind == "stale"]
    assert "gap" in today
    assert any("office/president-of-france" in doubt.facts[0] for doubt in later)
    assert list_doubts(small_store, date(2030, 1, 1), FakeEncoder()) == 1
    assert "stale: " in capsys.readouterr().out


def test_a_diff_names_what_changed(store_path: Path, tmp_path: Path) -> None:
    assert diff_stores(store_path, store_path) == []
    with pytest.raises(StoreError, match="no fact store"):
        diff_stores(store_path, tmp_path / "none")


@pytest.mark.parametrize("kind", ["csv", "parquet", "jsonl"])
def test_export_writes_every_table(store_path: Path, tmp_path: Path, kind: str) -> None:
    files = export_facts(store_path, tmp_path / "it's here", kind)
    assert {file.stem for file in files} == {
        "sources",
        "predicates",
        "series",
        "entities",
        "aliases",
        "facts",
    }
    assert all(file.stat().st_size > 0 for file in files)


def test_look_ups_are_made_again_where_they_are_missing_or_old(tmp_path: Path) -> None:
    path = build_store(FakeEncoder(), tmp_path / "facts.duckdb", write_home(tmp_path / "home"))
    folder = tmp_path / "facts.duckdb.lookup"
    (folder / "version").write_text("older", encoding="utf-8")
    with open_store(path) as store:
        assert store.name("country/france") == "France"
    assert (folder / "version").read_text(encoding="utf-8") != "older"
