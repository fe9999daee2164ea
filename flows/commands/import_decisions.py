"""``claims review import``: decisions from a report, taken into the ledger."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from claims.ledger.import_decisions import Imported, import_decisions
from claims.ledger.read_decisions import read_decisions
from flows.exit_status import FLAGGED, NOTHING
from flows.find_ledger import find_ledger
from flows.write_terminal import complain, write_lines


def import_files(out: Path, files: Sequence[Path]) -> int:
    """Say of each file what came of its decisions; 1 where one was not taken in. Raises DecisionsError, LedgerError."""
    ledger = find_ledger(out)
    read = [(file, read_decisions(file)) for file in files]  # so that a bad file keeps the others out, too
    left_out = 0
    for file, decisions in read:
        done = import_decisions(ledger, decisions, datetime.now(UTC))
        for place, cause in done.refused:
            complain(f"{file}: decision {place}: {cause}")
        left_out += len(done.refused)
        write_lines([f"{file}: {_counts(done)}"])
    return FLAGGED if left_out else NOTHING


def _counts(done: Imported) -> str:
    return (
        f"{done.taken:,} taken in, {done.known:,} known already, {len(done.refused):,} not taken in;"
        f" {done.overtaken:,} had been decided later by somebody else"
    )
