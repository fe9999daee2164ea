"""Files of every kind with bytes changed, cut out or put in: an article or an error, and never an exception."""

import gzip
import io
import json
import random

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure
from page import page
from test_reading_archives import RECORDS, warc, zipped
from test_reading_documents import docx, pdf

STORY = "The council of the harbour town voted to widen the north quay.\n"
TURNS = 12
"""Damaged files of a kind; some thousands were tried by hand (2026-11-26)."""


def parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"text": [STORY] * 5, "date": ["2022-12-30"] * 5}), out)
    return out.getvalue()


WHOLE = {
    "a.csv": f'id,text\n1,"{STORY}"\n2,{STORY}'.encode(),
    "a.html": page('<meta property="article:published_time" content="2022-12-30">').encode(),
    "a.jsonl": (json.dumps({"text": STORY}) + "\n").encode() * 3,
    "a.jsonl.gz": gzip.compress((json.dumps({"text": STORY}) + "\n").encode() * 3),
    "a.parquet": parquet(),
    "a.warc": warc(RECORDS, packed=False),
    "a.warc.gz": warc(RECORDS, packed=True),
    "a.zip": zipped({"a.txt": STORY, "b.html": page(), "c.jsonl": json.dumps({"text": STORY})}),
    "a.pdf": pdf([[STORY.strip()]] * 2, Title="Quay"),
    "a.docx": docx(STORY),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(broken) or 1)
        match chance.randrange(4):
            case 0:
                broken[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del broken[at : at + chance.randint(1, 40)]
            case 2:
                broken[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 20)))
            case 3:
                broken[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xff\xff\xff\x7f"))
    return bytes(broken)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_whole_file_is_read(tmp_path, name):
    (tmp_path / name).write_bytes(WHOLE[name])
    assert any(isinstance(item, Article) for item in read_articles([tmp_path / name]))


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_damaged_file_is_an_article_or_an_error(tmp_path, name):
    chance = random.Random(name)
    for _ in range(TURNS):
        (tmp_path / name).write_bytes(damaged(WHOLE[name], chance))
        for item in read_articles([tmp_path / name], settings=ReadingSettings(max_document_bytes=2_000_000)):
            assert isinstance(item, Article | ReadFailure)
            assert getattr(item, "error", None) != ""
