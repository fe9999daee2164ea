"""A parsed HTML page -> what it states of itself."""

from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement
from trafilatura.metadata import extract_metadata

from claims.reading.find_page_day import find_page_day

_LANGUAGE = (
    "/html/@lang",
    "/html/@xml:lang",
    "//meta[translate(@http-equiv, 'CLANGUE', 'clangue')='content-language']/@content",
    "//meta[@property='og:locale']/@content",
)
_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}
_CANONICAL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


def find_page_fields(page: HtmlElement, url: str | None) -> dict[str, object]:
    """Its ``title``, ``author``, ``language``, ``url`` (the canonical one, else ``url``) and ``date`` (a day).

    What is not stated is missing.
    """
    address = _canonical(page, url) or url
    # Dates come from our own rules: trafilatura's guess from words of the page.
    stated = extract_metadata(page, default_url=address, extensive=False)
    found = {
        "title": stated.title,
        "author": _without_strays(stated.author),
        "language": _first(page, _LANGUAGE),
        "url": address,
        "date": find_page_day(page, url or address),
    }
    return {name: value for name, value in found.items() if value}


def _canonical(page: HtmlElement, url: str | None) -> str | None:
    """The canonical address; none that leads elsewhere than http, or to a site's front page from a story."""
    stated = _first(page, _CANONICAL)
    if stated is None:
        return None
    address = urljoin(url or "", stated)
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return None
    return None if url and parts.path in ("", "/") and urlsplit(url).path not in ("", "/") else address


def _first(page: HtmlElement, paths: tuple[str, ...]) -> str | None:
    found = (value.strip() for path in paths for value in page.xpath(path, namespaces=_XML))
    return next((value for value in found if value), None)


def _without_strays(author: str | None) -> str | None:
    return ", ".join(part.strip() for part in author.split(";")) if author else None
