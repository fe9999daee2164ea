"""What happens with a server's faults. The table is the one in docs/input.md, which a test compares with this one."""

import gzip
import re
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from claims.errors import NotFetched
from claims.reading.fetching import guarded_network
from claims.reading.fetching.check_address import check_address
from claims.reading.fetching.fetch import Fetcher
from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article
from page import TEXT, page
from web_server import Exchange, WebServer, bomb, dripping, packed, story, web_server

FAST = {
    "allow_private": True,
    "host_delay_s": 0.0,
    "backoff_s": 0.01,
    "max_wait_s": 5.0,
    "attempts": 3,
    "read_timeout_s": 0.4,
    "connect_timeout_s": 2.0,
    "total_timeout_s": 1.2,
    "max_response_bytes": 100_000,
    "max_redirects": 4,
    "obey_robots": False,
}
READ = "read"


@dataclass(frozen=True)
class Case:
    """A fault, what the documentation says of it, and what shows that it is so."""

    name: str
    outcome: str
    error: str
    """A part of the failure's text; ``read`` where the article is read all the same."""
    set_up: Callable[[WebServer], str]
    """Prepares the server; the address to ask for."""
    settings: dict[str, object] = field(default_factory=dict)
    asked: int | None = None
    """How often the page is asked for."""
    waits: tuple[float, ...] | None = None
    resolver: Callable[[str, int], tuple[str, ...]] | None = None


def at(answer: Callable[[Exchange], None], path: str = "/a") -> Callable[[WebServer], str]:
    def set_up(server: WebServer) -> str:
        server.answers[path] = answer
        return server.url(path)

    return set_up


def first(*answers: Callable[[Exchange], None]) -> Callable[[WebServer], str]:
    """One answer after another, the last one from then on."""

    def set_up(server: WebServer) -> str:
        def answer(exchange: Exchange) -> None:
            answers[min(server.asked["/a"], len(answers)) - 1](exchange)

        server.answers["/a"] = answer
        return server.url("/a")

    return set_up


def status(code: int, **headers: str) -> Callable[[Exchange], None]:
    return lambda exchange: exchange.send("x", code, **headers)


def redirect(place: str) -> Callable[[WebServer], str]:
    def set_up(server: WebServer) -> str:
        server.answers["/b"] = story
        server.answers["/a"] = lambda exchange: exchange.send(
            "", 302, Location=place.replace("PORT", str(server.port))
        )
        return server.url("/a")

    return set_up


def loop(server: WebServer) -> str:
    server.answers["/a"] = lambda exchange: exchange.send("", 301, Location="/b")
    server.answers["/b"] = lambda exchange: exchange.send("", 301, Location="/a")
    return server.url("/a")


def chain(server: WebServer) -> str:
    for number in range(9):
        server.answers[f"/{number}"] = lambda exchange, to=number + 1: exchange.send(
            "", 307, Location=f"/{to}"
        )
    return server.url("/0")


def robots(rules: str | int) -> Callable[[WebServer], str]:
    def set_up(server: WebServer) -> str:
        server.answers["/robots.txt"] = status(rules) if isinstance(rules, int) else lambda e: e.send(rules)
        server.answers["/a"] = story
        return server.url("/a")

    return set_up


def stall(server: WebServer) -> str:
    server.answers["/a"] = lambda exchange: server.stall(3)
    return server.url("/a")


def stall_in_body(server: WebServer) -> str:
    def answer(exchange: Exchange) -> None:
        exchange.send(page()[:200], Content_Length="5000")
        server.stall(3)

    server.answers["/a"] = answer
    return server.url("/a")


def cut_off(exchange: Exchange) -> None:
    exchange.send(page()[:300], Content_Length="5000", Connection="close")
    exchange.handler.close_connection = True


def endless(exchange: Exchange) -> None:
    exchange.send("", Content_Length="", Connection="close")
    for _ in range(200):
        exchange.write(b"x" * 10_000)
    exchange.handler.close_connection = True


def nobody(_server: WebServer) -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}/a"


def fixed(url: str) -> Callable[[WebServer], str]:
    return lambda server: url.replace("PORT", str(server.port))


ROBOTS: dict[str, object] = {"obey_robots": True}
PUBLIC: dict[str, object] = {"allow_private": False}
LATIN = page().replace("council", "Café council").encode("latin-1")

CASES = (
    Case("429 with Retry-After: 2", "waits as asked, then reads", READ, first(status(429, Retry_After="2"), story), asked=2, waits=(2.0,)),
    Case("429 with Retry-After: 3600", "not asked again: longer than max_wait_s", "asks to wait 3,600 s", at(status(429, Retry_After="3600")), asked=1, waits=()),
    Case("500, then the page", "asks again with growing waits, reads", READ, first(status(500), status(503), story), asked=3, waits=(0.01, 0.02)),
    Case("500 for ever", "given up after `attempts`", "answers 500; try again later (asked 3 times)", at(status(500)), asked=3),
    Case("403", "not asked again", "answers 403: it does not give this page", at(status(403)), asked=1),
    Case("404", "not asked again", "there is no such page", at(status(404)), asked=1),
    Case("no answer (stall before the first byte)", "given up after `attempts`", "does not answer in time", stall, asked=3),
    Case("stall in the middle of the page", "given up after `attempts`", "does not answer in time", stall_in_body, asked=3),
    Case("a byte now and then (slow drip)", "stopped at total_timeout_s", "does not answer in time", at(dripping), {"attempts": 1}),
    Case("nobody listens", "given up after `attempts`", "The connection fails", nobody),
    Case("page cut off (Content-Length not reached)", "given up after `attempts`", "The connection fails", at(cut_off), asked=3),
    Case("cut off once, then whole", "asks again, reads", READ, first(cut_off, story), asked=2),
    Case("gzip", "unpacked, read", READ, at(packed(gzip.compress(page().encode(), mtime=0)))),
    Case("truncated gzip", "given up after `attempts`", "The packed response is cut off", at(packed(gzip.compress(page().encode(), mtime=0)[:-200])), asked=3),
    Case("says gzip and is not", "not asked again", "not the gzip it says it is", at(packed(page().encode())), asked=1),
    Case("packed in a way not asked for (br)", "not asked again", "packed as 'br'", at(lambda e: e.send(page(), Content_Encoding="br")), asked=1),
    Case("decompression bomb (50 MB in 50 kB)", "stopped at max_response_bytes", "more than 100,000 bytes", at(packed(bomb(50_000_000))), asked=1),
    Case("oversize by Content-Length", "not even begun", "more than 100,000 bytes", at(lambda e: e.send(b"x" * 100_001)), asked=1),
    Case("oversize without Content-Length", "stopped at max_response_bytes", "more than 100,000 bytes", at(endless), asked=1),
    Case("wrong charset: says UTF-8, is Latin-1", "set aside, for a guess would garble names", 'says it is in "utf-8", and byte 0xe9', at(lambda e: e.send(LATIN))),
    Case("wrong charset: says Latin-1, is UTF-8", "read as UTF-8", READ, at(lambda e: e.send(page(), Content_Type="text/html; charset=iso-8859-1"))),
    Case("a picture", "set aside", "of the kind 'image/png'", at(lambda e: e.send(b"\x89PNG", Content_Type="image/png"))),
    Case("redirect", "followed, the address is that of the page", READ, redirect("/b")),
    Case("loop of redirects", "stopped when an address comes again", "round in a circle", loop),
    Case("chain of redirects", "stopped after max_redirects", "more than 4 redirects", chain),
    Case("redirect without Location", "set aside", "does not say where to go", at(status(302))),
    Case("redirect to file://", "refused", "redirects to one that is not fetched: The address begins with file:", redirect("file:///etc/hostname")),
    Case("redirect to ftp://", "refused", "begins with ftp:", redirect("ftp://127.0.0.1/a")),
    Case("redirect to an address with a password", "refused", "user name or password", redirect("http://me:secret@127.0.0.1:PORT/b")),
    Case("redirect to a private address", "refused unless allow_private", "169.254.169.254 is link-local", redirect("http://169.254.169.254/latest")),
    Case("loopback", "refused unless allow_private", "127.0.0.1 is private or loopback", at(story), PUBLIC, asked=0),
    Case("loopback as a number", "refused unless allow_private", "127.0.0.1 is private or loopback", fixed("http://2130706433:PORT/a"), PUBLIC),
    Case("loopback as IPv4 in IPv6", "refused unless allow_private", "is private or loopback", fixed("http://[::ffff:127.0.0.1]:PORT/a"), PUBLIC),
    Case("a name that leads to a private address", "refused unless allow_private", "10.0.0.7 is private or loopback", fixed("http://news.example:PORT/a"), PUBLIC, resolver=lambda host, port: ("10.0.0.7",)),
    Case("a name with a public and a private address", "refused unless allow_private", "127.0.0.1 is private or loopback", fixed("http://news.example:PORT/a"), PUBLIC, resolver=lambda host, port: ("93.184.215.14", "127.0.0.1")),
    Case("file://", "refused", "begins with file:", fixed("file:///etc/hostname")),
    Case("ftp://", "refused", "begins with ftp:", fixed("ftp://news.example/a")),
    Case("robots.txt refuses the page", "not fetched", "robots.txt refuses this address to fact-claims", robots("User-agent: *\nDisallow: /a"), ROBOTS, asked=0),
    Case("robots.txt refuses others", "read", READ, robots("User-agent: other\nDisallow: /"), ROBOTS),
    Case("no robots.txt (404)", "read", READ, robots(404), ROBOTS),
    Case("robots.txt fails (500)", "not fetched, as RFC 9309 asks", "robots.txt cannot be had", robots(500), ROBOTS, asked=0),
    Case("robots.txt asks for 3 s between requests", "waits", READ, robots("User-agent: *\nCrawl-delay: 3"), ROBOTS, waits=(3.0,)),
)  # fmt: skip

ELSEWHERE = {
    "304 (the page has not changed)": "read from what was kept in the output folder",
    "DNS answers another address at the second question (rebinding)": "never asked twice: what was checked is connected to",
    "redirect to loopback": "refused unless allow_private",
    "a host that does not answer three times in a row": "not asked again in this run",
}
"""Cases with tests of their own, below."""


def read_case(server: WebServer, case: Case) -> tuple[list[object], list[float]]:
    waits: list[float] = []
    settings = ReadingSettings(**{**FAST, **case.settings})
    more = {"resolver": case.resolver} if case.resolver else {}
    fetcher = Fetcher(settings, sleep=waits.append, **more)
    return list(read_articles([case.set_up(server)], settings=settings, fetcher=fetcher)), waits


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_ends_as_the_table_says(case):
    with web_server() as server:
        (item,), waits = read_case(server, case)
    if case.error == READ:
        assert isinstance(item, Article), item
        assert TEXT in item.text
    else:
        assert case.error in item.error
        assert item.id == item.source
    if case.asked is not None:
        assert server.asked["/a"] == case.asked
    if case.waits is not None:
        assert tuple(round(wait, 1 if wait > 1 else 3) for wait in waits) == case.waits


def test_a_page_that_has_not_changed_is_not_sent_again(tmp_path):
    settings = ReadingSettings(**FAST)

    def answer(exchange):
        if exchange.headers.get("If-None-Match") == '"v1"':
            exchange.send("", 304, ETag='"v1"')
        else:
            exchange.send(page(), ETag='"v1"', Last_Modified="Fri, 30 Dec 2022 08:00:00 GMT")

    with web_server() as server:
        server.answers["/a"] = answer
        url = server.url("/a")
        first_read = list(read_articles([url], settings=settings, kept=tmp_path))
        again = list(read_articles([url], settings=settings, kept=tmp_path))
        assert first_read == again
        assert isinstance(again[0], Article)
        assert server.headers[1]["If-Modified-Since"] == "Fri, 30 Dec 2022 08:00:00 GMT"
        (kept,) = (path for path in tmp_path.rglob("*") if path.is_file())
        kept.write_bytes(kept.read_bytes()[:100])  # a damaged file is as good as none
        assert list(read_articles([url], settings=settings, kept=tmp_path)) == again
        assert "If-None-Match" not in server.headers[2]
        list(read_articles([url], settings=settings))
        assert "If-None-Match" not in server.headers[3]


def test_what_was_checked_is_what_is_connected_to():
    """The name leads to loopback when it is asked for again: with that answer the page would be read."""
    answers = iter([("127.0.0.2",), ("127.0.0.1",)])  # at the first one nobody listens
    questions = []

    def rebinding(host, port):
        questions.append(host)
        return next(answers)

    settings = ReadingSettings(**{**FAST, "attempts": 1, "connect_timeout_s": 0.3})
    with web_server() as server:
        server.answers["/a"] = story
        fetcher = Fetcher(settings, resolver=rebinding)
        with pytest.raises(NotFetched):
            fetcher.fetch(server.url("/a", "news.example"))
        fetcher.close()
    assert questions == ["news.example"]
    assert server.asked["/a"] == 0


def test_a_name_is_looked_up_once_and_the_host_is_told_its_name():
    questions = []

    def resolver(host, port):
        questions.append((host, port))
        return ("127.0.0.1",)

    with web_server() as server:
        server.answers["/a"] = story
        fetcher = Fetcher(ReadingSettings(**FAST), resolver=resolver)
        fetcher.fetch(server.url("/a", "news.example")).body.close()
        fetcher.close()
        assert questions == [("news.example", server.port)]
        assert server.headers[0]["Host"] == f"news.example:{server.port}"


def test_an_answer_that_turns_private_is_refused():
    answers = iter([("127.0.0.1",), ("10.1.2.3",)])
    settings = ReadingSettings(**{**FAST, "allow_private": False})
    fetcher = Fetcher(settings, resolver=lambda host, port: next(answers))
    for address in ("127.0.0.1", "10.1.2.3"):
        with pytest.raises(NotFetched, match=f"{address} is private"):
            fetcher.fetch("http://news.example:9/a")
    fetcher.close()


def test_a_redirect_to_loopback_is_refused(monkeypatch):
    """127.0.0.1 stands for a public address; 127.0.0.2 is what it is."""

    def check(address, allow_private):
        if address != "127.0.0.1":
            check_address(address, allow_private)

    monkeypatch.setattr(guarded_network, "check_address", check)
    settings = ReadingSettings(**{**FAST, "allow_private": False})
    with web_server() as server:
        place = server.url("/b", "127.0.0.2")
        server.answers["/a"] = lambda exchange: exchange.send("", 302, Location=place)
        server.answers["/c"] = story
        refused, read = read_articles([server.url("/a"), server.url("/c")], settings=settings)
    assert "127.0.0.2 is private or loopback" in refused.error
    assert isinstance(read, Article)


def test_a_host_that_does_not_answer_is_given_up():
    settings = ReadingSettings(**{**FAST, "attempts": 1})
    with web_server() as server:
        server.answers |= {f"/{number}": status(500) for number in range(6)}
        paths = [server.url(f"/{number}") for number in range(6)]
        items = list(read_articles(paths, settings=settings))
    assert sum(server.asked.values()) == 3
    assert ["not asked again" in item.error for item in items] == [False] * 3 + [True] * 3


def test_requests_to_one_host_are_spaced():
    waits = []
    settings = ReadingSettings(**{**FAST, "host_delay_s": 5.0, "max_host_requests": 3})
    with web_server() as server:
        server.answers |= {f"/{number}": story for number in range(4)}
        fetcher = Fetcher(settings, sleep=waits.append)
        paths = [server.url(f"/{number}") for number in range(4)]
        items = list(read_articles(paths, settings=settings, fetcher=fetcher))
    assert [round(wait) for wait in waits] == [5, 5]
    assert "max_host_requests" in items[3].error


def test_the_environments_proxy_is_not_asked(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with web_server() as server:
        server.answers["/a"] = story
        (item,) = read_articles([server.url("/a")], settings=ReadingSettings(**FAST))
    assert isinstance(item, Article)


def test_the_documents_show_this_table():
    shown = Path("docs/input.md").read_text(encoding="utf-8").partition("## Faults of servers")[2]
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", shown, re.MULTILINE)[2:]
    expected = [(case.name, case.outcome) for case in CASES] + list(ELSEWHERE.items())
    assert rows == expected
