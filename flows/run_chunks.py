"""The articles of a run, chunk by chunk: read, looked up, judged by workers, and written down in the order in which they came."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from prefect import task
from prefect.futures import PrefectFuture

from claims.ledger.find_results import Batch
from claims.records import Article, ReadFailure
from flows.choose_workers import BATCH, CHUNK
from flows.judge_batch import Judged, Work, judge_batch, pack_batch
from flows.ledger_tasks import look_up, record
from flows.show_progress import progress
from flows.split_failures import split_failures
from flows.stopwatch import Stopwatch

Item = Article | ReadFailure


@dataclass(frozen=True, slots=True)
class Chunk:
    """A chunk on its way: what is known of it, what could not be read, and the batches that workers have."""

    items: int
    batch: Batch
    unread: tuple[ReadFailure, ...]
    futures: tuple[PrefectFuture[Judged], ...]


@dataclass(slots=True)
class Chunks:
    """Runs the chunks of a run through, ``ahead`` of them at a time; counts what came of them.

    ``total`` is how many articles there may be, None where nobody knows; it is for the eye alone.
    """

    ledger: Path
    work: Work
    watch: Stopwatch
    retry: bool
    ahead: int
    total: int | None = None
    judged: int = 0
    done: int = 0
    flags: int = 0

    def run(self, inputs: Iterator[Item]) -> None:
        """Every chunk, each written down whole when it and all before it are done."""
        waiting = deque[Chunk]()
        while items := self._read(inputs):
            waiting.append(self._hand_out(items))
            if len(waiting) >= self.ahead:
                self._take_in(waiting.popleft())
        while waiting:
            self._take_in(waiting.popleft())

    def _read(self, inputs: Iterator[Item]) -> list[Item]:
        with self.watch.time("read"):
            return read(inputs)

    def _hand_out(self, items: Sequence[Item]) -> Chunk:
        articles, unread = split_failures(items)
        with self.watch.time("ledger"):
            batch = look_up(self.ledger, self.work.run, articles, self.retry, unread)
        parts = [batch.new[start : start + BATCH] for start in range(0, len(batch.new), BATCH)]
        futures = tuple(judge_batch.submit(self.work, pack_batch(part)) for part in parts)
        return Chunk(len(items), batch, tuple(f for f in unread if f.id not in batch.done), futures)

    def _take_in(self, chunk: Chunk) -> None:
        results = [future.result() for future in chunk.futures]
        broken = [failure for result in results for failure in result.failures]
        for result in results:
            self.watch.add(result.seconds)
        parts = [result.part for result in results]
        with self.watch.time("ledger"):
            failures = [*chunk.unread, *chunk.batch.failed, *broken]
            record(self.ledger, self.work.run, parts, failures, chunk.batch.known)
        self.judged += len(chunk.batch.new)
        self.done += chunk.items
        self.flags += sum(part.flags for part in parts)
        progress("Articles checked", self.done, self.total, self.flags)


@task(persist_result=False)
def read(inputs: Iterator[Item]) -> list[Item]:
    """The next chunk of articles, and of inputs that could not be read; empty at the end."""
    return list(islice(inputs, CHUNK))
