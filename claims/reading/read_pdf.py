"""A PDF -> the article in it."""

from io import BufferedReader
from typing import TYPE_CHECKING

from claims.errors import NotText
from claims.reading.build_article import build_article
from claims.reading.guard_parser import guard_parser
from claims.reading.hold_stream import hold_stream
from claims.reading.import_extra import import_extra
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.reading_settings import ReadingSettings
from claims.reading.unwrap_lines import unwrap_lines
from claims.records import Article

if TYPE_CHECKING:
    from pypdf import PdfReader


def read_pdf(file: BufferedReader, name: str, settings: ReadingSettings) -> Article:
    """The text of its pages, an empty line between two, with its lines joined to paragraphs; title and author.

    The day on which the file was made is not the article's: that comes from its first lines, as in plain text.
    Raises MissingExtra without the extra ``documents``, NotText where there is no text to read.
    """
    pypdf = import_extra("pypdf", "documents", "PDF files")
    held = hold_stream(file, settings.max_document_bytes)
    with guard_parser("The PDF", "pypdf"):
        reader = pypdf.PdfReader(held)
        if reader.is_encrypted and not reader.decrypt(""):
            raise NotText("The PDF is encrypted; save it without its password")
        if len(reader.pages) > settings.max_pages:
            raise NotText(
                f"The PDF has {len(reader.pages)} pages; split it, or raise max_pages ({settings.max_pages})"
            )
        text = _text(reader)
        stated = reader.metadata or {}
        fields = {"title": stated.get("/Title"), "author": stated.get("/Author")}
    if not text.strip():
        raise NotText("The PDF holds no text, as a scan does; have its text recognised (OCR) first")
    return build_article({key: str(value) for key, value in fields.items() if value}, text, name, None, "")


def _text(reader: "PdfReader") -> str:
    pages, size = list[str](), 0
    for page in reader.pages:
        pages.append(unwrap_lines(page.extract_text()))
        size += len(pages[-1])
        if size >= MAX_ARTICLE_BYTES:
            raise NotText(f"The text is {TOO_LARGE}")
    return "\n\n".join(filter(None, pages))
