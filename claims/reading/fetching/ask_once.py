"""One request -> its answer, or what went wrong and whether it may pass."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile

import httpx

from claims.errors import NotFetched, Unanswered
from claims.reading.fetching.guarded_network import GuardedNetwork
from claims.reading.fetching.read_body import read_body
from claims.reading.fetching.wait_asked_for import wait_asked_for
from claims.reading.reading_settings import ReadingSettings

_TRANSIENT = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Statuses that may be another one in a moment (RFC 9110, 15; RFC 6585, 4)."""

_OK = 200
_REFUSED_TLS = "CERTIFICATE_VERIFY_FAILED"


@dataclass(frozen=True, slots=True)
class Answer:
    """A status with its headers; a body where it is 200."""

    status: int
    headers: httpx.Headers
    body: SpooledTemporaryFile[bytes] | None


def ask_once(
    client: httpx.Client,
    network: GuardedNetwork,
    url: httpx.URL,
    headers: Mapping[str, str],
    settings: ReadingSettings,
) -> Answer:
    """The answer to one request. Raises Unanswered where another attempt is worth it, else NotFetched."""
    network.deadline = time.monotonic() + settings.total_timeout_s
    try:
        with client.stream("GET", url, headers=dict(headers)) as response:
            status = response.status_code
            if status in _TRANSIENT:
                wait = wait_asked_for(response.headers.get("Retry-After"))
                raise Unanswered(f"The server answers {status}; try again later", wait)
            body = (
                read_body(response, settings.max_response_bytes, network.deadline) if status == _OK else None
            )
            return Answer(status, response.headers, body)
    except httpx.TimeoutException as error:
        raise Unanswered("The server does not answer in time; try again later") from error
    except httpx.HTTPError as error:
        if _REFUSED_TLS in str(error):
            raise NotFetched(
                f"The server's certificate is not trusted ({error}); check the address"
            ) from error
        said = str(error) or type(error).__name__
        raise Unanswered(f"The connection fails ({said[:200]}); try again later") from error
    except httpx.InvalidURL as error:
        raise NotFetched(f"This is no address ({error}); check it") from error
