"""One request to an endpoint -> its whole answer, within a time and a size; or a failure that may be tried again."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from claims.errors import RefreshError
from claims.refreshing.endpoint import Endpoint

PASSING = frozenset({429, 500, 502, 503, 504})
"""Statuses that may be others in a while."""


class PassingFailure(Exception):
    """The request may succeed later: ``wait`` seconds later at the least, where the server says so."""

    def __init__(self, text: str, wait: float | None = None) -> None:
        super().__init__(text)
        self.wait = wait


def ask_once(
    client: httpx.Client, endpoint: Endpoint, query: str, clock: Callable[[], float] = time.monotonic
) -> bytes:
    """The body of the answer. Raises PassingFailure, or RefreshError where asking again is of no use."""
    until = clock() + endpoint.timeout
    headers = {"User-Agent": endpoint.user_agent, "Accept": "application/sparql-results+json"}
    try:
        with client.stream(
            "POST", endpoint.url, data={"query": query}, headers=headers, timeout=endpoint.timeout
        ) as response:
            body = _read(response, endpoint, until, clock)
    except httpx.HTTPError as error:
        raise PassingFailure(f"{type(error).__name__}: {error}".rstrip(": ")) from error
    if response.status_code in PASSING:
        raise PassingFailure(f"status {response.status_code}", _retry_after(response))
    if response.status_code != httpx.codes.OK:
        raise RefreshError(f"{endpoint.url} answered {response.status_code}: {_excerpt(body)}")
    return body


def _read(response: httpx.Response, endpoint: Endpoint, until: float, clock: Callable[[], float]) -> bytes:
    """The body as it comes; a server that sends a byte now and then is not waited for without end."""
    body = bytearray()
    for part in response.iter_bytes():
        body += part
        if len(body) > endpoint.max_bytes:
            raise RefreshError(
                f"{endpoint.url} answered more than {endpoint.max_bytes:,} bytes; ask for smaller pages"
            )
        if clock() > until:
            raise PassingFailure(f"no whole answer within {endpoint.timeout:g} s")
    return bytes(body)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds that the server asks to wait; None where it says nothing that can be read."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _excerpt(body: bytes) -> str:
    text = body[:300].decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in text).strip() or "nothing"
