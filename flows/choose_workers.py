"""How many workers of which kind judge a run; no Prefect in it, which takes seconds to import."""

import os
from dataclasses import dataclass
from enum import StrEnum

from claims.errors import SettingsError

CHUNK = 500
"""Articles that are read, looked up and written to the ledger together."""
BATCH = 125
"""Articles a task: some two seconds of work, which divides a chunk among four workers."""


class Runner(StrEnum):
    """What runs the tasks of a run."""

    THREADS = "threads"
    PROCESSES = "processes"
    DASK = "dask"
    RAY = "ray"


@dataclass(frozen=True, slots=True)
class Workers:
    """How many workers of which kind; ``address`` is that of a cluster that is there, empty where one is started here."""

    runner: Runner = Runner.THREADS
    count: int = 1
    address: str = ""

    @property
    def ahead(self) -> int:
        """Chunks that are worked on at a time: two batches for each worker, so that none waits for the ledger."""
        return 1 + 2 * self.count * BATCH // CHUNK


def choose_workers(kind: str, count: int | None, address: str) -> Workers:
    """The workers that the options ask for; without a count one thread, or one worker for each core. Raises SettingsError."""
    if kind not in tuple(Runner):
        raise SettingsError(f"there is no runner {kind!r}; give one of {', '.join(Runner)}")
    runner = Runner(kind)
    if address and runner not in (Runner.DASK, Runner.RAY):
        raise SettingsError(f"--address goes with --runner dask or ray, not {runner}")
    if count is not None and count < 1:
        raise SettingsError(f"there are {count} workers; give 1 or more")
    return Workers(runner, count or (1 if runner is Runner.THREADS else os.cpu_count() or 1), address)
