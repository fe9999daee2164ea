"""Addresses that a feed, a sitemap or a list names."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """An address, and the day on which what is there was published, where that is said."""

    url: str
    published: date | None = None
