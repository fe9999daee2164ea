"""A run whose articles are all written down -> its report, and its end in the ledger."""

from dataclasses import replace
from datetime import UTC, datetime

from claims.report.name_origins import name_origins
from flows.begin_run import BegunRun
from flows.ledger_work import LedgerWork
from flows.outcome import Outcome


def end_run(begun: BegunRun, work: LedgerWork, report_url: str | None) -> Outcome:
    """What the run came to, its report written and its end recorded. Raises LedgerError and OutputError."""
    watch = begun.watch
    earlier = work.find_measured(begun.ledger, begun.run) if begun.run.planted is None else None
    run = replace(begun.run, finished=datetime.now(UTC))
    with watch.time("report"):
        origins = name_origins(begun.store.sources())
        reports, failures = work.report(begun.ledger, run, begun.order.out, origins, report_url)
    work.record(begun.ledger, run, seconds=watch.seconds)
    remarks = tuple(begun.remarks)
    return Outcome(
        run, reports.counts, tuple(failures), remarks, reports, watch.seconds, watch.total, earlier
    )
