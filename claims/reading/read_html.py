"""An HTML page -> the article in it."""

import re
from datetime import date
from typing import BinaryIO

from claims.errors import NotText
from claims.reading.build_article import build_article
from claims.reading.decode_page import decode_page
from claims.reading.guard_parser import guard_parser
from claims.reading.open_input import MAX_ARTICLE_BYTES
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article

_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_FEWEST = 8
"""Words; less is what is left of a page of links, or of one that is made by a script."""

_NO_TEXT = frozenset(("script", "style", "meta", "link", "path"))
_BAD = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")


def read_html(
    file: BinaryIO, name: str, settings: ReadingSettings, url: str | None = None, charset: str | None = None
) -> Article:
    """The article of a page, its text without navigation, comments and tables; spans count its characters.

    Title, author, language, canonical address and date are those that the page states; ``charset`` is the
    encoding that its server states. Raises NotText where the page holds no article.
    """
    data = file.read(MAX_ARTICLE_BYTES)
    if len(data) >= MAX_ARTICLE_BYTES:
        raise NotText(f"The page is larger than {MAX_ARTICLE_BYTES // 1_000_000} MB; give the article alone")
    if not data.strip():
        raise NotText("The page is empty; get it again")
    html = _BAD.sub(" ", decode_page(data, charset))
    with guard_parser("The page", *_LOGGERS):
        text, fields = _extract(html, url, settings.max_page_elements)
    day = fields.pop("date", None)
    return build_article(fields, text, name, day if isinstance(day, date) else None, "page")


def _extract(html: str, url: str | None, most: int) -> tuple[str, dict[str, object]]:
    # Imported when a page comes: it takes half a second.
    from trafilatura import extract, load_html  # noqa: PLC0415

    from claims.reading.find_page_fields import find_page_fields  # noqa: PLC0415

    # A tree and never a string: some of these parsers would fetch a string that looks like an address.
    page = load_html(html)
    if page is None:
        raise NotText("The file is no HTML; if it is plain text, name it .txt")
    if sum(1 for element in page.iter() if element.tag not in _NO_TEXT) > most:
        raise NotText(f"The page has more than {most:,} elements; raise max_page_elements if it is meant")
    fields = find_page_fields(page, url)
    text = extract(page, url=url, include_comments=False, include_tables=False, output_format="txt")
    if not text or len(text.split()) < _FEWEST:
        raise NotText("No article was found in the page; save its text as .txt or Markdown")
    return text, fields
