"""Text that every later stage can write out again."""

import re

_SURROGATE = re.compile("[\ud800-\udfff]")


def well_formed(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD.

    JSON may hold a lone ``\\ud800`` and a file name bytes that are no UTF-8; neither can be encoded.
    One character stands for one, so offsets stay true.
    """
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)
