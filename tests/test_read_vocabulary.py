from pathlib import Path

import pytest

from claims.errors import PackError
from claims.store import read_vocabulary as module
from claims.store.read_vocabulary import read_vocabulary


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "vocabulary").mkdir()
    monkeypatch.setattr(module, "packs_home", lambda: tmp_path)
    read_vocabulary.cache_clear()
    yield tmp_path / "vocabulary"
    read_vocabulary.cache_clear()


def test_rows_come_without_the_header(home: Path) -> None:
    (home / "a.csv").write_text('kind,word\nx,"one, two"\ny,three\n', encoding="utf-8")
    assert read_vocabulary("a") == (("x", "one, two"), ("y", "three"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        ("", "cannot be read"),
        ("kind,word\nx\n", "line 2: 1 cells, its header has 2"),
    ],
)
def test_a_missing_or_broken_list_is_an_error(home: Path, content: str | None, says: str) -> None:
    if content is not None:
        (home / "b.csv").write_text(content, encoding="utf-8")
    with pytest.raises(PackError, match=says):
        read_vocabulary("b")
