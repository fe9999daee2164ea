"""An address of the web -> what is there."""

import ssl
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, cast

import httpx

from claims.errors import NotFetched, Unanswered
from claims.reading.fetching.ask_once import Answer, ask_once
from claims.reading.fetching.ask_patiently import ask_patiently
from claims.reading.fetching.check_url import check_url
from claims.reading.fetching.guarded_network import GuardedNetwork, GuardedTransport
from claims.reading.fetching.keep_pages import KeptPage, PageKeeper
from claims.reading.fetching.obey_robots import Robots
from claims.reading.fetching.pace_hosts import HostPace
from claims.reading.fetching.resolve_host import Resolver, resolve_host
from claims.reading.reading_settings import ReadingSettings

_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_OK, _NOT_MODIFIED = 200, 304


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its address after redirects, its Content-Type, and its bytes, unpacked."""

    url: str
    media_type: str
    body: BinaryIO
    unchanged: bool = False
    """Whether the server said that it is what an earlier run was sent."""


class Fetcher:
    """Fetches addresses for one run, one after another, within the limits of the settings."""

    def __init__(
        self,
        settings: ReadingSettings,
        kept: Path | None = None,
        resolver: Resolver = resolve_host,
        sleep: Callable[[float], None] = time.sleep,
        context: ssl.SSLContext | None = None,
    ) -> None:
        """``kept`` is the folder for pages that may be asked for again, ``context`` what certificates are trusted by."""
        self._settings, self._sleep = settings, sleep
        self._network = GuardedNetwork(resolver, settings.allow_private)
        self._client = httpx.Client(
            transport=GuardedTransport(self._network, context or httpx.create_ssl_context()),
            timeout=httpx.Timeout(settings.read_timeout_s, connect=settings.connect_timeout_s),
            follow_redirects=False,
            trust_env=False,
            headers={"User-Agent": settings.user_agent, "Accept-Encoding": "gzip", "Accept": "*/*"},
        )
        self._keeper = PageKeeper(kept)
        self._pace = HostPace(settings, sleep)
        self._robots = Robots(self._fetch_text, settings.user_agent, self._pace.slow_down)

    def fetch(self, address: str) -> Fetched:
        """What is at the address, after redirects. Raises NotFetched, whose text says what is wrong."""
        kept = self._keeper.find(address)
        url, answer = self._follow(check_url(address), kept, robots=self._settings.obey_robots)
        if answer.status == _NOT_MODIFIED and kept is not None:
            return Fetched(kept.url, kept.media_type, BytesIO(kept.body), unchanged=True)
        if answer.status != _OK or answer.body is None:
            raise NotFetched(_status_error(answer.status))
        media_type = answer.headers.get("Content-Type", "")
        body = cast(BinaryIO, answer.body)
        self._keep(address, str(url), answer.headers, body)
        return Fetched(str(url), media_type, body)

    def close(self) -> None:
        """Close the connections that are still open, and let go of pages beyond what is to be kept."""
        self._client.close()
        self._keeper.trim(self._settings.max_kept_bytes)

    def _keep(self, address: str, url: str, headers: httpx.Headers, body: BinaryIO) -> None:
        etag, modified = headers.get("ETag", ""), headers.get("Last-Modified", "")
        if etag or modified:
            self._keeper.keep(
                address, KeptPage(url, etag, modified, headers.get("Content-Type", ""), body.read())
            )
            body.seek(0)

    def _follow(self, url: httpx.URL, kept: KeptPage | None, robots: bool) -> tuple[httpx.URL, Answer]:
        """The answer at the end of the redirects; every step is looked at as the first one is."""
        seen: set[str] = set()
        while len(seen) <= self._settings.max_redirects:
            if str(url) in seen:
                raise NotFetched("The redirects lead round in a circle; check the address")
            seen.add(str(url))
            if robots:
                self._robots.check(url)
            conditions = kept.conditions if kept is not None and kept.url == str(url) else {}
            answer = self._ask(url, conditions)
            if answer.status not in _REDIRECTS:
                return url, answer
            url = _next(url, answer)
        raise NotFetched(f"There are more than {self._settings.max_redirects} redirects; check the address")

    def _ask(self, url: httpx.URL, conditions: Mapping[str, str]) -> Answer:
        try:
            answer = ask_patiently(partial(self._ask_in_turn, url, conditions), self._settings, self._sleep)
        except Unanswered:
            self._pace.note(url.host, answered=False)
            raise
        self._pace.note(url.host, answered=True)
        return answer

    def _ask_in_turn(self, url: httpx.URL, conditions: Mapping[str, str]) -> Answer:
        self._pace.take_turn(url.host)
        return ask_once(self._client, self._network, url, conditions, self._settings)

    def _fetch_text(self, url: httpx.URL) -> tuple[int, bytes]:
        _, answer = self._follow(url, None, robots=False)
        if answer.body is None:
            return answer.status, b""
        with answer.body:
            return answer.status, answer.body.read()


def _next(url: httpx.URL, answer: Answer) -> httpx.URL:
    place = answer.headers.get("Location")
    if not place:
        raise NotFetched(
            f"The server answers {answer.status} and does not say where to go; check the address"
        )
    try:
        return check_url(place, url)
    except NotFetched as error:
        raise NotFetched(f"The address redirects to one that is not fetched: {error}") from error


def _status_error(status: int) -> str:
    if status in (401, 402, 403, 451):
        return f"The server answers {status}: it does not give this page to us; save it by hand"
    if status in (404, 410):
        return f"The server answers {status}: there is no such page; check the address"
    return f"The server answers {status}; check the address"
