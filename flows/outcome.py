"""What a run came to."""

from collections.abc import Mapping
from dataclasses import dataclass

from claims.ledger.run import Run
from claims.records import ReadFailure
from flows.count_run import RunCounts
from flows.write_reports import Reports


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to, where its report lies, and what is to be said of articles that were checked."""

    run: Run
    counts: RunCounts
    failures: tuple[ReadFailure, ...]
    remarks: tuple[str, ...]
    reports: Reports
    seconds: Mapping[str, float]
    total: float
    """Seconds by stage, and in all."""
    earlier: Run | None = None
    """Where this run judged nothing: the one that checked planted sentences by the same versions, if any did."""

    @property
    def measured(self) -> Run:
        """The run whose figures of planted sentences hold for this one: itself, or an earlier one by the same versions."""
        return self.run if self.run.planted is not None else self.earlier or self.run

    def is_blind(self, least: float) -> bool:
        """Whether fewer of the planted errors were flagged than the least share of them."""
        planted, found = self.measured.planted, self.measured.planted_found
        return bool(planted) and (found or 0) < least * (planted or 0)
