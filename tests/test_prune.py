from pathlib import Path

import pytest

from claims.store.knowledge import Knowledge, default_path
from claims.store.lookup import lookup_folder
from flows.commands.prune import prune_facts


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with a store of the facts at hand for each of two encoders, an older one with look-ups, and another file."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = tmp_path / "fact-claims"
    folder.mkdir()
    for encoder in ("fake", "other"):
        default_path(Knowledge.of(), encoder).write_bytes(b"new")
    old = folder / "facts-0123456789abcdef-s1-fake.duckdb"
    old.write_bytes(bytes(3_000_000))
    lookup_folder(old).mkdir()
    (lookup_folder(old) / "facts.arrow").write_bytes(bytes(1_000_000))
    (folder / "notes.txt").write_text("mine")
    return folder


def test_stores_of_other_facts_go_with_their_look_ups(
    cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert prune_facts(dry_run=False) == 0
    assert capsys.readouterr().out == f"removed {cache / 'facts-0123456789abcdef-s1-fake.duckdb'} (4 MB)\n"
    kept = {default_path(Knowledge.of(), encoder) for encoder in ("fake", "other")}
    assert set(cache.iterdir()) == {*kept, cache / "notes.txt"}


def test_a_dry_run_removes_nothing(cache: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = set(cache.iterdir())
    assert prune_facts(dry_run=True) == 0
    assert capsys.readouterr().out.startswith("would remove ")
    assert set(cache.iterdir()) == before


def test_nothing_to_remove_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert prune_facts(dry_run=False) == 0
    assert "of the facts at hand" in capsys.readouterr().out
