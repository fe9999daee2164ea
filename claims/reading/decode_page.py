"""Bytes of an HTML page -> text, by the encoding it or its server states."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from claims.errors import NotText
from claims.reading.decode_text import decode_strictly

_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4_096
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))

# The encodings of the WHATWG standard (encoding.spec.whatwg.org, 4.2), by its own rule that pages which say
# Latin-1 or ASCII are read as Windows-1252. Anything else Python can decode is no encoding of pages.
_LATIN_LABELS = "iso-8859-1 iso8859-1 latin1 latin-1 l1 ascii us-ascii windows-1252 cp1252 x-cp1252"
_OTHER_LABELS = (
    "utf-8 utf8 utf-16 utf-16le utf-16be ibm866 macintosh koi8-r koi8-u gbk gb2312 gb18030 big5 euc-jp shift_jis"
    " iso-2022-jp euc-kr windows-874 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256"
    " windows-1257 windows-1258 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8"
    " iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16"
)
_LATIN, _OTHERS = frozenset(_LATIN_LABELS.split()), frozenset(_OTHER_LABELS.split())
_PYTHON = {"macintosh": "mac-roman", "windows-874": "cp874", "utf-16": "utf-16-le"}


def decode_page(data: bytes, stated: str | None = None) -> str:
    """The page as text. ``stated`` is the encoding that its server states.

    A byte order mark decides. Then bytes that are valid UTF-8 are UTF-8, whatever is stated: servers often state
    a default, and text in another encoding is hardly ever valid. Else what the server, then what the page
    states. Raises NotText where the bytes do not fit: a wrong guess would garble names without anybody noticing.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return decode_strictly(data[len(mark) :], codec, before=len(mark))
    labels = [label for label in (stated, _label(data)) if label]
    codecs = [codec for codec in map(_codec, labels) if codec]
    if not any(codec.startswith("utf-16") for codec in codecs[:1]):
        codecs.insert(0, "utf-8")
    for codec in codecs:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    raise _misfit(data, labels)


def _label(data: bytes) -> str | None:
    head = data[:_LOOKED_AT]
    found = _META.search(head) or _XML.search(head)
    return found[1].decode("ascii") if found else None


def _codec(label: str) -> str | None:
    name = label.strip().lower()
    if name in _LATIN:
        return "cp1252"
    return _PYTHON.get(name, name) if name in _OTHERS else None


def _misfit(data: bytes, labels: list[str]) -> NotText:
    said = f'says it is in "{labels[0]}"' if labels else "does not say in which encoding it is"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = f"byte 0x{data[error.start]:02x} at offset {error.start}"
    else:
        at = "its bytes"
    return NotText(
        f"The page {said}, and {at} does not fit; save it as UTF-8, or have its encoding corrected"
    )
