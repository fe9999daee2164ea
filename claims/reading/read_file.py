"""A file on disk -> the articles in it."""

from collections.abc import Iterator
from pathlib import Path

from claims.errors import ReadingError
from claims.reading.content import Content
from claims.reading.find_kind import Kind, find_kind
from claims.reading.open_input import open_input
from claims.reading.read_content import read_content
from claims.reading.reading_settings import ReadingSettings
from claims.reading.unpack_gzip import unpack_gzip
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure


def read_file(path: Path, settings: ReadingSettings) -> Iterator[Article | ReadFailure]:
    """The articles in order, by what the file's suffix says is in it; plain text where it says nothing.

    Its name is the source of them all. What cannot be read is a ReadFailure; nothing is raised.
    """
    name = well_formed(path.as_posix())
    kind, packed = find_kind(path.name)
    try:
        with open_input(path) as file:
            stream = unpack_gzip(file, settings.max_unpack_ratio) if packed else file
            yield from read_content(Content(stream, name, kind or Kind.TEXT), settings)
    except ReadingError as error:
        yield ReadFailure(name, name, str(error))
