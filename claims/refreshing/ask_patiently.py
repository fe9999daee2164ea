"""Requests to an endpoint, no faster than it likes, each tried again while that may help."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from claims.errors import Unreachable
from claims.refreshing.ask_once import PassingFailure, ask_once
from claims.refreshing.endpoint import Endpoint
from claims.refreshing.read_answer import Binding, read_bindings


@dataclass
class Patience:
    """The clock, the sleep and the dice of a client, which tests replace; ``asked`` is when it asked last."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    dice: Callable[[], float] = field(default_factory=lambda: random.Random().random)
    asked: float | None = None


def ask_patiently(
    client: httpx.Client, endpoint: Endpoint, query: str, patience: Patience
) -> tuple[bytes, list[Binding]]:
    """The answer as it came, and its rows. Raises Unreachable after the last try, RefreshError at once.

    An answer that is cut off counts as a failure that passes: Wikidata ends a query that takes too long
    in the middle of its JSON.
    """
    failure = PassingFailure("never asked")
    for attempt in range(endpoint.attempts):
        if attempt:
            patience.sleep(_wait(endpoint, attempt, failure, patience))
        _keep_pace(endpoint, patience)
        try:
            body = ask_once(client, endpoint, query)
            return body, read_bindings(body)
        except PassingFailure as error:
            failure = error
        except (ValueError, KeyError, TypeError) as error:
            failure = PassingFailure(f"an answer that is cut off or no answer ({error})")
    raise Unreachable(
        f"{endpoint.url} failed {endpoint.attempts} times, last with: {failure}; what came is kept, run it again later"
    )


def _wait(endpoint: Endpoint, attempt: int, failure: PassingFailure, patience: Patience) -> float:
    """Seconds until the next try: what the server asks for, and never less than half of a doubling wait."""
    if failure.wait is not None and failure.wait > endpoint.longest_wait:
        raise Unreachable(
            f"{endpoint.url} asks to wait {failure.wait:.0f} s; what came is kept, run it again after that"
        )
    most = min(endpoint.longest_wait, endpoint.first_wait * 2.0 ** (attempt - 1))
    jittered = most * (0.5 + 0.5 * patience.dice())
    return max(jittered, failure.wait or 0.0)


def _keep_pace(endpoint: Endpoint, patience: Patience) -> None:
    now = patience.clock()
    if patience.asked is not None and now < patience.asked + endpoint.pause:
        patience.sleep(patience.asked + endpoint.pause - now)
    patience.asked = patience.clock()
