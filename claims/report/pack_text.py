"""Text -> letters and digits that a page may hold a lot of, and that its script unpacks."""

from base64 import b64encode
from zlib import compress

LEVEL = 9


def pack_text(text: str) -> str:
    """The text as UTF-8, deflated (zlib), in base64; a fifth as long for prose, and the same for the same text."""
    return b64encode(compress(text.encode("utf-8"), LEVEL)).decode("ascii")
