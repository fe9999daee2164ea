"""A feed (RSS, Atom) -> the addresses of its articles."""

import time
from datetime import date
from email.utils import parsedate_to_datetime
from io import BytesIO
from urllib.parse import urljoin

from claims.errors import NotText
from claims.reading.fetching.links import Link
from claims.reading.guard_parser import guard_parser
from claims.reading.read_iso_day import read_iso_day


def find_feed_links(feed: bytes, url: str) -> list[Link]:
    """The link of each entry in order, each once, with the day its entry states, as it is written.

    Raises NotText where there is no feed, or no entry with a link.
    """
    import feedparser  # noqa: PLC0415 - a quarter of a second that few runs need

    if b"<!ENTITY" in feed:
        raise NotText("The feed declares entities, which no feed needs and which may unpack without end")
    links: dict[str, Link] = {}
    with guard_parser("The feed", "feedparser"):
        # A stream and never a string: feedparser would open a string that looks like an address or a path.
        parsed = feedparser.parse(BytesIO(feed), sanitize_html=False, resolve_relative_uris=False)
        for entry in parsed.entries:
            if entry.get("link"):
                address = urljoin(url, entry.link)
                day = _day(entry.get("published"), entry.get("published_parsed"))
                links.setdefault(address, Link(address, day))
    if not links:
        raise NotText("This is no feed, or none of its entries has a link; check the address")
    return list(links.values())


def _day(written: str | None, parsed: time.struct_time | None) -> date | None:
    try:
        day = read_iso_day(written or "") or parsedate_to_datetime(written or "").date()
    except ValueError:
        # feedparser knows more ways to write a date, and gives them in Greenwich's time.
        return date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday) if parsed else None
    return day
