"""Content of any kind -> the articles in it."""

from collections.abc import Iterator
from dataclasses import replace

from claims.errors import ReadingError
from claims.reading.content import Content
from claims.reading.find_kind import Kind
from claims.reading.read_csv import read_csv
from claims.reading.read_docx import read_docx
from claims.reading.read_html import read_html
from claims.reading.read_json_lines import read_json_lines
from claims.reading.read_parquet import read_parquet
from claims.reading.read_pdf import read_pdf
from claims.reading.read_text import read_text
from claims.reading.read_warc import read_warc
from claims.reading.read_zip import read_zip
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure


def read_content(content: Content, settings: ReadingSettings) -> Iterator[Article | ReadFailure]:
    """The articles in order, each read when it is asked for; what cannot be read is a ReadFailure.

    An article that states no address or day gets those that the content came with. Nothing is raised but OSError.
    """
    try:
        for item in _read(content, settings):
            yield _completed(item, content) if isinstance(item, Article) else item
    except ReadingError as error:
        yield ReadFailure(content.name, content.name, str(error))


def _read(content: Content, settings: ReadingSettings) -> Iterator[Article | ReadFailure]:
    stream, name = content.stream, content.name
    match content.kind:
        case Kind.TEXT | Kind.MARKDOWN:
            yield read_text(stream, name, content.kind is Kind.MARKDOWN)
        case Kind.HTML:
            yield read_html(stream, name, settings, content.url, content.charset)
        case Kind.JSON_LINES:
            yield from read_json_lines(stream, name)
        case Kind.CSV:
            yield from read_csv(stream, name)
        case Kind.PARQUET:
            yield from read_parquet(stream, name, settings)
        case Kind.WARC:
            yield from read_warc(stream, name, settings)
        case Kind.PDF:
            yield read_pdf(stream, name, settings)
        case Kind.DOCX:
            yield read_docx(stream, name, settings)
        case Kind.ZIP:
            for member in read_zip(content, settings):
                yield from [member] if isinstance(member, ReadFailure) else read_content(member, settings)


def _completed(article: Article, content: Content) -> Article:
    if article.published is None and content.published is not None:
        article = replace(article, published=content.published, published_from=content.published_from)
    return article if article.url or not content.url else replace(article, url=content.url)
