"""Where articles come from: one name for all of the same site, file or folder."""

import re
from urllib.parse import urlsplit

_ENTRY = re.compile(r"(?:[:#!]\d+)+$")
"""Which line, row or record of a file an article was: ``wire.jsonl:12``."""


def source_name(source: str, url: str | None) -> str:
    """The host of the article's address; else the file of many that it stood in, else its folder; else the source itself."""
    host = _host(url) or _host(source)
    if host:
        return host.removeprefix("www.")
    whole = _ENTRY.sub("", source)
    if whole != source:
        return whole
    folder, between, _name = source.replace("\\", "/").rpartition("/")
    return folder if between and folder else source


def _host(address: str | None) -> str:
    try:
        parts = urlsplit(address or "")
        return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
