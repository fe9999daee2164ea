"""A WARC archive of fetched pages -> the articles in it."""

from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from io import BufferedReader, BytesIO, StringIO
from typing import IO, Protocol

from claims.errors import NotText, ReadingError
from claims.reading.find_kind import Kind, find_media_kind
from claims.reading.guard_parser import guard_parser
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.reading.read_html import read_html
from claims.reading.read_text import read_text
from claims.reading.reading_settings import ReadingSettings
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure

_RECORDS = frozenset(("response", "resource", "conversion"))
_OK = "200"


class _Headers(Protocol):
    def get_header(self, name: str) -> str | None: ...

    def get_statuscode(self) -> str: ...


class _Limited(Protocol):
    limit: int
    """Bytes of the record that are still to come."""

    def read(self, length: int) -> bytes: ...


class _Record(Protocol):
    """What is used of a record of warcio, which ships no types."""

    rec_type: str
    rec_headers: _Headers
    http_headers: _Headers | None
    raw_stream: _Limited

    def content_stream(self) -> IO[bytes]: ...


def read_warc(file: BufferedReader, name: str, settings: ReadingSettings) -> Iterator[Article | ReadFailure]:
    """The articles of its HTML and plain text records in order; a broken record is a ReadFailure.

    Records of other kinds, and answers other than 200, are passed over. A record is named by its number, its
    article has the address as its id. The day it was fetched is not the day it was published.
    Raises ReadingError where the archive as a whole cannot be read, also after some records.
    """
    found = False
    for number, record in enumerate(_records(file), 1):
        kind = _kind(record)
        if kind is None:
            continue
        found = True
        yield _read(record, kind, f"{name}:{number}", settings)
    if not found:
        raise NotText("The archive holds no HTML page and no plain text; check which records it has")


class _Steps:
    """A stream read as far as it goes without an error, so that what comes before a cut is not lost."""

    def __init__(self, file: BufferedReader) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        return self._file.read1(size)


def _records(file: BufferedReader) -> Iterator[_Record]:
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - few runs need it

    records = iter(ArchiveIterator(_Steps(file)))
    while True:
        # It writes to stderr of lengths that do not fit; the record shows it by being cut.
        with guard_parser("The WARC archive", "warcio"), redirect_stderr(StringIO()):
            record = next(records, None)
        if record is None:
            return
        yield record


def _kind(record: _Record) -> Kind | None:
    if record.rec_type not in _RECORDS:
        return None
    headers = record.http_headers if record.rec_type == "response" else record.rec_headers
    if headers is None or (record.rec_type == "response" and headers.get_statuscode() != _OK):
        return None
    kind = find_media_kind(headers.get_header("Content-Type") or "")
    return kind if kind in (Kind.HTML, Kind.TEXT) else None


def _read(record: _Record, kind: Kind, place: str, settings: ReadingSettings) -> Article | ReadFailure:
    address = well_formed(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>") or None
    try:
        with guard_parser("The record", "warcio"):
            data = record.content_stream().read(MAX_ARTICLE_BYTES)
            if (
                len(data) < MAX_ARTICLE_BYTES
                and record.raw_stream.limit > 0
                and not record.raw_stream.read(1)
            ):
                raise NotText("The record is cut off; get the whole archive again")
        article = (
            read_html(BytesIO(data), place, settings, address, _charset(record))
            if kind is Kind.HTML
            else read_text(BytesIO(data), place, markdown=False)
        )
        return _named(article, address)
    except ReadingError as error:
        return ReadFailure(address or place, place, str(error))


def _named(article: Article, address: str | None) -> Article:
    return replace(article, id=address or article.id, url=article.url or address)


def _charset(record: _Record) -> str | None:
    headers = record.http_headers or record.rec_headers
    _, _, after = (headers.get_header("Content-Type") or "").lower().partition("charset=")
    return after.split(";")[0].strip(" \"'") or None
