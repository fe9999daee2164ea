"""Hostile text -> text that a terminal or a browser can show without being steered by it."""

import re

REPLACEMENT = "�"

# Control characters start terminal escapes and end C strings, a bidi override or isolate reorders what
# stands around it, and a lone surrogate cannot be encoded. Tab, newline and the plain direction marks stay.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def printable(text: str) -> str:
    """The text with every character that could steer the display shown as a replacement character."""
    return _UNSAFE.sub(REPLACEMENT, _BREAK.sub("\n", text))
