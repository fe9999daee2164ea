"""A text or Markdown file -> one article."""

from datetime import date
from typing import BinaryIO

from claims.errors import BadRecord, NotText
from claims.reading.build_article import build_article, read_field
from claims.reading.decode_text import decode_text
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.reading.read_date import read_date
from claims.reading.split_front_matter import split_front_matter
from claims.records import Article


def read_text(file: BinaryIO, name: str, markdown: bool) -> Article:
    """The article in a file or stream; ``name`` is its source. Raises ReadingError, whose text says what is wrong.

    Its text is the whole file as decoded, headings and markup included, in which the front matter of a
    Markdown file is blanked out: spans count characters of the file, without its byte order mark.
    """
    text = decode_text(file.read(MAX_ARTICLE_BYTES))
    fields: dict[str, object] = {}
    if markdown:
        fields, text = split_front_matter(text)
    if not text.strip():
        raise NotText("The file holds no text after its front matter; add the article")
    return build_article(fields, text, name, stated_date(fields), "front matter")


def stated_date(fields: dict[str, object]) -> date | None:
    """The day that a front matter states, or None. Raises BadRecord where it is not a full date."""
    stated = read_field(fields, "date")
    if stated is None:
        return None
    day = read_date(stated)
    if day is None:
        raise BadRecord('"date" in the front matter is no full date; write it as YYYY-MM-DD')
    return day
