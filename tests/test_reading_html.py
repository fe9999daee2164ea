import socket
from datetime import date

import pytest

from claims.reading.decode_page import decode_page
from claims.reading.read import read_articles
from claims.records import Article, ReadFailure
from page import TEXT, page

DAY = date(2022, 12, 30)


def read_page(tmp_path, html, name="page.html"):
    path = tmp_path / name
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    (item,) = read_articles([path])
    return item


def meta(name, value, key="property"):
    return f'<meta {key}="{name}" content="{value}">'


def json_ld(kind, stated, rest=""):
    return f'<script type="application/ld+json">{{"@type": "{kind}", "datePublished": "{stated}"{rest}}}</script>'


@pytest.mark.parametrize("name", ["page.html", "page.HTM", "page.xhtml"])
def test_a_page_is_its_article(tmp_path, name):
    head = (
        meta("article:published_time", "2022-12-30T23:30:00-05:00")
        + meta("author", "Harbour Desk", "name")
        + '<link rel="canonical" href="https://news.example/quay">'
    )
    article = read_page(tmp_path, page(head, "en-GB"), name)
    assert isinstance(article, Article), article
    assert TEXT in article.text
    assert "Imprint" not in article.text
    assert "Home" not in article.text
    assert (article.title, article.author, article.language) == (
        "Quay to be widened",
        "Harbour Desk",
        "en-GB",
    )
    assert (article.url, article.id) == ("https://news.example/quay", article.source)
    assert (article.published, article.published_from) == (DAY, "page")


@pytest.mark.parametrize(
    ("head", "extra", "expected"),
    [
        (meta("article:published_time", "2022-12-30T23:30:00-05:00"), "", DAY),
        (meta("DC.date.issued", "2022-12-30", "name"), "", DAY),
        (meta("citation_publication_date", "2022/12/30", "name"), "", DAY),
        (meta("pubdate", "20221230", "name"), "", DAY),
        (meta("pubdate", "December 30, 2022", "name"), "", DAY),
        (meta("datePublished", "2022-12-30", "itemprop"), "", DAY),
        (json_ld("NewsArticle", "2022-12-30T08:00:00Z"), "", DAY),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": ["Article"], "datePublished": "2022-12-30"}]}</script>',
            "",
            DAY,
        ),
        ("", '<time itemprop="datePublished" datetime="2022-12-30T08:00">30 Dec</time>', DAY),
        ("", '<time class="entry-date published" datetime="2022-12-30">30 Dec</time>', DAY),
        ("", '<span itemprop="datePublished">30 December 2022</span>', DAY),
        # the day the story was published goes before that of its parts
        (meta("article:published_time", "2022-12-30") + json_ld("NewsArticle", "2021-01-01"), "", DAY),
        # what is not the publication of the article
        (meta("article:modified_time", "2022-12-30"), "", None),
        (meta("og:updated_time", "2022-12-30"), "", None),
        (json_ld("VideoObject", "2022-12-30"), "", None),
        (json_ld("NewsArticle", "1970-01-01T00:00:00Z"), "", None),
        (json_ld("NewsArticle", "0001-01-01"), "", None),
        (json_ld("NewsArticle", "2022-02-30"), "", None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", </script>', "", None),
        ('<script type="application/ld+json">' + "[" * 5000 + "</script>", "", None),
        ("", "<p>In the summer of 2019, on July 4, the town had a feast on the old quay.</p>", None),
        ("", "<p>Copyright 2020 The Harbour Gazette. All rights are reserved by it.</p>", None),
        ("", '<time datetime="2022-12-30">a comment</time>', None),
        ('<link rel="canonical" href="https://news.example/2022/12/30/quay">', "", DAY),
        ('<link rel="canonical" href="https://news.example/2022/13/30/quay">', "", None),
    ],
)
def test_the_day_is_the_one_that_markup_states(tmp_path, head, extra, expected):
    article = read_page(tmp_path, page(head, extra=extra))
    assert isinstance(article, Article), article
    assert (article.published, article.published_from) == (expected, "page" if expected else None)


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("https://news.example/quay", "https://news.example/quay"),
        ("javascript:alert(1)", None),
        ("file:///etc/hosts", None),
        ("/quay", None),  # relative to an address that is not known
        ("", None),
    ],
)
def test_a_canonical_address_is_one_of_the_web(tmp_path, href, expected):
    assert read_page(tmp_path, page(f'<link rel="canonical" href="{href}">')).url == expected


CAFE = page(extra="<p>The Café Zoë on the quay will stay open, the council said of it.</p>")


@pytest.mark.parametrize(
    ("data", "stated"),
    [
        (CAFE.encode(), None),
        (CAFE.encode(), "iso-8859-1"),  # a server's default; the bytes are UTF-8
        (CAFE.encode("utf-8-sig"), "windows-1252"),
        (CAFE.encode("utf-16"), None),
        (CAFE.encode("utf-16-le"), "utf-16le"),
        (CAFE.encode("latin-1"), "ISO-8859-1"),
        (CAFE.replace("<head>", '<head><meta charset="windows-1252">').encode("cp1252"), None),
        (CAFE.replace("<head>", '<head><meta charset="iso-8859-15">').encode("iso-8859-15"), "utf-8"),
    ],
)
def test_a_page_is_decoded_by_what_fits(data, stated):
    assert "Café Zoë" in decode_page(data, stated)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (CAFE.encode("latin-1"), "does not say in which encoding it is, and byte 0xe9 at offset"),
        (
            CAFE.replace("<head>", '<head><meta charset="utf-8">').encode("latin-1"),
            'says it is in "utf-8", and byte 0xe9',
        ),
        (CAFE.replace("<head>", '<head><meta charset="unicode_escape">').encode("latin-1"), "unicode_escape"),
        (b"", "empty"),
        (b"<html><body></body></html>", "No article was found"),
        (b"Just a line of text.", "no HTML"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "No article was found"),
    ],
)
def test_a_page_without_an_article(tmp_path, data, says):
    failure = read_page(tmp_path, data)
    assert isinstance(failure, ReadFailure), failure
    assert says in failure.error


def test_a_page_in_another_language_is_set_aside(tmp_path):
    failure = read_page(tmp_path, page(lang="de"))
    assert isinstance(failure, ReadFailure)
    assert failure.foreign


def test_a_page_of_too_many_elements_is_refused_at_once(tmp_path):
    failure = read_page(tmp_path, page(extra="<table>" + "<tr><td>a</td></tr>" * 50_000))
    assert "more than 20,000 elements; raise max_page_elements" in failure.error
    scripts = page(extra="<script>x</script>" * 25_000)
    assert isinstance(read_page(tmp_path, scripts), Article)


@pytest.mark.parametrize(
    "html",
    [
        page(extra="<div>" * 20_000 + "x" + "</div>" * 20_000),
        page(extra="<b>" * 5_000),
        page()
        .replace("<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>')
        .replace("quay", "&x;"),
        page().replace("widen", "wi\0den\x01"),
        page().replace("<p>", "<p><!--" + "-" * 100_000 + "-->"),
        '<?xml version="1.0" encoding="utf-8"?>' + page(),
    ],
)
def test_a_hostile_page_neither_raises_nor_leads_elsewhere(tmp_path, html, monkeypatch):
    def refuse(*_):
        raise AssertionError("a page was to be fetched")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    item = read_page(tmp_path, html)
    assert isinstance(item, Article | ReadFailure)
    assert "localhost" not in getattr(item, "text", "")
