"""Standard input -> articles."""

from collections.abc import Iterator
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from claims.errors import ReadingError
from claims.reading.build_article import build_article
from claims.reading.decode_text import decode_text
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.reading.read_json_lines import read_json_lines
from claims.reading.read_text import stated_date
from claims.reading.split_front_matter import split_front_matter
from claims.records import Article, ReadFailure

NAME = "standard input"
STDIN = "-"
"""The path that stands for it."""


def read_stdin(stream: BinaryIO) -> Iterator[Article | ReadFailure]:
    """The articles in a stream: JSON Lines where it starts with an object, else one article.

    One article may begin with front matter, as a Markdown file does. The stream is left open.
    """
    reader: BufferedReader = BufferedReader(cast(RawIOBase, stream))
    try:
        if reader.peek(1).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from read_json_lines(reader, NAME)
        else:
            yield _read_text(reader.read(MAX_ARTICLE_BYTES))
    except (ReadingError, OSError) as error:
        yield ReadFailure(NAME, NAME, str(error))
    finally:
        reader.detach()


def _read_text(data: bytes) -> Article:
    fields, text = split_front_matter(decode_text(data, "The input"))
    return build_article(fields, text, NAME, stated_date(fields), "front matter")
