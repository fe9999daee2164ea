"""Files that are no text, told by their first bytes."""

from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from claims.errors import NotText

# In text there is hardly any control character but these; escape stands in terminal captures.
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))
# Share of control bytes from which bytes are no text. Prose has none, a few strays do no harm.
_MAX_CONTROL_SHARE = 0.1

_KINDS = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office document (.doc, .xls)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PAR1", "a Parquet file"),
    (b"WARC/1.", "a WARC archive"),
)
_SUFFIXES = {
    "a PDF": ".pdf",
    "a Word document (.docx)": ".docx",
    "an HTML page": ".html",
    "a gzip archive": ".gz",
    "a zip archive": ".zip",
    "a Parquet file": ".parquet",
    "a WARC archive": ".warc",
}
_TAR = (257, b"ustar")
_ZIP = b"PK\x03\x04"
_HTML = (b"<!doctype html", b"<html", b"<head", b"<body")
_XML = (b"<?xml", b"<rss")


def refuse_binary(data: bytes) -> None:
    """Raises NotText, naming the kind, where bytes from the start of a file are not plain text."""
    kind = _kind(data)
    if kind:
        raise NotText(f"The file is {kind}, not plain text; {_remedy(kind)}")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return
    nul = data.find(b"\0")
    if nul >= 0:
        raise NotText(
            f"The file is binary (NUL byte at offset {nul}); give text, Markdown or JSON Lines in UTF-8"
            " (UTF-16 text needs a byte order mark)"
        )
    if len(data) - len(data.translate(None, _CONTROL)) > _MAX_CONTROL_SHARE * len(data):
        raise NotText("The file is binary (control characters); give text, Markdown or JSON Lines in UTF-8")


def _kind(data: bytes) -> str | None:
    if data.startswith(_ZIP):
        return "a Word document (.docx)" if b"word/" in data else "a zip archive"
    if data.startswith(_TAR[1], _TAR[0]):
        return "a tar archive"
    opening = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith(_HTML):
        return "an HTML page"
    if opening.startswith(_XML):
        return "an XML document"
    return next((name for magic, name in _KINDS if data.startswith(magic)), None)


def _remedy(kind: str) -> str:
    if kind in _SUFFIXES:
        return f"give its name the suffix {_SUFFIXES[kind]}, or save its text as .txt or Markdown first"
    if kind.endswith("archive"):
        return "unpack it and give the files in it"
    if kind.endswith("image"):
        return "give the article as text"
    return "save its text as .txt or Markdown first"
