"""Standard input -> one article."""

from datetime import date
from typing import BinaryIO

from claims.errors import ReadingError
from claims.reading.build_article import build_article
from claims.reading.decode_text import decode_text
from claims.reading.detect_date import detect_date
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.records import Article, ReadFailure

NAME = "standard input"


def read_stdin(stream: BinaryIO, day: date | None) -> Article | ReadFailure:
    """The article that the stream holds as plain text, of the day given or the one its head states."""
    try:
        text = decode_text(stream.read(MAX_ARTICLE_BYTES))
    except ReadingError as error:
        return ReadFailure(NAME, NAME, str(error))
    published = day or detect_date(text)
    return build_article({}, text, NAME, published, "option" if day else "dateline")
