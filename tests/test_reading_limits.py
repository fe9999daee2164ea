import json
import tracemalloc
from pathlib import Path

import pytest

from claims.reading import read_json_lines
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.reading.read import read_articles
from claims.records import ReadFailure


def test_a_file_of_20_mb(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * MAX_ARTICLE_BYTES)
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure)
    assert "larger than an article may be (20 MB); split it" in failure.error
    path.write_bytes(b"x" * (MAX_ARTICLE_BYTES - 1))
    (article,) = read_articles([path])
    assert len(article.text) == MAX_ARTICLE_BYTES - 1


@pytest.mark.parametrize("ending", ["\n", ""])
def test_a_line_of_20_mb_is_skipped(tmp_path, ending):
    """Short of it passes, so the limit itself is what refuses."""
    shell = '{"id": "long", "text": ""}'
    path = tmp_path / "in.jsonl"
    fits = '{"id": "fits", "text": "%s"}' % ("x" * (MAX_ARTICLE_BYTES - len(shell) - 1 - 1))
    too_long = '{"id": "long", "text": "%s"}' % ("x" * (MAX_ARTICLE_BYTES - len(shell)))
    path.write_text(fits + "\n" + too_long + "\n" + '{"id": "z", "text": "t"}\n' + too_long + ending)
    got = [(item.id, getattr(item, "error", None)) for item in read_articles([path])]
    assert [identity for identity, _ in got] == ["fits", f"{path}:2", "z", f"{path}:4"]
    assert got[0][1] is got[2][1] is None
    assert "larger than an article may be (20 MB)" in got[1][1]
    assert "larger than an article may be (20 MB)" in got[3][1]


def peak_of_reading(path: Path) -> int:
    tracemalloc.start()
    try:
        for _ in read_articles([path]):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.long
def test_memory_does_not_grow_with_the_file(tmp_path):
    """60 MB in lines of 20 kB, within 1 MB."""
    path = tmp_path / "in.jsonl"
    text = "The quay is open. " * 1111
    with path.open("w") as file:
        file.writelines(json.dumps({"id": i, "text": text}) + "\n" for i in range(3000))
    assert path.stat().st_size > 60_000_000
    assert peak_of_reading(path) < 1_000_000


def test_memory_does_not_grow_with_a_line_that_is_too_long(tmp_path, monkeypatch):
    monkeypatch.setattr(read_json_lines, "MAX_ARTICLE_BYTES", 100_000)
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"x" * 60_000_000)
    assert peak_of_reading(path) < 1_000_000
