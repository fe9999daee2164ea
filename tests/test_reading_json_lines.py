import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.reading.read import read_articles
from claims.records import Article, ReadFailure

# Anything JSON can carry, lone surrogates and line separators included.
any_text = st.text(alphabet=st.characters(), min_size=1, max_size=24).filter(str.strip)
"""Too short for its language to be told."""


def read(directory: Path, *lines: str | bytes) -> list[Article | ReadFailure]:
    path = directory / "in.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(read_articles([path]))


def test_reads_the_contract(tmp_path):
    record = {
        "id": "n-1",
        "text": "The quay is open.",
        "date": "2022-12-30",
        "title": "Quay",
        "url": "https://example.org/quay",
        "source": "Harbour Gazette",
        "author": "Harbour desk",
        "language": "en",
    }
    assert read(tmp_path, json.dumps(record)) == [
        Article(
            id="n-1",
            text="The quay is open.",
            source=f"{tmp_path}/in.jsonl:1",
            title="Quay",
            url="https://example.org/quay",
            author="Harbour desk",
            language="en",
            published=date(2022, 12, 30),
            published_from="record",
        )
    ]


@pytest.mark.parametrize(
    ("record", "field", "expected"),
    [
        ({"id": 7}, "id", "7"),
        ({"id": 0}, "id", "0"),
        ({"id": 1.5}, "id", "1.5"),
        ({"id": ""}, "id", "PATH:1"),
        ({"id": None}, "id", "PATH:1"),
        ({}, "id", "PATH:1"),
        ({"id": "a\ud800"}, "id", "a\ufffd"),
        ({"title": None}, "title", None),
        ({"author": ["Desk A", "Desk B"]}, "author", "Desk A, Desk B"),
        ({"author": [None]}, "author", None),
        ({"date": None}, "published", None),
    ],
)
def test_reads_a_field(tmp_path, record, field, expected):
    (article,) = read(tmp_path, json.dumps({"text": "The quay is open.", **record}))
    wanted = expected.replace("PATH", f"{tmp_path}/in.jsonl") if expected else expected
    assert getattr(article, field) == wanted


@settings(deadline=None)  # it writes files
@given(st.lists(st.tuples(any_text, st.booleans()), min_size=1, max_size=5))
def test_text_comes_out_as_it_went_in(rows):
    lines = [
        json.dumps({"id": i, "text": t}, ensure_ascii=ascii_only) for i, (t, ascii_only) in enumerate(rows)
    ]
    with TemporaryDirectory() as directory:
        data = "\n".join(lines).encode("utf-8", "surrogatepass")
        Path(directory, "in.jsonl").write_bytes(data)
        got = list(read_articles([Path(directory, "in.jsonl")]))
    for index, ((text, ascii_only), item) in enumerate(zip(rows, got, strict=True)):
        lone = any("\ud800" <= c <= "\udfff" for c in text)
        if lone and not ascii_only:
            assert isinstance(item, ReadFailure)  # bytes that are no UTF-8
        else:
            expected = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in _as_json_joins(text))
            assert isinstance(item, Article)
            assert (item.id, item.text) == (str(index), expected)


def _as_json_joins(text: str) -> str:
    """A high and a low surrogate side by side are one character once escaped."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def test_a_lone_surrogate_keeps_the_offsets(tmp_path):
    (article,) = read(tmp_path, r'{"id": "a", "text": "one \ud800 two \ude00\ud83d three"}')
    assert article.text == "one \ufffd two \ufffd\ufffd three"
    assert article.text.index("three") == 13
    assert article.text.encode()


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('{"id": "b", "text": ', "Not JSON"),
        ("not json", "Not JSON (Expecting value, column 1)"),
        ("[1]", "a JSON list, not an object"),
        ('"text"', "a JSON string, not an object"),
        ("null", "null, not an object"),
        ("3", "a JSON number, not an object"),
        ('{"id": "b"}', 'no "text"'),
        ('{"id": "b", "text": null}', '"text" is null, not a string'),
        ('{"id": "b", "text": 3}', '"text" is a JSON number, not a string'),
        ('{"id": "b", "text": ["a"]}', '"text" is a JSON list, not a string'),
        ('{"id": "b", "text": ""}', '"text" is empty'),
        ('{"id": "b", "text": " \\n\\u00a0"}', '"text" is empty'),
        ('{"id": "b", "text": "t", "date": "30 December 2022"}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "20221230"}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "2022-12-30T"}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "2022-12-30T25:00:00Z"}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "2022-12-30T10:00:00 CET"}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "2022-02-30T10:00:00Z"}', "2022-02-30, which is no day"),
        ('{"id": "b", "text": "t", "date": ""}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": 20221230}', '"date" is neither YYYY-MM-DD'),
        ('{"id": "b", "text": "t", "date": "2022-02-30"}', "2022-02-30, which is no day of the calendar"),
        ('{"id": {"n": 1}, "text": "t"}', '"id" holds a structure'),
        ('{"id": "b", "text": "t", "title": {"a": 1}}', '"title" holds a structure'),
        (b'{"id": "b", "text": "caf\xe9"}', "Not valid UTF-8: byte 0xe9 at offset 24"),
        ("[" * 200_000, "nested too deeply"),
        ('{"id": ' + "1" * 5000 + "}", "too many digits"),
    ],
)
def test_a_bad_line_fails_alone(tmp_path, line, says):
    good = '{"id": "%s", "text": "The quay is open."}'
    first, bad, last = read(tmp_path, good % "a", line, good % "z")
    assert (first.id, last.id) == ("a", "z")
    assert isinstance(bad, ReadFailure)
    assert bad.source == f"{tmp_path}/in.jsonl:2"
    assert bad.id in ("b", bad.source)
    assert says in bad.error


def test_a_failure_carries_the_id_where_the_record_states_one(tmp_path):
    with_id, without = read(tmp_path, '{"id": 5}', "{}")
    assert with_id.id == "5"
    assert without.id == f"{tmp_path}/in.jsonl:2"


def test_blank_lines_count_but_are_passed_over(tmp_path):
    items = read(tmp_path, "", '{"text": "a"}', "  \r", '{"text": "b"}\r', "")
    assert [(item.source[-2:], item.text) for item in items] == [(":2", "a"), (":4", "b")]


def test_a_byte_order_mark_is_no_part_of_the_first_line(tmp_path):
    (article,) = read(tmp_path, b'\xef\xbb\xbf{"text": "a"}')
    assert article.text == "a"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "holds no record"),
        (b"\n \n", "holds no record"),
        (b"%PDF-1.7 ...", "a PDF"),
        ('{"text": "a"}'.encode("utf-16"), "must be UTF-8"),
        (b'{\n  "id": "a",\n  "text": "b"\n}\n', "one JSON document over several lines"),
        (b'[\n{"id": "a", "text": "b"}\n]\n', "one JSON document over several lines"),
        (b'[{"id": "a", "text": "b"},\n{"id": "c", "text": "d"}]\n', "one JSON document over several lines"),
    ],
)
def test_a_file_that_is_no_json_lines_is_one_failure(tmp_path, data, says):
    path = tmp_path / "in.json"
    path.write_bytes(data)
    (failure,) = read_articles([path])
    assert isinstance(failure, ReadFailure)
    assert failure.source == failure.id == path.as_posix()
    assert says in failure.error


@pytest.mark.parametrize(
    "written",
    [
        "2022-12-30T08:00:00Z",
        "2022-12-30T23:30:00-05:00",
        "2022-12-30T00:30:00.123456+14:00",
        "2022-12-30t08:00:00z",
        "2022-12-30 08:00:00Z",
        "2022-12-30T08:00",
        "2022-12-30T08:00:00",
        "2022-12-30T08:00:00+0100",
        "2022-12-30T23:59:60Z",
    ],
)
def test_of_a_time_the_day_as_written_counts(tmp_path, written):
    (article,) = read(tmp_path, json.dumps({"text": "t", "date": written}))
    assert (article.published, article.published_from) == (date(2022, 12, 30), "record")


def test_articles_of_one_id_are_told_apart_and_it_is_said(tmp_path):
    lines = ['{"id": 1, "text": "a"}', '{"id": "1", "text": "b"}', '{"id": 2, "text": "c"}']
    read(tmp_path, *lines)
    told = []
    source = f"{tmp_path}/in.jsonl"
    items = list(read_articles([tmp_path / "in.jsonl"], tell=told.append))
    assert [(item.id, item.text) for item in items] == [("1", "a"), (f"1 ({source}:2)", "b"), ("2", "c")]
    assert told == [f"{source}:2: the id 1 is already that of {source}:1; this one is called 1 ({source}:2)"]


def test_a_failed_record_does_not_use_up_its_id(tmp_path):
    bad, good = read(tmp_path, '{"id": 1}', '{"id": 1, "text": "b"}')
    assert isinstance(bad, ReadFailure)
    assert good.text == "b"
