"""``claims review``: the desk, served from this process until it is told to stop."""

import getpass
import socket
import webbrowser
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import Timer
from urllib.parse import quote

import uvicorn

from claims.errors import ServerError
from claims.ledger.list_runs import list_runs
from claims.report.build_row import web_link
from claims.report.flag_view import OriginView
from claims.review.app import review_app
from claims.review.desk import Desk
from claims.review.guard import LOOPBACK, Door
from claims.store.knowledge import Knowledge
from claims.store.packs import read_pack
from flows.exit_status import NOTHING
from flows.find_ledger import find_ledger
from flows.write_terminal import write_summary

MOST_CONNECTIONS = 64
"""At once; a browser takes six."""

SHORTEST_TOKEN = 16
"""Characters: nobody counts the attempts."""

STOP_SECONDS = 2
"""What an answer that is being given may take after Ctrl-C."""

OPEN_SECONDS = 0.5
"""After which the browser is sent there; the server listens already, and answers once it has started."""


def serve_desk(
    out: Path, host: str, port: int, token: str, names: tuple[str, ...], reviewer: str, *, browser: bool
) -> int:
    """Serve the desk and say where; 0 when it is stopped. Raises LedgerError, ServerError."""
    ledger = find_ledger(out)
    list_runs(ledger)  # what is no ledger is said here and not in a browser
    if host not in LOOPBACK and not token:
        raise ServerError(
            f"with --host {host} others can reach the desk: give --token SECRET that they must know"
        )
    if token and len(token) < SHORTEST_TOKEN:
        raise ServerError(f"the token is too easy to guess: give one of {SHORTEST_TOKEN} characters or more")
    with _listen(host, port) as listener:
        port = listener.getsockname()[1]
        door = Door(host, port, token, names)
        address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
        write_summary(f"Review desk: {address} (Ctrl-C stops it)\n")
        if browser:
            Timer(
                OPEN_SECONDS, webbrowser.open, [address + (f"?token={quote(token)}" if token else "")]
            ).start()
        app = review_app(Desk(ledger, dict(_origins())), door, reviewer or _user())
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,
            server_header=False,
            lifespan="off",
            ws="none",
            limit_concurrency=MOST_CONNECTIONS,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
        with suppress(KeyboardInterrupt):  # the server passes on what stopped it
            uvicorn.Server(config).run(sockets=[listener])
    return NOTHING


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family, backlog=MOST_CONNECTIONS)
    except OSError as error:
        raise ServerError(
            f"the desk cannot listen on {host}:{port} ({error.strerror or error}); give another --port, or 0 for a free one"
        ) from error


def _origins() -> Iterator[tuple[str, OriginView]]:
    """How sources are named, from the packs' own records; no fact store is opened."""
    for folder in Knowledge.of().folders:
        pack = read_pack(folder)
        yield pack.name, OriginView(pack.record.title, web_link(pack.record.url))


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "reviewer"
