"""A web server on loopback that answers as a test tells it to, faults included; stopped when the test ends."""

import gzip
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from page import page

HTML = "text/html; charset=utf-8"
LONGEST_STALL = 3.0
"""Seconds; a test's own timeouts are far shorter."""


class Exchange:
    """One request, and the means to answer it."""

    def __init__(self, handler: BaseHTTPRequestHandler) -> None:
        self.handler, self.headers, self.path = handler, handler.headers, handler.path
        self.body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0)).decode()

    def send(self, body: bytes | str = "", status: int = 200, **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        named = {"Content-Type": HTML, "Content-Length": str(len(data))}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.handler.send_response(status)
        for name, value in named.items():
            if value:
                self.handler.send_header(name, value)
        self.handler.end_headers()
        self.write(data)

    def write(self, data: bytes) -> None:
        self.handler.wfile.write(data)
        self.handler.wfile.flush()


Answer = Callable[[Exchange], None]


class WebServer:
    """Answers by path; ``asked`` counts the requests for each."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: Counter[str] = Counter()
        self.headers: list[dict[str, str]] = []
        self.stopped = threading.Event()
        self.port = 0

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def stall(self, seconds: float) -> None:
        self.stopped.wait(min(seconds, LONGEST_STALL))


@contextmanager
def web_server() -> Iterator[WebServer]:
    """A server at work on a free port of loopback."""
    server = WebServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 10

        def do_POST(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            server.asked[self.path] += 1
            server.headers.append(dict(self.headers))
            answer = server.answers.get(self.path.partition("?")[0])
            try:
                if answer is None:
                    Exchange(self).send("no such page", 404)
                else:
                    answer(Exchange(self))
            except OSError:  # the client had enough
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    server.port = httpd.server_address[1]
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.stopped.set()
        httpd.shutdown()
        httpd.server_close()
        thread.join(5)


def story(exchange: Exchange) -> None:
    """A page with an article."""
    exchange.send(page())


def packed(body: bytes) -> Answer:
    """An answer that says it is gzip."""
    return lambda exchange: exchange.send(body, Content_Encoding="gzip")


def dripping(exchange: Exchange) -> None:
    """A byte now and then, never so late that a read fails."""
    exchange.handler.send_response(200)
    exchange.handler.send_header("Content-Type", HTML)
    exchange.handler.send_header("Content-Length", "1000")
    exchange.handler.end_headers()
    end = time.monotonic() + LONGEST_STALL
    while time.monotonic() < end:
        exchange.write(b"x")
        time.sleep(0.05)


def bomb(size: int) -> bytes:
    """That many blanks, packed a thousandfold."""
    return gzip.compress(bytes(size), 9, mtime=0)
