"""A Word document -> the article in it."""

from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING
from zipfile import ZipFile

from claims.errors import NotText
from claims.reading.build_article import build_article
from claims.reading.check_members import check_members
from claims.reading.guard_parser import guard_parser
from claims.reading.hold_stream import hold_stream
from claims.reading.import_extra import import_extra
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article

if TYPE_CHECKING:
    from docx.document import Document


def read_docx(file: BufferedReader, name: str, settings: ReadingSettings) -> Article:
    """Its paragraphs, each a line with an empty one after it, without tables and notes; title and author.

    The day on which the file was made is not the article's: that comes from its first lines, as in plain text.
    Raises MissingExtra without the extra ``documents``, NotText where there is no text to read.
    """
    docx = import_extra("docx", "documents", "Word documents")
    held = hold_stream(file, settings.max_document_bytes)
    with guard_parser("The Word document"):
        size = held.seek(0, 2)
        with ZipFile(held) as archive:
            check_members(archive, size, settings)
            if sum(member.file_size for member in archive.infolist()) > settings.max_document_bytes:
                raise NotText("The Word document unpacks to too much; split it, or raise max_document_bytes")
        held.seek(0)
        document = docx.Document(held)
        text = "\n\n".join(_paragraphs(document))
        fields = {"title": document.core_properties.title, "author": document.core_properties.author}
    if not text.strip():
        raise NotText("The Word document holds no text; save its text as .txt")
    if len(text) >= MAX_ARTICLE_BYTES:
        raise NotText(f"The text is {TOO_LARGE}")
    return build_article({key: value for key, value in fields.items() if value}, text, name, None, "")


def _paragraphs(document: "Document") -> Iterator[str]:
    return (paragraph.text for paragraph in document.paragraphs if paragraph.text.strip())
