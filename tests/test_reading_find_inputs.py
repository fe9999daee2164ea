import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from claims.reading import find_inputs, read
from claims.reading.read import read_articles
from claims.records import Article, ReadFailure

STORY = "The council of the harbour town voted to widen the north quay.\n"


def failure_of(path: Path | str) -> ReadFailure:
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure), failure
    assert failure.id == failure.source == Path(path).as_posix()
    return failure


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("no/such/file.txt", "No such file or directory; check the path"),
        ("pyproject.toml/a.txt", "No such file or directory; check the path"),
        ("a\0b", "No file can have this name"),
        ("x" * 5000, "Cannot be read (File name too long)"),
        ("/dev/null", "pipe, socket, device"),
    ],
)
def test_what_is_no_path(path, says):
    assert says in failure_of(path).error


def test_an_empty_path_is_not_the_working_directory():
    (failure,) = read_articles([""])
    assert "The path is empty" in failure.error


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_pipe_is_refused_without_waiting(tmp_path, name):
    os.mkfifo(tmp_path / name)
    assert "pipe, socket, device" in failure_of(tmp_path / name).error
    (found,) = read_articles([tmp_path])
    assert "pipe, socket, device" in found.error


def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("a.txt")
        assert "pipe, socket, device" in failure_of("a.txt").error


def test_a_circle_of_links(tmp_path):
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert "round in a circle" in failure_of(tmp_path / "a.txt").error
    assert [item.source[-5:] for item in read_articles([tmp_path])] == ["a.txt", "b.txt"]


def test_a_dangling_link(tmp_path):
    (tmp_path / "a.txt").symlink_to("gone.txt")
    assert "No such file" in failure_of(tmp_path / "a.txt").error


@pytest.mark.parametrize("names", [[], [".hidden.txt"], ["photo.jpg", "deep/notes.odt"]])
def test_a_directory_without_articles(tmp_path, names):
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY)
    error = failure_of(tmp_path).error
    assert "The directory holds no article" in error
    assert ".json, .jsonl, .markdown, .md, .ndjson, .parquet, .pdf, .tsv, .txt" in error


def test_one_bad_file_among_good_ones(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_bytes(b"\0")
    (tmp_path / "c.txt").write_text(STORY)
    assert [type(item) for item in read_articles([tmp_path])] == [Article, ReadFailure, Article]


def test_a_bad_path_among_good_ones(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "c.txt").write_text(STORY)
    paths = [tmp_path / name for name in ("a.txt", "b.txt", "c.txt")]
    assert [type(item) for item in read_articles(paths)] == [Article, ReadFailure, Article]


@pytest.mark.parametrize("name", ["b.txt", "b.jsonl"])
def test_a_file_that_vanishes_after_it_was_listed(tmp_path, name):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / name).write_text(STORY)
    items = read_articles([tmp_path])
    assert isinstance(next(items), Article)
    (tmp_path / name).unlink()
    (failure,) = items
    assert failure.source == (tmp_path / name).as_posix()
    assert "No such file" in failure.error


def test_a_file_that_becomes_a_directory(tmp_path, monkeypatch):
    (tmp_path / "a.txt").mkdir()
    monkeypatch.setattr(read, "find_inputs", iter)
    assert "directory" in failure_of(tmp_path / "a.txt").error


@contextmanager
def unprivileged() -> Iterator[None]:
    """Root may read anything, so a test run by root steps down."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """pytest's own tmp_path lies under a directory that only its owner may enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "closed/a.txt"])
def test_a_file_that_may_not_be_read(open_directory, name):
    path = open_directory / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(STORY)
    closed = path.parent if path.parent != open_directory else path
    closed.chmod(0)
    with unprivileged():
        assert "Permission denied" in failure_of(path).error
        (found,) = read_articles([open_directory])
    closed.chmod(0o755)
    assert found.source == closed.as_posix()
    assert "Permission denied" in found.error


def test_a_name_that_is_no_utf_8_can_be_written_out(tmp_path):
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(STORY)
    (article,) = read_articles([path])
    assert article.id == article.source == f"{tmp_path}/caf\ufffd.txt"
    (failure,) = read_articles([tmp_path / os.fsdecode(b"no\xe9.txt")])
    assert failure.source.encode()


def test_no_error_of_the_system_gets_through(tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.setattr(find_inputs, "_children", fail)
    (failure,) = read_articles([tmp_path])
    assert "Cannot be read (Input/output error)" in failure.error
