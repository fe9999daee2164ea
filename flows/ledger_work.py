"""What a run asks of its ledger: of itself, or through Prefect, which tries again where the ledger is locked."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claims.ledger.find_measured import find_measured, owes_measure
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.records import ReadFailure
from flows.write_report import write_report
from flows.write_reports import Reports


@dataclass(frozen=True, slots=True)
class LedgerWork:
    """Each by the name of the function that does it."""

    record: Callable[..., None]
    report: Callable[..., tuple[Reports, list[ReadFailure]]]
    find_measured: Callable[[Path, Run], Run | None]
    owes_measure: Callable[[Path, Run], bool]


PLAIN = LedgerWork(record_run, write_report, find_measured, owes_measure)
"""Without Prefect; LedgerLocked is raised at once."""
