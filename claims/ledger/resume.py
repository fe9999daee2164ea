"""The run that was cut off -> the same run, to be gone on with."""

from pathlib import Path

from claims.errors import NothingToResume
from claims.ledger.list_runs import list_runs
from claims.ledger.run import Run

PARTS = (
    ("facts", "the fact store"),
    ("rules", "the program"),
    ("model", "the model"),
    ("settings", "a setting"),
)


def find_unfinished(path: Path) -> Run:
    """The newest run of the ledger, if it has not ended. Raises NothingToResume, LedgerError."""
    runs = list_runs(path)
    if not runs or runs[-1].run.finished:
        raise NothingToResume(f"{path} holds no run that was cut off; start one with claims run PATHS...")
    return runs[-1].run


def check_same(old: Run, new: Run) -> None:
    """That a run would go on as it began. Raises NothingToResume, with what has changed."""
    changed = [name for part, name in PARTS if getattr(old, part) != getattr(new, part)]
    if changed:
        raise NothingToResume(
            f"run {old.id} cannot go on: {' and '.join(changed)} changed since it was cut off; start a new run"
        )
