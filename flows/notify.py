"""A run's outcome -> a message to whoever is to hear of it, by HTTP."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claims import __version__
from claims.errors import SettingsError

if TYPE_CHECKING:
    import httpx

TIMEOUT_S = 10.0
"""What a hook may take to connect, to take the message and to answer, each."""
WAITS_S = (1.0, 3.0)
"""Between attempts; a hook that is down costs a run some half a minute at most."""
PASSING = frozenset((408, 425, 429, 500, 502, 503, 504))
"""Answers that another attempt may change."""


class Event(StrEnum):
    """What a message can be about."""

    NEW_FLAGS = "new_flags"
    FAILURE = "failure"
    BLIND = "blind"


@dataclass(frozen=True, slots=True)
class Hooks:
    """Addresses, and the events that are sent to them."""

    urls: tuple[str, ...] = ()
    events: tuple[Event, ...] = field(default_factory=lambda: tuple(Event))


def choose_hooks(urls: Sequence[str], events: Sequence[str]) -> Hooks:
    """The hooks that the options name; without events all of them. Raises SettingsError."""
    for url in urls:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise SettingsError(f"{url!r} is no address for notifications; give http:// or https://")
    unknown = [event for event in events if event not in tuple(Event)]
    if unknown:
        raise SettingsError(f"there is no event {unknown[0]!r}; give one of {', '.join(Event)}")
    return Hooks(tuple(urls), tuple(Event(event) for event in events) or tuple(Event))


def notify(hooks: Hooks, event: Event, payload: Mapping[str, Any]) -> list[str]:
    """Send the payload to every address that wants the event; what went wrong, a line each. Nothing is raised."""
    if event not in hooks.events or not hooks.urls:
        return []
    import httpx  # noqa: PLC0415 - a quarter of a second, and most runs tell nobody

    body = json.dumps({"event": event, **payload}, default=str).encode()
    headers = {"Content-Type": "application/json", "User-Agent": f"fact-claims/{__version__}"}
    with httpx.Client(timeout=TIMEOUT_S, headers=headers, follow_redirects=False) as client:
        said = [(url, _post(client, url, body)) for url in hooks.urls]
    # An address may hold a key: the host alone is said.
    return [
        f"the notification to {urlsplit(url).hostname} was not sent: {cause}" for url, cause in said if cause
    ]


def _post(client: "httpx.Client", url: str, body: bytes) -> str:
    """Why the message was not taken; empty where it was."""
    cause = ""
    for wait in (*WAITS_S, None):
        cause, passing = _attempt(client, url, body)
        if not passing or wait is None:
            break
        time.sleep(wait)
    return cause


def _attempt(client: "httpx.Client", url: str, body: bytes) -> tuple[str, bool]:
    """Why it was not taken, and whether another attempt may help."""
    import httpx  # noqa: PLC0415 - see above

    try:
        status = client.post(url, content=body).status_code
    except httpx.HTTPError as error:
        return f"{type(error).__name__}: {error}".rstrip(": "), True
    except (ValueError, httpx.InvalidURL) as error:
        return str(error), False
    return ("", False) if status < 300 else (f"it answered {status}", status in PASSING)
