"""Lines that a page's width broke -> paragraphs."""

import re

_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")
_SOFT = re.compile("\u00ad(?=\n)")
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_BREAK = re.compile(r"[ \t]*\n[ \t]*")
_SHORT = 0.6
"""Share of the longest line under which a line that ends a sentence ends its paragraph, too."""


def unwrap_lines(page: str) -> str:
    """The text with the lines of a paragraph joined by blanks, and words put together that a hyphen parted.

    A paragraph ends at an empty line, and at a line that is short and ends as a sentence does.
    """
    return "\n\n".join(filter(None, (_unwrapped(part) for part in _PARAGRAPH.split(page.strip()))))


def _unwrapped(block: str) -> str:
    lines = block.split("\n")
    longest = max(map(len, lines))
    marked = [
        line + "\n"
        if line.rstrip().endswith((".", "!", "?", "”", '"')) and len(line) < _SHORT * longest
        else line
        for line in lines
    ]
    parts = "\n".join(marked).split("\n\n")
    return "\n".join(_BREAK.sub(" ", _HYPHEN.sub("", _SOFT.sub("-", part))).strip() for part in parts)
