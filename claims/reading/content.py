"""What a reader is given: a stream, what it is called, and what is known of it from elsewhere."""

from dataclasses import dataclass
from datetime import date
from io import BufferedReader
from typing import Any

from claims.reading.find_kind import Kind


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes to read articles from."""

    stream: "BufferedReader[Any]"
    name: str
    """What its articles are said to come from: a path, an archive's path with the member's, or an address."""

    kind: Kind
    url: str | None = None
    """Where a page was fetched from, after redirects."""

    charset: str | None = None
    """The encoding that the server or the archive states."""

    published: date | None = None
    """The day that a feed or sitemap states, for a page that states none itself."""

    published_from: str | None = None
    """``feed`` or ``sitemap``."""

    depth: int = 0
    """How many archives it lies in."""
