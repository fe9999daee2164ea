"""Requests to one host: how soon, how many, and when to stop asking."""

import time
from collections import Counter
from collections.abc import Callable

from claims.errors import NotFetched
from claims.reading.reading_settings import ReadingSettings


class HostPace:
    """What was asked of each host in a run."""

    def __init__(self, settings: ReadingSettings, sleep: Callable[[float], None]) -> None:
        self._settings, self._sleep = settings, sleep
        self._last: dict[str, float] = {}
        self._delays: dict[str, float] = {}
        self._requests: Counter[str] = Counter()
        self._failures: Counter[str] = Counter()

    def take_turn(self, host: str) -> None:
        """Wait until the host may be asked again. Raises NotFetched where it is asked no more in this run."""
        if self._failures[host] >= self._settings.max_host_failures:
            raise NotFetched(
                f"The host {host} did not answer {self._failures[host]} times in a row and is not asked again in this"
                " run; try again later"
            )
        if self._requests[host] >= self._settings.max_host_requests:
            raise NotFetched(
                f"The host {host} was asked {self._requests[host]:,} times in this run; raise max_host_requests for more"
            )
        delay = self._delays.get(host, self._settings.host_delay_s)
        wait = self._last.get(host, float("-inf")) + delay - time.monotonic()
        if wait > 0:
            self._sleep(wait)
        self._requests[host] += 1
        self._last[host] = time.monotonic()

    def slow_down(self, host: str, seconds: float) -> None:
        """Heed the host's own delay where it is longer than ours, up to the longest wait of the settings."""
        wanted = min(seconds, self._settings.max_wait_s)
        self._delays[host] = max(wanted, self._settings.host_delay_s)

    def note(self, host: str, answered: bool) -> None:
        """Take down whether an address of the host answered at last."""
        self._failures[host] = 0 if answered else self._failures[host] + 1
