"""Requests until one is answered, with growing waits between them."""

from collections.abc import Callable
from typing import TypeVar

from claims.errors import NotFetched, Unanswered
from claims.reading.reading_settings import ReadingSettings

T = TypeVar("T")


def ask_patiently(ask: Callable[[], T], settings: ReadingSettings, sleep: Callable[[float], None]) -> T:
    """What ``ask`` gives at last. Raises Unanswered after the last attempt, NotFetched at once.

    The waits are those of the settings, each twice as long as the one before, or what the server asks for; where
    it asks for more than the longest wait, it is not asked again.
    """
    wait = settings.backoff_s
    for attempt in range(1, settings.attempts + 1):
        try:
            return ask()
        except Unanswered as error:
            asked = error.wait
            if asked is not None and asked > settings.max_wait_s:
                raise Unanswered(
                    f"{error} (it asks to wait {asked:,.0f} s; max_wait_s is {settings.max_wait_s:g})"
                ) from error
            if attempt == settings.attempts:
                raise Unanswered(f"{error} (asked {attempt} times)") from error
            sleep(min(settings.max_wait_s, wait if asked is None else asked))
            wait *= 2
    raise NotFetched("The address was never asked")  # attempts is at least 1
