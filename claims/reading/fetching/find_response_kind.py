"""What a server sent -> how it is read."""

from typing import BinaryIO
from urllib.parse import urlsplit

from claims.reading.find_kind import Kind, find_kind, find_media_kind

FEED, SITEMAP = "feed", "sitemap"

_GZIP = b"\x1f\x8b"
_LOOKED_AT = 2_048
_VAGUE = frozenset(
    (
        "",
        "application/octet-stream",
        "binary/octet-stream",
        "text/plain",
        "application/gzip",
        "application/x-gzip",
    )
)
_FEEDS = frozenset(("application/rss+xml", "application/atom+xml", "application/rdf+xml"))
_ROOTS = (
    (b"<rss", FEED),
    (b"<feed", FEED),
    (b"<rdf:rdf", FEED),
    (b"<urlset", SITEMAP),
    (b"<sitemapindex", SITEMAP),
)


def find_response_kind(media_type: str, url: str, body: BinaryIO) -> tuple[Kind | str | None, bool]:
    """The kind, ``feed`` or ``sitemap``; None where it is nothing that is read; and whether it is packed with gzip.

    The media type decides where it says something; where it is vague the address's suffix and the first bytes do.
    """
    head = body.read(_LOOKED_AT)
    body.seek(0)
    packed = head.startswith(_GZIP)
    said = media_type.partition(";")[0].strip().lower()
    by_name, _ = find_kind(urlsplit(url).path)
    if said in _FEEDS:
        return FEED, packed
    xml = said in ("text/xml", "application/xml") or said in _VAGUE
    root = next((kind for mark, kind in _ROOTS if mark in head.lower()), None) if xml else None
    if root is not None:
        return root, packed
    if said in ("text/xml", "application/xml") or (packed and ".xml" in urlsplit(url).path.lower()):
        return (SITEMAP if packed else None), packed
    return (by_name or _sniffed(head)) if said in _VAGUE else find_media_kind(said), packed


def _sniffed(head: bytes) -> Kind:
    opening = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if opening.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        return Kind.HTML
    return Kind.PDF if head.startswith(b"%PDF-") else Kind.TEXT
