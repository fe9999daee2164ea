"""Bytes of a file or of standard input -> text."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

from claims.errors import NotText
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.refuse_binary import refuse_binary

# A codec per byte order mark; without a mark it is UTF-8. Nothing is guessed beyond that: a wrong
# guess would garble names without anybody noticing.
_MARKS = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))


def decode_text(data: bytes, what: str = "The file") -> str:
    """The text as written, without a byte order mark; line ends stay as they are.

    Reads UTF-8, and UTF-16 with a byte order mark. Raises NotText where the bytes are empty, too many,
    binary or in another encoding; the error names the first byte that does not fit, and calls them ``what``.
    """
    if not data:
        raise NotText(f"{what} is empty; give one that holds an article")
    if len(data) >= MAX_ARTICLE_BYTES:
        raise NotText(f"The text is {TOO_LARGE}")
    refuse_binary(data)
    mark, codec = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    text = decode_strictly(data[len(mark) :], codec, before=len(mark))
    if "\0" in text:
        raise NotText("The file is binary (NUL characters); give text, Markdown or JSON Lines in UTF-8")
    if not text.strip():
        raise NotText(f"{what} holds only white space; give one that holds an article")
    return text


def decode_strictly(data: bytes, codec: str = "utf-8", before: int = 0) -> str:
    """The bytes as text. Raises NotText with the offset, ``before`` added, of the first that does not fit."""
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        byte, offset = data[error.start], error.start + before
        raise NotText(
            f"Not valid {codec.upper()}: byte 0x{byte:02x} at offset {offset}; if it was written on an older"
            " Windows system, convert it with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW"
        ) from error
