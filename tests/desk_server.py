"""The desk at work on a free port of loopback, for as long as a test needs it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn

from claims.review.app import review_app
from claims.review.desk import Desk
from claims.review.guard import Door


@contextmanager
def serve(path: Path, reviewer: str = "Ada") -> Iterator[str]:
    """The desk's address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        app = review_app(Desk(path), Door("127.0.0.1", port), reviewer)
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", ws="none", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, args=([listener],), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(10)
