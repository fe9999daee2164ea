"""A file's name or a media type -> how its content is read."""

from enum import StrEnum
from pathlib import PurePosixPath


class Kind(StrEnum):
    """How content is read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON_LINES = "json lines"
    HTML = "html"
    CSV = "csv"
    PARQUET = "parquet"
    WARC = "warc"
    ZIP = "zip"
    PDF = "pdf"
    DOCX = "docx"


PACKED = ".gz"
"""The suffix of a gzip file; the one before it says what is in it."""

KINDS = {
    ".txt": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".json": Kind.JSON_LINES,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".warc": Kind.WARC,
    ".wet": Kind.WARC,
    ".zip": Kind.ZIP,
    ".pdf": Kind.PDF,
    ".docx": Kind.DOCX,
}
"""What a suffix says. These are the files that are read in a directory, also with ``.gz`` after it."""

_MEDIA = {
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.MARKDOWN,
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/x-ndjson": Kind.JSON_LINES,
    "application/ndjson": Kind.JSON_LINES,
    "application/jsonl": Kind.JSON_LINES,
    "application/json": Kind.JSON_LINES,
    "text/csv": Kind.CSV,
    "text/tab-separated-values": Kind.CSV,
    "application/vnd.apache.parquet": Kind.PARQUET,
    "application/warc": Kind.WARC,
    "application/pdf": Kind.PDF,
    "application/zip": Kind.ZIP,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.DOCX,
}


def find_kind(name: str) -> tuple[Kind | None, bool]:
    """What the name's suffix says (None: nothing), and whether the content is packed with gzip."""
    path = PurePosixPath(name.lower())
    packed = path.suffix == PACKED
    return KINDS.get(path.with_suffix("").suffix if packed else path.suffix), packed


def find_media_kind(media_type: str) -> Kind | None:
    """What a media type such as ``text/html; charset=utf-8`` says; None for one that is not read or is vague."""
    return _MEDIA.get(media_type.partition(";")[0].strip().lower())
