import bz2
import gzip
import io
import json
import tracemalloc
import zipfile
import zlib
from collections import deque
from datetime import date

import pytest

from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure
from page import TEXT as PAGE_TEXT
from page import page

STORY = "The council of the harbour town voted to widen the north quay.\n"
RECORD = json.dumps({"text": STORY}) + "\n"
SMALL = ReadingSettings(max_unpack_ratio=20, max_members=5, max_document_bytes=100_000)


def write(path, data):
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def zipped(members, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def shown(items, folder):
    prefix = f"{folder}/"
    return [
        (item.source.removeprefix(prefix), item.text if isinstance(item, Article) else f"! {item.error}")
        for item in items
    ]


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        ("a.txt.gz", STORY, "a.txt.gz"),
        ("a.gz", STORY, "a.gz"),
        ("a.jsonl.gz", RECORD, "a.jsonl.gz:1"),
        ("A.CSV.GZ", f"text\n{STORY}", "A.CSV.GZ:2"),
        ("a.md.gz", STORY, "a.md.gz"),
    ],
)
def test_a_gzip_file_is_read_as_what_is_in_it(tmp_path, name, data, source):
    path = write(tmp_path / name, gzip.compress(data.encode(), mtime=0))
    ((found, text),) = shown(read_articles([path]), tmp_path)
    assert (found, text.strip()) == (source, STORY.strip())


def test_gzip_members_one_after_another_are_one_stream(tmp_path):
    path = write(tmp_path / "a.jsonl.gz", gzip.compress(RECORD.encode(), mtime=0) * 3)
    assert len(list(read_articles([path]))) == 3


MANY = "".join(json.dumps({"text": f"{STORY}{number}"}) + "\n" for number in range(5_000)).encode()


def test_what_comes_before_a_cut_is_read(tmp_path):
    packed = gzip.compress(MANY, mtime=0)
    *read, last = read_articles([write(tmp_path / "a.jsonl.gz", packed[: len(packed) // 2])])
    assert len(read) > 1_000
    assert all(isinstance(item, Article) for item in read)
    assert "The gzip data are cut off" in last.error


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty"),
        (b"text", "The gzip data are broken"),
        (gzip.compress(STORY.encode(), mtime=0)[:-4], "cut off"),
        (gzip.compress(STORY.encode(), mtime=0)[:-8] + bytes(8), "broken"),
        (gzip.compress(b"", mtime=0), "The file is empty"),
        (gzip.compress(b"\0\1\2", mtime=0), "binary"),
        (gzip.compress(gzip.compress(STORY.encode(), mtime=0), mtime=0), "a gzip archive"),
    ],
)
def test_what_is_no_gzip(tmp_path, data, says):
    (failure,) = read_articles([write(tmp_path / "a.txt.gz", data)])
    assert says in failure.error


def bomb(size):
    """A gzip of that many zero bytes, made without holding them."""
    packer, step = zlib.compressobj(9, zlib.DEFLATED, 31), b'{"text": ""}\n' * 80_000
    return b"".join([*(packer.compress(step) for _ in range(size // len(step))), packer.flush()])


@pytest.mark.long
def test_a_gzip_bomb_is_stopped_within_little_memory(tmp_path):
    path = write(tmp_path / "a.jsonl.gz", bomb(60_000_000))
    tracemalloc.start()
    try:
        (last,) = deque(read_articles([path], settings=SMALL), maxlen=1)
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert isinstance(last, ReadFailure)
    assert (
        "unpack to more than 20 times their size, as a decompression bomb does; raise max_unpack_ratio"
        in last.error
    )


def test_the_members_of_a_zip_are_read_as_those_of_a_directory(tmp_path):
    members = {
        "b.txt": STORY,
        "a/z.md": f"---\nid: z\n---\n{STORY}",
        "a/page.html": page(),
        "wire.jsonl": RECORD * 2,
        "t.csv": f"text\n{STORY}",
        "x.jsonl.gz": gzip.compress(RECORD.encode(), mtime=0),
        "inner.zip": zipped({"deep.txt": STORY}),
        "README.md": STORY,
        ".hidden.txt": STORY,
        "__MACOSX/a.txt": STORY,
        "photo.jpg": b"\xff\xd8\xff",
        "empty/": b"",
    }
    path = write(tmp_path / "in.zip", zipped(members))
    items = list(read_articles([tmp_path]))
    assert [item for item in items if isinstance(item, ReadFailure)] == []
    assert [source for source, _ in shown(items, tmp_path)] == [
        "in.zip:a/page.html",
        "in.zip:a/z.md",
        "in.zip:b.txt",
        "in.zip:inner.zip:deep.txt",
        "in.zip:t.csv:2",
        "in.zip:wire.jsonl:1",
        "in.zip:wire.jsonl:2",
        "in.zip:x.jsonl.gz:1",
    ]
    assert PAGE_TEXT in items[0].text
    assert path.exists()


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    data = zipped({"../../out.txt": STORY, "/abs.txt": STORY, "C:\\win.txt": STORY, "a\nb.txt": STORY})
    items = list(read_articles([write(folder / "in.zip", data)]))
    assert [type(item) for item in items] == [Article] * 4
    assert [path.name for path in tmp_path.rglob("*")] == ["in", "in.zip"]


def test_one_broken_member_is_one_failure(tmp_path):
    data = bytearray(zipped({"a.txt": STORY, "b.txt": STORY * 3, "c.txt": STORY}, zipfile.ZIP_STORED))
    data[data.index(STORY.encode() * 3) + 5] ^= 1
    items = list(read_articles([write(tmp_path / "in.zip", bytes(data))]))
    assert [type(item) for item in items] == [Article, ReadFailure, Article]
    assert items[1].source.endswith("in.zip:b.txt")
    assert "Bad CRC-32" in items[1].error


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The zip archive is broken or none"),
        (b"PK\x03\x04", "The zip archive is broken or none"),
        (zipped({"a.txt": STORY})[:-10], "The zip archive is broken or none"),
        (zipped({}), "holds no file that is read"),
        (zipped({"a.jpg": "x"}), "holds no file that is read"),
        (zipped({f"{i}.txt": STORY for i in range(6)}), "The archive has 6 members"),
        (zipped({"a.txt": "x" * 15_000_000}), "unpacks to more than 20 times its size"),
        (zipped({"a.zip": zipped({"b.zip": zipped({"c.txt": STORY})})}), "lies 2 archives deep"),
    ],
)
def test_what_is_no_zip(tmp_path, data, says):
    (failure,) = read_articles([write(tmp_path / "in.zip", data)], settings=SMALL)
    assert says in failure.error


def test_an_encrypted_member_is_one_failure(tmp_path):
    data = bytearray(zipped({"a.txt": STORY}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    (failure,) = read_articles([write(tmp_path / "in.zip", bytes(data))])
    assert "encrypted" in failure.error


def test_a_tar_archive_says_what_it_is(tmp_path):
    block = b"a.txt".ljust(257, b"\0") + b"ustar\0" + bytes(300)
    (failure,) = read_articles([write(tmp_path / "in.tar", block)])
    assert "a tar archive, not plain text; unpack it" in failure.error
    (failure,) = read_articles([write(tmp_path / "in.bz2", bz2.compress(STORY.encode()))])
    assert "a bzip2 archive" in failure.error


def warc(records, packed):
    return b"".join(
        gzip.compress(record, mtime=0) if packed else record for record in map(warc_record, records)
    )


def warc_record(given):
    kind, url, status, headers, body = given
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers)
    if kind == "response":
        body, media = (
            f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body,
            "application/http; msgtype=response",
        )
    else:
        media = headers[0][1]
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body + b"\r\n\r\n"


def response(url, body, media="text/html", status="200 OK", **more):
    headers = [("Content-Type", media), *((name.replace("_", "-"), value) for name, value in more.items())]
    return ("response", url, status, headers, body)


DATED = page('<meta property="article:published_time" content="2022-12-30">').encode()
RECORDS = [
    response("http://news.example/a", DATED),
    response("http://news.example/gone", DATED, status="404 Not Found"),
    response("http://news.example/p.png", b"\x89PNG", "image/png"),
    response("http://news.example/b", gzip.compress(DATED, mtime=0), Content_Encoding="gzip"),
    response("http://news.example/c", DATED.replace(b"Imprint", b"Caf\xe9"), "text/html; charset=ISO-8859-1"),
    response("http://news.example/d", DATED.replace(b"Imprint", b"Caf\xe9")),
    response("http://news.example/e", STORY.encode(), "text/plain"),
    ("conversion", "http://news.example/f", "", [("Content-Type", "text/plain")], STORY.encode()),
    response("http://news.example/a", DATED),
]


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_the_pages_of_a_warc_are_articles(tmp_path, name, packed):
    path = write(tmp_path / name, warc(RECORDS, packed))
    items = list(read_articles([path]))
    assert [item.source.removeprefix(f"{path}:") for item in items] == ["1", "4", "5", "6", "7", "8", "9"]
    assert [type(item) for item in items] == [
        Article,
        Article,
        Article,
        ReadFailure,
        Article,
        Article,
        Article,
    ]
    assert [item.id.rpartition("/")[2][0] for item in items] == list("abcdefa")
    assert len({item.id for item in items}) == 7
    assert items[0].url == "http://news.example/a"
    assert items[1].published == date(2022, 12, 30)
    assert items[4].published is None
    assert "does not say in which encoding" in items[3].error


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no HTML page and no plain text"),
        (b"text of no archive\r\n\r\n", "The WARC archive is broken or none"),
        (warc([RECORDS[2]], packed=False), "no HTML page and no plain text"),
    ],
)
def test_what_is_no_warc(tmp_path, data, says):
    (failure,) = read_articles([write(tmp_path / "a.warc", data)])
    assert says in failure.error


@pytest.mark.parametrize(("name", "packed"), [("a.warc", False), ("a.warc.gz", True)])
def test_what_comes_before_a_cut_in_a_warc_is_read(tmp_path, name, packed):
    data = warc(RECORDS, packed)
    *read, last = read_articles([write(tmp_path / name, data[: len(data) - 300])])
    assert sum(isinstance(item, Article) for item in read) == 5
    assert "cut off" in last.error
