"""A run that the ledger holds, read again with the decisions of today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from claims.judging.compare_articles import compare_articles
from claims.judging.judge_consistency import FIXED
from claims.ledger.find_shared import find_shared
from claims.ledger.list_wanted import Wanted, list_wanted
from claims.ledger.read_run import list_articles, read_articles_of, read_failures
from claims.ledger.run import Run
from claims.ledger.run_history import RunHistory, run_history
from claims.ledger.settle_run import settle_run
from claims.records import CheckedArticle, Disagreement, ReadFailure
from claims.report.order import place_in_report
from claims.report.view import RunSummary
from flows.find_ledger import find_ledger, find_run

CHUNK = 500
"""Articles in memory at once."""


@dataclass(frozen=True, slots=True)
class RecalledRun:
    """A run and where its ledger lies."""

    ledger: Path
    run: Run

    @property
    def summary(self) -> RunSummary:
        """What a report says of the run."""
        run = self.run
        seconds = (run.finished - run.started).total_seconds() if run.finished else 0.0
        return RunSummary(run.id, run.started, seconds, run.program, run.facts, run.model, run.settings)

    def articles(self) -> Iterator[CheckedArticle]:
        """Every article in the order of the report. Raises LedgerError."""
        places = sorted(list_articles(self.ledger, self.run), key=lambda place: place_in_report(*place))
        ids = [id for _source, id in places]
        for start in range(0, len(ids), CHUNK):
            yield from read_articles_of(self.ledger, self.run, ids[start : start + CHUNK])

    def failures(self) -> list[ReadFailure]:
        """What could not be read or judged. Raises LedgerError."""
        return read_failures(self.ledger, self.run)

    def disagreements(self) -> list[Disagreement]:
        """What articles of the run say differently, in the order of the report. Raises LedgerError."""
        shared = sorted(find_shared(self.ledger, self.run, FIXED), key=lambda place: place_in_report(*place))
        ids = [id for _source, id in shared]
        return list(compare_articles(read_articles_of(self.ledger, self.run, ids))) if ids else []

    def wanted(self) -> list[Wanted]:
        """The facts that the store lacked. Raises LedgerError."""
        return list_wanted(self.ledger, self.run)

    def history(self) -> RunHistory:
        """What the runs before came to. Raises LedgerError."""
        return run_history(self.ledger, self.run.id)


def recall_run(out: Path, name: str) -> RecalledRun:
    """The run of that id, or the newest, with the decisions that hold today. Raises LedgerError where there is none."""
    ledger = find_ledger(out)
    run = find_run(ledger, name).run
    settle_run(ledger, run.id, datetime.now(UTC).date())
    return RecalledRun(ledger, run)
