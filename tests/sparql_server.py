"""A SPARQL server on loopback with faults to order: pyoxigraph behind the standard library's HTTP server."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph

SLOW_SECONDS = 1.0


@dataclass
class SparqlServer:
    """``faults`` are used up one a request, None for a good answer; ``requests`` has what was asked, with headers."""

    graph: pyoxigraph.Store
    url: str = ""
    faults: list[str | None] = field(default_factory=list)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    dies_after: int | None = None

    def fault(self) -> str | None:
        if self.dies_after is not None and len(self.requests) > self.dies_after:
            return "die"
        return self.faults.pop(0) if self.faults else None

    def answer(self, query: str) -> bytes:
        return self.graph.query(query).serialize(format=pyoxigraph.QueryResultsFormat.JSON)


@contextmanager
def serve_sparql(turtle: str) -> Iterator[SparqlServer]:
    """The server for the length of the block, with the graph in it."""
    graph = pyoxigraph.Store()
    graph.load(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    state = SparqlServer(graph)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(state)) as server:
        server.daemon_threads = True
        state.url = f"http://127.0.0.1:{server.server_port}/sparql"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join(10)


def _handler(state: SparqlServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_words):
            pass

        def do_POST(self):
            length = int(self.headers["Content-Length"])
            query = parse_qs(self.rfile.read(length).decode())["query"][0]
            state.requests.append((query, dict(self.headers)))
            state.times.append(time.monotonic())
            fault, _, detail = (state.fault() or "").partition(" ")
            with suppress(BrokenPipeError, ConnectionResetError):  # the client has had enough, as it should
                getattr(self, f"fault_{fault}" if fault else "send_answer")(query, detail)

        def send_answer(self, query, _detail):
            self.reply(200, state.answer(query))

        def reply(self, status, body, **headers):
            self.send_response(status)
            self.send_header("Content-Type", "application/sparql-results+json")
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def fault_status(self, _query, detail):
            self.reply(int(detail), b"no")

        def fault_wait(self, _query, detail):
            self.reply(429, b"too many", Retry_After=detail)

        def fault_truncated(self, query, _detail):
            """Wikidata's way to end a query that takes too long: status 200, and half of the JSON."""
            body = state.answer(query)
            self.reply(200, body[: len(body) // 2] + b"\njava.util.concurrent.TimeoutException")

        def fault_cut(self, query, _detail):
            """Fewer bytes than were announced."""
            body = state.answer(query)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[:10])

        def fault_slow(self, query, _detail):
            time.sleep(SLOW_SECONDS)
            self.send_answer(query, "")

        def fault_trickle(self, query, _detail):
            """A byte now and then, so that no single read times out."""
            body = state.answer(query)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            for byte in body[:40]:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                time.sleep(0.05)

        def fault_html(self, _query, _detail):
            self.reply(200, b"<html>sign in to the wireless network</html>")

        def fault_redirect(self, _query, detail):
            self.reply(302, b"", Location=detail)

        def fault_die(self, _query, _detail):
            self.connection.close()

    return Handler
