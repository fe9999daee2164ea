"""Hostile text -> Markdown that shows it as it is."""

import re

from claims.report.printable import printable

# Signs that may begin or end markup within a line, and what GitHub makes links of by itself.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$&@#]|:(?=//)|(?<=www)\.")
_SPACE = re.compile(r"\s+")


def escape_markdown(text: str) -> str:
    """The text on one line, with every sign of Markdown or HTML escaped; it stands after other words, not at a line's beginning."""
    line = _SPACE.sub(" ", printable(text))
    return _SPECIAL.sub(_escaped, line)


def link_markdown(text: str, address: str | None) -> str:
    """A link whose text is shown as it is; the text alone where there is no address."""
    shown = escape_markdown(text.strip())
    return f"[{shown}](<{_quoted(address)}>)" if address else shown


def _quoted(address: str) -> str:
    return re.sub(r"[\s<>\\]", lambda sign: f"%{ord(sign.group()):02X}", printable(address))


def _escaped(sign: re.Match[str]) -> str:
    # Some signs cannot be escaped everywhere; as an entity each is only a sign.
    found = sign.group()
    return f"\\{found}" if found in "\\`*_{}[]" else f"&#{ord(found)};"
