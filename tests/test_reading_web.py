import gzip
import json
from datetime import UTC, date, datetime

import pytest

from claims.errors import NotFetched, SettingsError
from claims.reading.fetching.check_address import check_address
from claims.reading.fetching.wait_asked_for import wait_asked_for
from claims.reading.parse_settings import parse_settings
from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure
from page import TEXT, page
from web_server import story, web_server

SETTINGS = ReadingSettings(allow_private=True, host_delay_s=0, attempts=1, obey_robots=False, max_links=20)
DAY = date(2022, 12, 30)


def rss(*entries, more=""):
    items = "".join(
        f"<item><title>Quay</title><link>{link}</link><pubDate>{stated}</pubDate></item>"
        for link, stated in entries
    )
    return (
        f'<?xml version="1.0"?>{more}<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'
    )


def atom(*entries):
    items = "".join(
        f'<entry><title>Quay</title><link href="{link}"/><published>{stated}</published></entry>'
        for link, stated in entries
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{items}</feed>'


def sitemap(*places, kind="urlset", rest=""):
    inner = "sitemap" if kind == "sitemapindex" else "url"
    named = "".join(f"<{inner}><loc> {place} </loc>{rest}</{inner}>" for place in places)
    return (
        f'<{kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        f' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{named}</{kind}>'
    )


NEWS = "<news:news><news:publication_date>2022-12-30T08:00:00Z</news:publication_date></news:news>"
LASTMOD = "<lastmod>2022-12-30</lastmod>"


def serve(server, path, body, media="text/xml", **headers):
    server.answers[path] = lambda exchange: exchange.send(body, Content_Type=media, **headers)


@pytest.fixture
def server():
    with web_server() as running:
        running.answers |= {f"/{number}": story for number in range(5)}
        yield running


def read(server, given, settings=SETTINGS):
    return list(read_articles([given], settings=settings))


def shown(items, server):
    return [
        (item.source.removeprefix(server.url("")), str(item.published), item.published_from)
        if isinstance(item, Article)
        else f"! {item.error}"
        for item in items
    ]


@pytest.mark.parametrize("prefix", ["feed:", ""])
@pytest.mark.parametrize(
    "media", ["application/rss+xml", "text/xml; charset=utf-8", "application/xml", "text/plain"]
)
def test_a_feed_names_its_articles(server, prefix, media):
    entries = (("/1", "Fri, 30 Dec 2022 23:30:00 -0500"), ("/2", ""), ("/1", ""), ("/none", ""))
    serve(server, "/feed", rss(*entries), media)
    items = read(server, prefix + server.url("/feed"))
    assert shown(items, server)[:2] == [("/1", "2022-12-30", "feed"), ("/2", "None", None)]
    assert [type(item) for item in items] == [Article, Article, ReadFailure]
    assert TEXT in items[0].text
    assert items[0].url == server.url("/1")


def test_an_atom_feed_names_its_articles_and_a_page_knows_its_day_best(server):
    dated = page('<meta property="article:published_time" content="2021-05-06">')
    serve(server, "/own", dated, "text/html")
    serve(
        server,
        "/feed",
        atom(("/1", "2022-12-30T23:30:00-05:00"), ("/own", "2022-12-30T00:00:00Z")),
        "application/atom+xml",
    )
    items = read(server, server.url("/feed"))
    assert shown(items, server) == [("/1", "2022-12-30", "feed"), ("/own", "2021-05-06", "page")]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("not a feed", "This is no feed"),
        (rss(), "This is no feed, or none of its entries has a link"),
        (rss(("/1", ""), more='<!DOCTYPE x [<!ENTITY a "b">]>'), "The feed declares entities"),
        (b"\0\1\2", "This is no feed"),
    ],
)
def test_what_is_no_feed(server, body, says):
    serve(server, "/feed", body)
    (failure,) = read(server, "feed:" + server.url("/feed"))
    assert says in failure.error


def test_a_feed_in_a_feed_is_not_followed(server):
    serve(server, "/inner", rss(("/1", "")))
    serve(server, "/feed", rss(("/inner", ""), ("/2", "")))
    first, second = shown(read(server, server.url("/feed")), server)
    assert "of the kind 'feed', which is not read here" in first
    assert second == ("/2", "None", None)


@pytest.mark.parametrize("prefix", ["sitemap:", ""])
def test_a_sitemap_names_pages_and_sitemaps(server, prefix):
    serve(server, "/news.xml", sitemap("/1", rest=NEWS))
    serve(
        server,
        "/old.xml.gz",
        gzip.compress(sitemap("/2", "/1", rest=LASTMOD).encode(), mtime=0),
        "application/gzip",
    )
    serve(
        server, "/map.xml", sitemap("/news.xml", "/gone.xml", "/old.xml.gz", "/map.xml", kind="sitemapindex")
    )
    items = shown(read(server, prefix + server.url("/map.xml")), server)
    assert items == [
        ("/1", "2022-12-30", "sitemap"),
        "! The server answers 404: there is no such page; check the address",
        ("/2", "None", None),
    ]


def test_a_packed_sitemap_and_a_list_of_lines_are_sitemaps(server):
    serve(server, "/a.xml.gz", gzip.compress(sitemap("/1").encode(), mtime=0), "application/x-gzip")
    serve(server, "/b.txt", f"{server.url('/2')}\n{server.url('/3')}\n", "text/plain")
    assert len(read(server, server.url("/a.xml.gz"))) == 1
    assert len(read(server, "sitemap:" + server.url("/b.txt"))) == 2


def test_sitemaps_are_followed_so_deep_and_no_further(server):
    for number in range(6):
        serve(server, f"/map{number}", sitemap(f"/map{number + 1}", kind="sitemapindex"))
    (failure,) = read(server, "sitemap:" + server.url("/map0"))
    assert "raise max_sitemap_depth" in failure.error
    assert server.asked["/map3"] == 1
    assert server.asked["/map4"] == 0


@pytest.mark.parametrize("body", ["not a sitemap", "<html><p>no</p></html>", "<urlset", rss(("/1", ""))])
def test_what_is_no_sitemap(server, body):
    serve(server, "/map", body)
    items = read(server, "sitemap:" + server.url("/map"))
    assert [item for item in items if isinstance(item, Article)] == []
    assert body == "<urlset" or "This is no sitemap" in items[0].error


def test_entities_of_a_sitemap_lead_nowhere(server):
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "/1">]>'
    serve(server, "/map", doctype + sitemap("/x&a;", "/2"))
    items = read(server, "sitemap:" + server.url("/map"))
    assert [item.source.removeprefix(server.url("")) for item in items] == ["/x", "/2"]


def test_no_more_links_than_the_settings_allow(server):
    serve(server, "/feed", rss(*((f"/{number}", "") for number in range(4))))
    items = read(
        server,
        server.url("/feed"),
        ReadingSettings(allow_private=True, host_delay_s=0, obey_robots=False, max_links=2),
    )
    assert [type(item) for item in items] == [Article, Article, ReadFailure]
    assert "More than 2 addresses are named; the rest was not read: raise max_links" in items[2].error


def test_a_list_of_addresses(server, tmp_path):
    path = tmp_path / "urls.txt"
    path.write_text(
        f"# our pages\n\n{server.url('/1')}\nfile:///etc/hostname\nnot an address\n{server.url('/2')}#part\n"
    )
    items = read(server, f"urls:{path}")
    assert [type(item) for item in items] == [Article, ReadFailure, ReadFailure, Article]
    assert "begins with file:" in items[1].error
    assert read(server, f"urls:{tmp_path / 'none'}")[0].error.startswith("No such file")
    path.write_text("# nothing\n")
    assert "holds no address" in read(server, f"urls:{path}")[0].error


def test_an_address_is_fetched_once(server):
    serve(server, "/feed", rss(("/1", "")))
    items = list(read_articles([server.url("/1"), server.url("/feed"), server.url("/1")], settings=SETTINGS))
    assert len(items) == 1
    assert server.asked["/1"] == 1


@pytest.mark.parametrize(
    ("path", "body", "media", "sources"),
    [
        ("/a.jsonl", json.dumps({"text": "The quay."}) + "\n", "application/octet-stream", ["/a.jsonl:1"]),
        (
            "/a.jsonl.gz",
            gzip.compress(json.dumps({"text": "The quay."}).encode(), mtime=0),
            "application/gzip",
            ["/a.jsonl.gz:1"],
        ),
        ("/a", "text\nThe quay.\nThe ferry.\n", "text/csv", ["/a:2", "/a:3"]),
        ("/a", "The quay is open.", "text/plain; charset=utf-8", ["/a"]),
        ("/a.md", "---\nid: n\n---\nThe quay.", "text/plain", ["/a.md"]),
        ("/a", page(), "", ["/a"]),
        ("/a", page(), "text/plain", ["/a"]),
    ],
)
def test_an_address_is_read_by_what_its_server_sends(server, path, body, media, sources):
    serve(server, path, body, media)
    items = read(server, server.url(path))
    assert [item.source.removeprefix(server.url("")) for item in items] == sources
    assert all(isinstance(item, Article) for item in items), items


@pytest.mark.parametrize(
    ("address", "public", "ever"),
    [
        ("93.184.215.14", True, True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True, True),
        ("127.0.0.1", False, True),
        ("10.0.0.1", False, True),
        ("172.16.0.1", False, True),
        ("192.168.1.1", False, True),
        ("100.64.0.1", False, True),
        ("::1", False, True),
        ("fd00::1", False, True),
        ("::ffff:10.0.0.1", False, True),
        ("64:ff9b::7f00:1", False, True),
        ("2002:7f00:1::", False, True),
        ("169.254.169.254", False, False),
        ("fe80::1%eth0", False, False),
        ("::ffff:169.254.169.254", False, False),
        ("224.0.0.1", False, False),
        ("0.0.0.0", False, False),
        ("::", False, False),
        ("localhost", False, False),
    ],
)
def test_which_addresses_are_connected_to(address, public, ever):
    for allow_private, passes in ((False, public), (True, ever)):
        if passes:
            check_address(address, allow_private)
        else:
            with pytest.raises(NotFetched):
                check_address(address, allow_private)


NOW = datetime(2022, 12, 30, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9" * 400, 999_999_999.0),
        ("Fri, 30 Dec 2022 08:01:00 GMT", 60.0),
        ("Fri, 30 Dec 2022 07:00:00 GMT", 0.0),
        ("soon", None),
        ("-5", None),
    ],
)
def test_retry_after(header, seconds):
    assert wait_asked_for(header, NOW) == seconds


def test_settings_are_read_as_given():
    pairs = [
        "allow_private=true",
        "max_links=1000",
        "host_delay_s=0.5",
        "min_confidence=0.9",
        "user_agent=harbour/1",
    ]
    settings, others = parse_settings(pairs)
    assert others == ["min_confidence=0.9"]
    assert (settings.allow_private, settings.max_links, settings.host_delay_s) == (True, 1000, 0.5)
    assert settings.user_agent == "harbour/1"


@pytest.mark.parametrize(
    ("pair", "says"),
    [
        ("max_links=many", "must be a number"),
        ("max_links=1.5", "must be a number"),
        ("max_links=0", "must lie between 1 and"),
        ("host_delay_s=nan", "must lie between"),
        ("allow_private=perhaps", "must be true or false"),
        ("user_agent=a\nb", "one line of ASCII"),
    ],
)
def test_settings_that_are_none(pair, says):
    with pytest.raises(SettingsError, match=says):
        parse_settings([pair])
