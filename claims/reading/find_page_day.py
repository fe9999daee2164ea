"""The day on which a page says, in its markup, that it was published."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml.html import HtmlElement

from claims.reading.read_date import read_date
from claims.reading.read_iso_day import read_iso_day

# Names of <meta>, the surest first: Open Graph, Dublin Core, and what publishing systems and indexers write.
_META = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "rnews:datepublished",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.published",
    "dcterms.date",
    "dc.date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "citation_publication_date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publication-date",
    "publish-date",
    "publishdate",
    "pubdate",
    "published_time",
)
# schema.org's kinds of article; a page may describe videos, the publisher and related stories beside it.
_ARTICLE = re.compile(r"(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review)")
_LD_CHARS = 1_000_000
_MARKED = (
    "//*[@itemprop='datePublished']",
    "//time[@pubdate]",
    "//time[contains(concat(' ', normalize-space(@class), ' '), ' dt-published ')]",
    "//time[contains(concat(' ', normalize-space(@class), ' '), ' published ')]",
    "//time[contains(concat(' ', normalize-space(@class), ' '), ' entry-date ')]",
)
_PATH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/_-]|$)")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?")
_STROKES = re.compile(r"((?:19|20)\d\d)/(\d\d?)/(\d\d?)(?: \d\d:\d\d(?::\d\d)?)?")


def find_page_day(page: HtmlElement, url: str | None) -> date | None:
    """The day, or None. Only what markup or the address states counts: nothing is guessed from the page's words.

    In this order: the fields for it in ``<meta>``, schema.org's datePublished of an article (JSON-LD, then in
    the text), ``<time>`` marked as the publication, year, month and day in the path of the address. The day counts as it
    is written, whatever the zone. A day that publishing systems write for "unknown" is none.
    """
    for written in _stated(page):
        day = _read(written)
        if day is not None:
            return day
    in_path = _PATH.search(url or "")
    return _day(*in_path.groups()) if in_path else None


def _stated(page: HtmlElement) -> Iterator[str]:
    yield from _meta(page)
    for script in page.xpath("//script[@type='application/ld+json']"):
        yield from _in_json(script.text or "")
    for path in _MARKED:
        for element in page.xpath(path):
            yield element.get("content") or element.get("datetime") or element.text_content()[:100]


def _meta(page: HtmlElement) -> Iterator[str]:
    values: dict[str, str] = {}
    for element in page.xpath("//meta[@content]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        values.setdefault(name.strip().lower(), element.get("content"))
    return (values[name] for name in _META if name in values)


def _in_json(script: str) -> Iterator[str]:
    if len(script) > _LD_CHARS:
        return
    try:
        document = json.loads(script)
    except (ValueError, RecursionError):
        return
    for thing in _things(document):
        kinds = thing.get("@type")
        named = kinds if isinstance(kinds, list) else [kinds]
        written = thing.get("datePublished")
        if isinstance(written, str) and any(isinstance(k, str) and _ARTICLE.fullmatch(k) for k in named):
            yield written


def _things(document: object) -> Iterator[dict[str, object]]:
    """The objects at the top of a JSON-LD document, and those of its graph."""
    listed: Iterable[object] = document if isinstance(document, list) else [document]
    for thing in listed:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (node for node in graph if isinstance(node, dict)) if isinstance(graph, list) else ()


def _read(written: str) -> date | None:
    text = written.strip()
    try:
        day = read_iso_day(text)
    except ValueError:
        return None
    if day is None:
        parts = _COMPACT.fullmatch(text) or _STROKES.fullmatch(text)
        day = _day(*parts.groups()) if parts else read_date(text)
    # Year 1, 1900-01-01 and 1970-01-01 are what an empty field looks like.
    return None if day is None or day.year < 1900 or day in (date(1900, 1, 1), date(1970, 1, 1)) else day


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
