"""A sitemap -> the addresses it names, and the sitemaps it names."""

from datetime import date
from urllib.parse import urljoin

from lxml import etree

from claims.errors import NotText
from claims.reading.fetching.links import Link
from claims.reading.guard_parser import guard_parser
from claims.reading.read_iso_day import read_iso_day


def find_sitemap_links(sitemap: bytes, url: str) -> tuple[list[Link], list[str]]:
    """The pages of a sitemap in order, and the sitemaps of an index (sitemaps.org, 0.9); each once.

    A news sitemap states the day of publication; ``lastmod`` is another day and is not taken. A plain list of
    addresses, a line each, is a sitemap, too. Raises NotText where it is none.
    """
    if not sitemap.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _plain(sitemap, url), []
    with guard_parser("The sitemap"):
        # Entities are left alone and nothing is fetched: a sitemap comes from strangers.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        root = etree.fromstring(sitemap, parser)
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        raise NotText("This is no sitemap; check the address")
    named = [(node, _text(node, "loc")) for node in root if isinstance(node.tag, str)]
    found = [(node, urljoin(url, place)) for node, place in named if place]
    if etree.QName(root).localname == "sitemapindex":
        return [], list(dict.fromkeys(place for _, place in found))
    return list({place: Link(place, _published(node)) for node, place in reversed(found)}.values())[::-1], []


def _plain(sitemap: bytes, url: str) -> list[Link]:
    lines = sitemap.decode("utf-8-sig", "replace").split()
    if not all(line.startswith(("http://", "https://")) for line in lines):
        raise NotText("This is no sitemap; check the address")
    return [Link(urljoin(url, line)) for line in dict.fromkeys(lines)]


def _text(node: etree._Element, name: str) -> str | None:
    found = node.find(f".//{{*}}{name}")
    return found.text.strip() if found is not None and found.text else None


def _published(node: etree._Element) -> date | None:
    try:
        return read_iso_day(_text(node, "publication_date") or "")
    except ValueError:
        return None
