"""The ledger of an output folder, for what reads one."""

from pathlib import Path

from claims.errors import LedgerError
from claims.ledger.list_runs import RunRecord, list_runs
from claims.ledger.open import FILE_NAME

LATEST = "latest"
"""What stands for the id of the newest run."""


def find_ledger(out: Path) -> Path:
    """Where the ledger lies. Raises LedgerError where there is none."""
    ledger = out / FILE_NAME
    if not ledger.exists():
        raise LedgerError(
            f"{out} holds no ledger: give the folder of a run with --out, or make one with claims run PATHS... --out {out}"
        )
    return ledger


def find_run(ledger: Path, name: str) -> RunRecord:
    """The run of that id, or the newest. Raises LedgerError where the ledger holds none."""
    runs = list_runs(ledger)
    chosen = runs[-1:] if name == LATEST else [record for record in runs if record.run.id == name]
    if not chosen:
        wanted = "no run yet" if name == LATEST else f"no run {name}; claims runs lists them"
        raise LedgerError(f"{ledger} holds {wanted}")
    return chosen[0]
