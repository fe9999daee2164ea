import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.decode_text import decode_text
from claims.reading.read import read_articles
from claims.records import Article, ReadFailure


def failure_of(path: Path | str) -> ReadFailure:
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure), failure
    assert failure.id == failure.source == Path(path).as_posix()
    return failure


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty"),
        (b" \n\t\r\n", "only white space"),
        ("\ufeff \u00a0\n".encode(), "only white space"),
        (b"text\0text", "binary (NUL byte at offset 4)"),
        (bytes(range(1, 32)) + b"text", "binary (control characters)"),
        ("text\0text".encode("utf-16"), "binary (NUL characters)"),
        ("text".encode("utf-16-le"), "UTF-16 text needs a byte order mark"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "The file is a PDF"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word document (.docx)"),
        (b"PK\x03\x04....a.txt", "a zip archive, not plain text; give its name the suffix .zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image, not plain text; give the article as text"),
        (b"{\\rtf1 text}", "an RTF document"),
        (b"\n<!DOCTYPE html><p>text", "an HTML page, not plain text; give its name the suffix .html"),
        (b"<head><title>x</title></head>", "an HTML page"),
        (b"<?xml version='1.0'?><rss/>", "an XML document, not plain text; save its text"),
        (b"caf\xe9 on the quay", "Not valid UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfcaf\xe9 on the quay", "byte 0xe9 at offset 6"),
        (b"caf\xc3", "byte 0xc3 at offset 3"),
        (b"\x93quoted\x94", "iconv -f WINDOWS-1252 -t UTF-8"),
        (b"\xff\xfeq\x00u", "Not valid UTF-16-LE"),
    ],
)
def test_what_is_no_text(tmp_path, data, says):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert says in failure_of(path).error


@pytest.mark.parametrize(
    ("markdown", "says"),
    [
        ("---\ntitle: x\n---\n", "no text after its front matter"),
        ("---\ntitle: x\n\nText without end", "front matter is not closed"),
        ("---\ntitle: 'x\n---\nText", "front matter is not YAML (line"),
        ("---\nid: x\ntitle: a: b\n---\nText", "front matter is not YAML (line 3"),
        ("---\ntitle: \x01\n---\nText of the article", "front matter is not YAML"),
        ("---\na: " + "[" * 1_500 + "\n---\nText", "front matter is not YAML"),
        ("---\n? [a]\n: b\n---\nText", "front matter is not YAML"),
        ("---\ndate: 2022-02-30\n---\nText", "no full date"),
        ("---\ndate: 2022-12\n---\nText", "no full date"),
        ("---\ndate: soon\n---\nText", "no full date"),
        ("---\ntitle: {a: b}\n---\nText", '"title" holds a structure'),
    ],
)
def test_what_is_no_front_matter(tmp_path, markdown, says):
    path = tmp_path / "a.md"
    path.write_text(markdown)
    assert says in failure_of(path).error


@settings(deadline=None)  # it writes files
@given(
    st.binary(max_size=400),
    st.sampled_from([".txt", ".md", ".jsonl"]),
    st.sampled_from([b"", b"---\n", b"{"]),
)
def test_any_bytes_give_records_and_no_exception(data, suffix, head):
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory, f"a{suffix}")
        path.write_bytes(head + data)
        items = list(read_articles([path]))
    assert items
    for item in items:
        assert item.text.encode() if isinstance(item, Article) else item.error.encode()


def test_decode_text_serves_standard_input():
    assert decode_text("\ufeffZoë\r\n".encode()) == "Zoë\r\n"
