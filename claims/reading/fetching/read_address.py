"""An address, a feed, a sitemap or a list of addresses -> the articles there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BufferedReader, RawIOBase
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

from claims.errors import NotFetched, NotText, ReadingError
from claims.reading.content import Content
from claims.reading.fetching.fetch import Fetched, Fetcher
from claims.reading.fetching.find_feed_links import find_feed_links
from claims.reading.fetching.find_response_kind import FEED, SITEMAP, find_response_kind
from claims.reading.fetching.find_sitemap_links import find_sitemap_links
from claims.reading.fetching.links import Link
from claims.reading.fetching.read_url_list import read_url_list
from claims.reading.find_address import Address, AddressKind
from claims.reading.find_kind import Kind
from claims.reading.open_input import explain
from claims.reading.read_content import read_content
from claims.reading.reading_settings import ReadingSettings
from claims.reading.unpack_gzip import unpack_gzip
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure

Items = Iterator[Article | ReadFailure]


@dataclass(slots=True)
class AddressReader:
    """Reads addresses for one run; each is fetched once."""

    fetcher: Fetcher
    settings: ReadingSettings
    seen: set[str] = field(default_factory=set)

    def read(self, address: Address) -> Items:
        """The articles there, each fetched when it is asked for; what cannot be had is a ReadFailure."""
        name = well_formed(address.target)
        try:
            match address.kind:
                case AddressKind.LIST:
                    yield from self._links(map(_listed, read_url_list(Path(address.target))), None)
                case AddressKind.FEED:
                    yield from self._feed(self._bytes(address.target))
                case AddressKind.SITEMAP:
                    yield from self._sitemap(self._bytes(address.target), {address.target})
                case AddressKind.PAGE:
                    yield from self._page(Link(address.target), None)
        except (ReadingError, OSError) as error:
            yield _failure(name, error)

    def _page(self, link: Link, stated_in: str | None) -> Items:
        """What is at an address; ``stated_in`` is what named it, which may not name feeds in turn."""
        name = well_formed(link.url)
        if link.url in self.seen:
            return
        self.seen.add(link.url)
        try:
            page = self.fetcher.fetch(link.url)
            with page.body:
                yield from self._sent(page, link, stated_in)
        except (ReadingError, OSError) as error:
            yield _failure(name, error)

    def _sent(self, page: Fetched, link: Link, stated_in: str | None) -> Items:
        kind, packed = find_response_kind(page.media_type, page.url, page.body)
        if kind not in (FEED, SITEMAP) or stated_in is not None:
            return self._content(page, kind, packed, link, stated_in)
        fetched = self._whole(page, packed)
        return self._feed(fetched) if kind == FEED else self._sitemap(fetched, {page.url})

    def _content(
        self, page: Fetched, kind: Kind | str | None, packed: bool, link: Link, stated_in: str | None
    ) -> Items:
        if not isinstance(kind, Kind):
            what = kind or page.media_type.partition(";")[0] or "unknown"
            raise NotText(f"What is there is of the kind {what[:80]!r}, which is not read here; give a page")
        charset, stream = _charset(page.media_type), self._unpacked(page.body, packed)
        name = well_formed(link.url)
        content = Content(stream, name, kind, page.url, charset, link.published, stated_in)
        return read_content(content, self.settings)

    def _unpacked(self, body: BinaryIO, packed: bool) -> "BufferedReader[Any]":
        stream = BufferedReader(cast(RawIOBase, body))
        return unpack_gzip(stream, self.settings.max_unpack_ratio) if packed else stream

    def _bytes(self, address: str) -> tuple[bytes, str]:
        """The body of a feed or sitemap, and where it came from at last."""
        page = self.fetcher.fetch(address)
        with page.body:
            _, packed = find_response_kind(page.media_type, page.url, page.body)
            return self._whole(page, packed)

    def _whole(self, page: Fetched, packed: bool) -> tuple[bytes, str]:
        """The body, unpacked and no larger than a response may be, and its address."""
        limit = self.settings.max_response_bytes
        body = self._unpacked(page.body, packed).read(limit + 1)
        if len(body) > limit:
            raise NotFetched(
                f"It unpacks to more than {limit:,} bytes; raise max_response_bytes if it is meant"
            )
        return body, page.url

    def _feed(self, fetched: tuple[bytes, str]) -> Items:
        return self._links(find_feed_links(*fetched), FEED)

    def _sitemap(self, fetched: tuple[bytes, str], above: set[str]) -> Items:
        return self._links(self._sitemap_links(fetched, above, 0), SITEMAP)

    def _sitemap_links(
        self, fetched: tuple[bytes, str], above: set[str], depth: int
    ) -> Iterator[Link | ReadFailure]:
        pages, sitemaps = find_sitemap_links(*fetched)
        yield from pages
        for place in sitemaps:
            name = well_formed(place)
            if place in above:
                continue
            above.add(place)
            try:
                if depth >= self.settings.max_sitemap_depth:
                    raise NotFetched(
                        f"The sitemap lies {depth + 1} deep; raise max_sitemap_depth if it is meant"
                    )
                yield from self._sitemap_links(self._bytes(place), above, depth + 1)
            except ReadingError as error:
                yield ReadFailure(name, name, str(error))

    def _links(self, links: Iterable[Link | ReadFailure], stated_in: str | None) -> Items:
        found = iter(links)
        for link in islice(found, self.settings.max_links):
            yield from [link] if isinstance(link, ReadFailure) else self._page(link, stated_in or "list")
        if next(found, None) is not None:
            raise NotFetched(
                f"More than {self.settings.max_links:,} addresses are named; the rest was not read: raise max_links"
            )


def _failure(name: str, error: ReadingError | OSError) -> ReadFailure:
    return ReadFailure(name, name, str(explain(error) if isinstance(error, OSError) else error))


def _listed(entry: tuple[str, str]) -> Link:
    return Link(entry[0])


def _charset(media_type: str) -> str | None:
    _, _, after = media_type.lower().partition("charset=")
    return after.split(";")[0].strip(" \"'") or None
