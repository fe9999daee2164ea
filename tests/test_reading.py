import json
import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from claims.reading.read import read_articles
from claims.records import Article, ReadFailure

STORY = "The council of the harbour town voted to widen the north quay.\n"
DAY = date(2022, 12, 30)


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def blank(text: str) -> str:
    return re.sub(r"[^\n]", " ", text)


def read_one(path: Path, default: date | None = None) -> Article:
    (article,) = read_articles([path], default)
    assert isinstance(article, Article), article
    return article


@pytest.mark.parametrize("name", ["story.txt", "story", "story.log", "STORY.TXT"])
def test_a_text_file_is_one_article(tmp_path, name):
    path = write(tmp_path / name, STORY)
    assert read_one(path) == Article(id=path.as_posix(), text=STORY, source=path.as_posix())


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Zoë’s quay\r\nis open\r\n".encode(), "Zoë’s quay\r\nis open\r\n"),
        ("\ufeffZoë".encode(), "Zoë"),
        ("Zoë".encode("utf-16"), "Zoë"),
        ("\ufeffZoë".encode("utf-16-be"), "Zoë"),
        (b"\x1b[1mbold\x1b[0m and a form feed\x0c", "\x1b[1mbold\x1b[0m and a form feed\x0c"),
        (b"---\ntitle: not read in plain text\n---\nBody", "---\ntitle: not read in plain text\n---\nBody"),
    ],
)
def test_text_is_the_file_as_decoded(tmp_path, data, text):
    assert read_one(write(tmp_path / "a.txt", data)).text == text


def test_an_id_is_the_path_as_given(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "in" / "a.txt", STORY)
    assert [item.id for item in read_articles(["in/a.txt"])] == ["in/a.txt"]
    assert [item.id for item in read_articles(["in"])] == ["in/a.txt"]
    assert [item.id for item in read_articles([Path("./in/a.txt")])] == ["in/a.txt"]


def test_markdown_states_its_fields_in_front_matter(tmp_path):
    head = """---
id: 007
title: "Quay: widened"
date: 2022-12-30
author: [Desk A, Desk B]
url: https://example.org/quay
source: Harbour Gazette
language: en-GB
---
"""
    path = write(tmp_path / "a.md", f"{head}\n# Quay\n\n{STORY}")
    assert read_one(path) == Article(
        id="007",
        text=f"{blank(head)}\n# Quay\n\n{STORY}",
        source=path.as_posix(),
        title="Quay: widened",
        url="https://example.org/quay",
        author="Desk A, Desk B",
        language="en-GB",
        published=DAY,
        published_from="front matter",
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2022-12-30", DAY),
        ('"2022-12-30"', DAY),
        ("2022-12-30 23:30:00 -05:00", DAY),
        ("2022-12-30T23:30:00Z", DAY),
        ("30 December 2022", DAY),
        ("December 30, 2022", DAY),
        ("Fri, 30 Dec 2022 23:30:00 +0100", DAY),
        ("", None),
        ("null", None),
        ("~", None),
    ],
)
def test_front_matter_dates(tmp_path, written, expected):
    article = read_one(write(tmp_path / "a.markdown", f"---\ndate: {written}\n---\n{STORY}"))
    assert article.published == expected
    assert article.published_from == ("front matter" if expected else None)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Quay\n\nText", "# Quay\n\nText"),
        ("---\r\ntitle: x\r\n---\r\nText", "   \r\n        \r\n   \r\nText"),
        ("---\ntitle: x\n...\nText", "   \n        \n   \nText"),
        ("---\n---\nText", "   \n   \nText"),
        ("---\ntitle: é\n---\nText\n\n---\nMore", "   \n        \n   \nText\n\n---\nMore"),
        ("\ufeff---\ntitle: x\n---\nText", "   \n        \n   \nText"),
        ("---\nonly a rule above", "---\nonly a rule above"),
        ("---\nText between two rules.\n---\nMore", "---\nText between two rules.\n---\nMore"),
        ("---\n- a list\n---\nMore", "---\n- a list\n---\nMore"),
        ("\n---\ntitle: too late\n---\n", "\n---\ntitle: too late\n---\n"),
        ("----\ntitle: x\n----\nText", "----\ntitle: x\n----\nText"),
    ],
)
def test_front_matter_is_blanked_out_so_that_offsets_are_those_of_the_file(tmp_path, markdown, text):
    assert len(text) == len(markdown.removeprefix("\ufeff"))
    assert read_one(write(tmp_path / "a.md", markdown)).text == text


@pytest.mark.parametrize(
    ("name", "content", "default", "expected"),
    [
        ("a.md", "---\ndate: 2022-12-30\n---\n4 January 2019\nText", date(2020, 1, 1), (DAY, "front matter")),
        ("a.jsonl", '{"date": "2022-12-30", "text": "4 January 2019"}', date(2020, 1, 1), (DAY, "record")),
        ("a.md", "---\ntitle: x\n---\n4 January 2019\nText", DAY, (DAY, "option")),
        ("a.jsonl", '{"date": null, "text": "4 January 2019"}', DAY, (DAY, "option")),
        ("a.txt", "4 January 2019\nText", DAY, (DAY, "option")),
        ("a.md", "4 January 2019\nText", None, (date(2019, 1, 4), "dateline")),
        ("a.jsonl", '{"text": "4 January 2019\\nText"}', None, (date(2019, 1, 4), "dateline")),
        ("a.txt", "4 January 2019\nText", None, (date(2019, 1, 4), "dateline")),
        ("a.txt", STORY, None, (None, None)),
    ],
)
def test_which_date_counts(tmp_path, name, content, default, expected):
    article = read_one(write(tmp_path / name, content), default)
    assert (article.published, article.published_from) == expected


def test_a_directory_is_read_in_order_of_its_paths(tmp_path):
    for name in ("b.txt", "a/z.md", "a/c.TXT", "c.jsonl", "c.ndjson", "d.json"):
        write(tmp_path / name, '{"text": "t"}' if "json" in name else STORY)
    for name in (".hidden.txt", ".git/e.txt", "a/photo.jpg", "notes.odt"):
        write(tmp_path / name, STORY)
    names = [item.source.removeprefix(f"{tmp_path}/") for item in read_articles([tmp_path])]
    assert names == ["a/c.TXT", "a/z.md", "b.txt", "c.jsonl:1", "c.ndjson:1", "d.json:1"]


def test_a_hidden_file_or_directory_given_by_name_is_read(tmp_path):
    write(tmp_path / ".in" / "a.txt", STORY)
    assert read_one(tmp_path / ".in").text == STORY
    assert read_one(write(tmp_path / ".b", STORY)).text == STORY


def test_links_to_directories_are_followed_once(tmp_path):
    write(tmp_path / "in" / "a.txt", STORY)
    write(tmp_path / "far" / "b.txt", STORY)
    (tmp_path / "in" / "far").symlink_to(tmp_path / "far")
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in")
    (tmp_path / "far" / "back").symlink_to(tmp_path / "in")
    names = [item.source.removeprefix(f"{tmp_path}/in/") for item in read_articles([tmp_path / "in"])]
    assert names == ["a.txt", "far/b.txt"]


def test_articles_come_one_at_a_time(tmp_path):
    items = read_articles([write(tmp_path / "a.txt", STORY), tmp_path / "b.txt"])
    assert isinstance(next(items), Article)
    write(tmp_path / "b.txt", STORY)  # read only when it is asked for
    assert isinstance(next(items), Article)
    assert list(read_articles([])) == []


@pytest.mark.parametrize("suffix", ["txt", "jsonl"])
def test_a_path_given_twice_is_read_once(tmp_path, suffix):
    path = write(tmp_path / f"a.{suffix}", '{"id": "n", "text": "t"}\n{"id": "n", "text": "u"}\n')
    told = []
    once = list(read_articles([path]))
    assert list(read_articles([tmp_path, path], tell=told.append)) == once
    assert [line for line in told if line.endswith("given twice; it is read once")]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.txt", "<p>The quay</p>\n<p>is open.</p>", True),
        ("a.md", "<div class='x'>The quay<br/>is <b>open</b></div>", True),
        ("a.jsonl", '{"text": "<p>The quay <a href=\\"x\\">is</a> open.</p>"}', True),
        ("a.txt", "The tag <br> breaks a line, and a < b > c holds.", False),
        ("a.txt", STORY, False),
    ],
)
def test_html_given_as_text_is_said_to_be_so(tmp_path, name, content, told):
    remarks = []
    (article,) = read_articles([write(tmp_path / name, content)], tell=remarks.append)
    assert isinstance(article, Article)
    assert [remark for remark in remarks if "looks like HTML" in remark] == remarks
    assert bool(remarks) is told


@pytest.mark.parametrize("language", ["en", "EN", "en-US", "en_gb", "eng", "English", "", None])
def test_english_is_read(tmp_path, language):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": STORY, "language": language}))
    assert read_one(path).text == STORY


@pytest.mark.parametrize("language", ["de", "no", "fr-CA", "Deutsch", "enm", "zh-Hans"])
def test_an_article_in_another_language_is_set_aside(tmp_path, language):
    path = write(tmp_path / "a.jsonl", json.dumps({"id": "n", "text": STORY, "language": language}))
    markdown = write(tmp_path / "b.md", f"---\nlanguage: {language}\n---\n{STORY}")
    for failure in read_articles([path, markdown]):
        assert isinstance(failure, ReadFailure)
        assert f'in the language "{language}"' in failure.error
        assert failure.id in ("n", markdown.as_posix())


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (STORY, [(None, None, STORY)]),
        ("\ufeff4 January 2019\n" + STORY, [(date(2019, 1, 4), "dateline", "4 January 2019\n" + STORY)]),
        (
            "---\ndate: 2022-12-30\n---\n" + STORY,
            [(DAY, "front matter", "   \n" + " " * 16 + "\n   \n" + STORY)],
        ),
        ('{"text": "a", "date": "2022-12-30"}\n{"text": "b"}\n', [(DAY, "record", "a"), (None, None, "b")]),
    ],
)
def test_standard_input_is_read_by_what_it_holds(data, expected):
    items = list(read_articles(["-"], stdin=BytesIO(data.encode())))
    assert [(item.published, item.published_from, item.text) for item in items] == expected
    assert items[0].source.startswith("standard input")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The input is empty"),
        (b" \n", "The input holds only white space"),
        (b"\0\1", "binary"),
        (b"%PDF-1.7", "a PDF"),
        (b'{"id": 1}\n', 'no "text"'),
        (b"---\ntitle: x\nText", "not closed"),
    ],
)
def test_standard_input_that_is_no_article(data, says):
    (failure,) = read_articles(["-"], stdin=BytesIO(data))
    assert isinstance(failure, ReadFailure)
    assert failure.source.startswith("standard input")
    assert says in failure.error


def test_standard_input_stands_in_its_place_and_stays_open(tmp_path):
    stream = BytesIO(STORY.encode())
    items = list(read_articles([tmp_path / "none.txt", "-", write(tmp_path / "a.txt", STORY)], stdin=stream))
    assert [type(item) for item in items] == [ReadFailure, Article, Article]
    assert not stream.closed
