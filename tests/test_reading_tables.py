import tracemalloc
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims.reading.read import read_articles
from claims.records import Article, ReadFailure

DAY = date(2022, 12, 30)
TEXT = "The quay is open."


def read_bytes(tmp_path, data, name):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_articles([path]))


def shown(item):
    return item.text if isinstance(item, Article) else f"! {item.error}"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (f"id,text,date,author\nn-1,{TEXT},2022-12-30,Desk\n", "a.csv"),
        (f"\ufeffid,text,date,author\r\nn-1,{TEXT},2022-12-30T08:00:00Z,Desk\r\n", "a.CSV"),
        (f"ID;Text;Date;Author\nn-1;{TEXT};2022-12-30;Desk", "a.csv"),
        (f"id\ttext\tdate\tauthor\nn-1\t{TEXT}\t2022-12-30\tDesk\n", "a.tsv"),
        (f'"id","text","date","author","other"\n"n-1","{TEXT}","2022-12-30","Desk",""\n', "a.csv"),
    ],
)
def test_a_row_is_an_article(tmp_path, data, name):
    (article,) = read_bytes(tmp_path, data, name)
    assert article == Article(
        "n-1", TEXT, f"{tmp_path / name}:2", author="Desk", published=DAY, published_from="record"
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('"one\n\ntwo",x\nthree,y\n', ["one\n\ntwo", "three"]),
        ('"say ""yes"", please",x\n', ['say "yes", please']),
        ("one,x\n\ntwo,y\n", ["one", "two"]),
        (
            "one,x\ntwo\nthree,y,z\nfour,u\n",
            ["one", "! The row has 1 cells", "! The row has 3 cells", "four"],
        ),
        ('one,x\n"two" no,y\nthree,z\n', ["one", "! The row is not CSV", "three"]),
        (",x\ntwo,y\n", ['! "text" is empty', "two"]),
    ],
)
def test_one_bad_row_is_one_failure(tmp_path, rows, expected):
    items = read_bytes(tmp_path, "text,title\n" + rows, "a.csv")
    assert len(items) == len(expected)
    assert all(shown(item).startswith(start) for item, start in zip(items, expected, strict=True))


def test_rows_are_named_by_their_first_line(tmp_path):
    items = read_bytes(tmp_path, 'text\n"a\nb"\nc\n\nd\n', "a.csv")
    assert [item.source.rpartition(":")[2] for item in items] == ["2", "4", "6"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", 'no column "text"'),
        (b"id,title\n1,x\n", 'no column "text"'),
        (b"id,text\r1,x\r2,y\r", "The heading is not CSV"),
        (b"text,title\n", "no row after its heading"),
        ("text\nx\n".encode("utf-16"), "CSV must be UTF-8"),
        (b"text\n\xff caf\xe9\n", "not valid UTF-8"),
        (b"text,date\nx,30/12/2022\n", '"date" is neither'),
        (b"PK\x03\x04", "zip archive"),
        (b'text\n"never closed\nand on\n', "The row is not CSV"),
    ],
)
def test_what_is_no_table(tmp_path, data, says):
    items = read_bytes(tmp_path, data, "a.csv")
    assert says in items[0].error


def test_a_row_may_be_as_long_as_an_article(tmp_path):
    long = "The quay is open. " * 20_000
    (article,) = read_bytes(tmp_path, f"text\n{long}\n", "a.csv")
    assert article.text == long


def table(**columns):
    return pa.table(columns)


def test_a_row_of_parquet_is_an_article(tmp_path):
    rows = table(
        id=[7, 8],
        Text=[TEXT, TEXT],
        date=[DAY, None],
        author=[["Desk A", "Desk B"], None],
        vector=[[1.0], [2.0]],
    )
    path = tmp_path / "a.parquet"
    pq.write_table(rows, path)
    first, second = read_articles([path])
    assert first == Article(
        "7", TEXT, f"{path}:1", author="Desk A, Desk B", published=DAY, published_from="record"
    )
    assert (second.id, second.published) == ("8", None)


@pytest.mark.parametrize("stated", [datetime(2022, 12, 30, 23, 0), "2022-12-30T23:00:00Z", DAY])
def test_times_of_parquet(tmp_path, stated):
    pq.write_table(table(text=[TEXT], date=[stated]), tmp_path / "a.parquet")
    (article,) = read_articles([tmp_path / "a.parquet"])
    assert article.published == DAY


def test_a_broken_row_group_is_one_failure(tmp_path):
    path = tmp_path / "a.parquet"
    texts = [f"{TEXT} {number}" * 50 for number in range(30)]
    pq.write_table(table(text=texts), path, row_group_size=10, compression="zstd", use_dictionary=False)
    data = bytearray(path.read_bytes())
    group = pq.ParquetFile(path).metadata.row_group(1).column(0)
    start = group.data_page_offset + 20
    data[start : start + 40] = bytes(40)
    path.write_bytes(data)
    items = list(read_articles([path]))
    assert [type(item) for item in items] == [Article] * 10 + [ReadFailure] + [Article] * 10
    assert items[10].source == f"{path}:11-20"
    assert items[11].source == f"{path}:21"


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"body": ["x"]}, 'no column "text"'),
        ({"text": pa.array([], pa.string())}, "no row"),
        ({"text": [1]}, '"text" is a JSON number'),
        ({"text": [None]}, '"text" is null'),
        ({"text": ["x"], "title": [{"a": 1}]}, '"title" holds a structure'),
        ({"text": ["x"], "date": [5]}, '"date" is neither'),
    ],
)
def test_what_is_no_table_of_articles(tmp_path, columns, says):
    pq.write_table(table(**columns), tmp_path / "a.parquet")
    (failure,) = read_articles([tmp_path / "a.parquet"])
    assert says in failure.error


@pytest.mark.parametrize("data", [b"", b"PAR1", b"PAR1" + b"\xff" * 200 + b"PAR1", b"text"])
def test_what_is_no_parquet(tmp_path, data):
    (failure,) = read_bytes(tmp_path, data, "a.parquet")
    assert "The Parquet file is broken or none" in failure.error


def test_memory_does_not_grow_with_a_csv_file(tmp_path):
    """20 MB in rows of 20 kB, within 2 MB."""
    path = tmp_path / "a.csv"
    row = '"' + "The quay is open.\n" * 1100 + '"\n'
    path.write_text("text\n" + row * 1000)
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_articles([path])) == 1000
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()
