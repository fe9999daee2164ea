"""The API that Prefect's engine needs, served from a thread of this process.

Left to itself Prefect starts its API as a child process (``SubprocessASGIServer``) and stops it through
``atexit``: a SIGKILL or SIGTERM at the wrong moment leaves an orphan that never ends. A death signal set on
that child is no way out, as it fires when the *thread* that started it ends, and a watchdog would be a
second process to look after. A thread needs neither: it ends with the process, however that ends. It also
spares a second interpreter (some 200 MB) and its imports.
"""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from prefect.events.worker import EventsWorker
from prefect.server.api.server import create_app
from prefect.settings import (
    PREFECT_API_URL,
    PREFECT_FLOWS_HEARTBEAT_FREQUENCY,
    PREFECT_HOME,
    PREFECT_UI_ENABLED,
    temporary_settings,
)

from claims.errors import ServerError
from claims.full_disk import NO_SPACE, is_disk_full
from flows.prepare_out import try_writing

POLL_SECONDS = 0.02
STOP_SECONDS = 10
"""What the server is given to write down the last events; it takes 0.2 s on an idle machine."""


@contextmanager
def serve_prefect() -> Iterator[None]:
    """Prefect's API for the length of the block; the user's own where one is set (PREFECT_API_URL)."""
    if PREFECT_API_URL.value():
        yield
        return
    with temporary_settings({PREFECT_UI_ENABLED: False}), _listen() as listener:
        server, thread = _start(listener)
        try:
            _await_start(server, thread)
            with temporary_settings(_client_settings(listener)):
                try:
                    yield
                finally:
                    # Else they would be sent at exit, to a server that is gone, ten times over.
                    EventsWorker.drain_all(timeout=STOP_SECONDS, at_exit=False)
        finally:
            server.should_exit = True
            if server.started:  # else it prepares its database, which takes long and can be cut off
                thread.join(STOP_SECONDS)


def _listen() -> socket.socket:
    """A free port of this machine alone, ours from now on: nobody can take it before the server does."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.bind(("127.0.0.1", 0))
    return listener


def _start(listener: socket.socket) -> tuple[uvicorn.Server, threading.Thread]:
    config = uvicorn.Config(create_app(ephemeral=True), lifespan="on", log_config=None, access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([listener],), name="prefect-api", daemon=True)
    thread.start()
    return server, thread


def _await_start(server: uvicorn.Server, thread: threading.Thread) -> None:
    while not server.started:
        if not thread.is_alive():
            raise _explain_start(PREFECT_HOME.value())
        time.sleep(POLL_SECONDS)


def _explain_start(home: Path) -> ServerError:
    """Why it may be that the server's thread has ended: its own error stands in Prefect's log alone."""
    try:
        try_writing(home)
    except OSError as error:
        cause = NO_SPACE if is_disk_full(error) else f"{error.strerror or error}"
        return ServerError(f"Prefect's API did not start: {cause} in {home}")
    return ServerError(
        f"Prefect's API did not start; if {home} is damaged, move it away (claims --debug shows more)"
    )


def _client_settings(listener: socket.socket) -> dict[object, object]:
    host, port = listener.getsockname()
    # Nobody watches for heartbeats here, and at the end of a flow their thread is waited for: 1 s.
    return {PREFECT_API_URL: f"http://{host}:{port}/api", PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}
