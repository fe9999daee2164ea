"""robots.txt: what a host lets programs fetch (RFC 9309)."""

from collections.abc import Callable
from dataclasses import dataclass

import httpx
from protego import Protego

from claims.errors import NotFetched

_MAX_BYTES = 512_000
"""What is read of a robots.txt; RFC 9309, 2.5 asks for 500 KiB at least."""

_REFUSALS = range(400, 500)
_TOO_MANY = 429

FetchText = Callable[[httpx.URL], tuple[int, bytes]]
"""An address -> status and body, after redirects and attempts. Raises NotFetched."""


@dataclass(frozen=True, slots=True)
class _Rules:
    parsed: Protego | None
    """None: everything may be fetched."""
    unreachable: str | None = None


class Robots:
    """The rules of each host, asked for once in a run."""

    def __init__(self, fetch: FetchText, user_agent: str, slow_down: Callable[[str, float], None]) -> None:
        self._fetch, self._agent, self._slow_down = fetch, user_agent.partition("/")[0], slow_down
        self._rules: dict[str, _Rules] = {}

    def check(self, url: httpx.URL) -> None:
        """Raises NotFetched where the host refuses the address, or where its robots.txt cannot be had.

        A host without robots.txt (404 and the like) lets everything be fetched; one that fails, nothing, as RFC
        9309, 2.3.1 has it.
        """
        origin = f"{url.scheme}://{url.netloc.decode('ascii')}"
        if origin not in self._rules:
            self._rules[origin] = self._ask(url)
        rules = self._rules[origin]
        if rules.unreachable is not None:
            raise NotFetched(
                f"The host's robots.txt cannot be had, so that nothing is fetched: {rules.unreachable}"
            )
        if rules.parsed is not None and not rules.parsed.can_fetch(str(url), self._agent):
            raise NotFetched(f"The host's robots.txt refuses this address to {self._agent}; ask its owner")

    def _ask(self, url: httpx.URL) -> _Rules:
        try:
            status, body = self._fetch(url.copy_with(path="/robots.txt", query=None))
        except NotFetched as error:
            return _Rules(None, str(error))
        if status in _REFUSALS and status != _TOO_MANY:
            return _Rules(None)
        if status != 200:
            return _Rules(None, f"the server answers {status}; try again later")
        parsed = Protego.parse(body[:_MAX_BYTES].decode("utf-8", "replace"))
        delay = parsed.crawl_delay(self._agent)
        if delay is not None:
            self._slow_down(url.host, float(delay))
        return _Rules(parsed)
