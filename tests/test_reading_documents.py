import io
import sys
import zipfile

import pytest
from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.reading.unwrap_lines import unwrap_lines
from claims.records import Article

STORY = "The council of the harbour town voted to widen the north quay."


def pdf(pages, password=None, **stated):
    """A PDF with the lines of each page in one font."""
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for lines in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 14 TL 50 700 Td {shown} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    writer.add_metadata({f"/{name}": value for name, value in stated.items()})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx(*paragraphs, title=""):
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.add_table(1, 1).cell(0, 0).text = "A cell"
    document.core_properties.title = title
    document.core_properties.author = ""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(tmp_path, name, data, settings=None):
    (tmp_path / name).write_bytes(data)
    (item,) = read_articles([tmp_path / name], settings=settings)
    return item


def test_a_pdf_is_its_text_in_paragraphs(tmp_path):
    pages = [
        ["30 December 2022"],
        ["The council of the harbour town voted to wi-", "den the north quay, and", "to build."],
    ]
    article = read(tmp_path, "a.pdf", pdf(pages, Title="Quay", CreationDate="D:20240101000000Z"))
    assert isinstance(article, Article), article
    assert article.text == f"30 December 2022\n\n{STORY[:-1]}, and to build."
    assert (article.title, str(article.published), article.published_from) == (
        "Quay",
        "2022-12-30",
        "dateline",
    )


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("one\ntwo", "one two"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("wi-\nden", "widen"),
        ("a North-\nSouth line", "a North- South line"),
        (
            "A long first line of the paragraph\nends here.\nThe next one begins, and it is long",
            "A long first line of the paragraph ends here.\nThe next one begins, and it is long",
        ),
        (
            "A line that ends with Mr.\nSmith was seen on the quay",
            "A line that ends with Mr. Smith was seen on the quay",
        ),
        ("", ""),
    ],
)
def test_lines_become_paragraphs(page, text):
    assert unwrap_lines(page) == text


def test_a_word_document_is_its_paragraphs(tmp_path):
    article = read(tmp_path, "a.docx", docx("30 December 2022", STORY, title="Quay"))
    assert isinstance(article, Article), article
    assert article.text == f"30 December 2022\n\n{STORY}"
    assert (article.title, article.author, str(article.published)) == ("Quay", None, "2022-12-30")


SMALL = ReadingSettings(max_pages=2, max_document_bytes=900_000, max_unpack_ratio=50)


def with_document(xml):
    """A Word document whose text is the given XML."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx("x"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.infolist():
            new.writestr(member, xml if member.filename == "word/document.xml" else old.read(member))
    return out.getvalue()


NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(text, doctype=""):
    return (
        f'<?xml version="1.0"?>{doctype}<w:document xmlns:w="{NAMESPACE}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a0 'ha'>"
    + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10))
    + "]>"
)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.pdf", b"", "The PDF is broken or none"),
        ("a.pdf", b"%PDF-1.7\n%nothing", "The PDF is broken or none"),
        ("a.pdf", pdf([[STORY]])[:300], "The PDF is broken or none"),
        ("a.pdf", pdf([[]]), "The PDF holds no text, as a scan does"),
        ("a.pdf", pdf([[STORY]], password="secret"), "The PDF is encrypted"),
        ("a.pdf", pdf([[STORY]] * 3), "The PDF has 3 pages; split it, or raise max_pages (2)"),
        ("a.docx", b"", "The Word document is broken or none"),
        ("a.docx", docx(STORY)[:-30], "The Word document is broken or none"),
        ("a.docx", docx(), "The Word document holds no text"),
        ("a.docx", with_document(word("x" * 20_000_000)), "as a decompression bomb does"),
        ("a.docx", with_document(word("x" * 600_000)), "unpacks to too much"),
        ("a.docx", with_document(word("&a9;", LAUGHS)), ""),
        (
            "a.docx",
            with_document(word("&a;", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>")),
            "holds no text",
        ),
        ("a.docx", with_document("<w:document"), "The Word document is broken or none"),
    ],
)
def test_what_is_no_document(tmp_path, name, data, says):
    failure = read(tmp_path, name, data, SMALL)
    assert says in failure.error


def test_a_pdf_without_a_password_to_open_it_is_read(tmp_path):
    writer = PdfWriter(io.BytesIO(pdf([[STORY]])))
    writer.encrypt("", owner_password="secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read(tmp_path, "a.pdf", out.getvalue()).text == STORY


@pytest.mark.parametrize(
    ("package", "name", "kind"), [("pypdf", "a.pdf", "PDF files"), ("docx", "a.docx", "Word documents")]
)
def test_without_the_extra_the_error_says_how_to_get_it(tmp_path, monkeypatch, package, name, kind):
    monkeypatch.setitem(sys.modules, package, None)
    failure = read(tmp_path, name, b"%PDF-1.7")
    assert failure.error.startswith(f'{kind} are read with the extra "documents"')
    assert failure.error.endswith("python -m pip install 'fact-claims[documents]'")
