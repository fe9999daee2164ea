"""What ``docs/packs.md`` shows is what happens."""

import re
from pathlib import Path

import pytest

from claims.store.import_pack import import_pack
from claims.store.open import Store
from fake_encoder import FakeEncoder
from flows.commands.facts import import_facts

PAGE = (Path(__file__).parents[1] / "docs" / "packs.md").read_text(encoding="utf-8")
TABLE, NAMES = re.findall(r"```csv\n(.*?)```", PAGE, re.DOTALL)
(RECORD,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
ANSWER, REFUSAL = re.findall(r"```text\n(.*?)```", PAGE, re.DOTALL)


def example(folder: Path, more: str = "") -> Path:
    (folder / "towns.csv").write_text(TABLE + more, encoding="utf-8")
    (folder / "towns.toml").write_text(RECORD, encoding="utf-8")
    return folder / "towns.csv"


def test_the_example_is_taken_in(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("flows.commands.facts.prepare_facts", lambda _encoder, path: path)
    assert import_facts(example(tmp_path), store_path, FakeEncoder()) == 0
    assert capsys.readouterr().out.startswith(ANSWER.strip())


def test_the_refusal_reads_as_shown(
    store_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("flows.commands.facts.prepare_facts", lambda _encoder, path: path)
    assert import_facts(example(tmp_path, "Berlin,2020-13,many\n"), store_path, FakeEncoder()) == 2
    assert capsys.readouterr().err.replace(f"{tmp_path}/", "") == REFUSAL
    assert not (tmp_path / "data").exists()


def test_a_folder_of_names_alone_is_a_pack(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "my-names"
    folder.mkdir()
    (folder / "aliases.csv").write_text(NAMES, encoding="utf-8")
    (folder / "pack.toml").write_text(RECORD, encoding="utf-8")
    imported = import_pack(folder, store, tmp_path / "packs")
    assert imported.bad == []
    assert imported.tables["aliases"] == [("country/france", "L'Hexagone", "nickname")]
    assert {path.name for path in (tmp_path / "packs" / "my-names").iterdir()} == {
        "aliases.parquet",
        "pack.toml",
    }
