"""Where the time of a run goes: seconds by stage."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """Adds up the wall time of each stage, however often it comes; a stage inside another counts in both."""

    def __init__(self) -> None:
        self._seconds = defaultdict[str, float](float)
        self._started = perf_counter()

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Count the block's time under the stage."""
        start = perf_counter()
        try:
            yield
        finally:
            self._seconds[stage] += perf_counter() - start

    def add(self, seconds: Mapping[str, float]) -> None:
        """Count what another watch has measured: of workers side by side that is more than the time that passed."""
        for stage, spent in seconds.items():
            self._seconds[stage] += spent

    @property
    def seconds(self) -> dict[str, float]:
        """Seconds by stage in the order in which the stages first came."""
        return {stage: round(spent, 3) for stage, spent in self._seconds.items()}

    @property
    def total(self) -> float:
        """Seconds since the watch was made."""
        return perf_counter() - self._started
