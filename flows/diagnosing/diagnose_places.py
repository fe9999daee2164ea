"""Whether there is room and leave to write where the program writes."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from platformdirs import user_cache_path

from claims.errors import LedgerError, LedgerLocked
from claims.ledger.list_runs import list_runs
from claims.ledger.open import FILE_NAME
from flows.diagnosing.diagnosis import Diagnosis, State

LITTLE = 1_000_000_000
"""Bytes: a store takes 0.2 GB while it is built, a ledger of 100,000 articles some 0.5 GB."""


def diagnose_places(out: Path) -> Iterator[Diagnosis]:
    """The cache, where stores are kept, and the folder of reports with its ledger."""
    yield diagnose_place("cache", user_cache_path("fact-claims"))
    yield diagnose_place("output", out)
    yield diagnose_ledger(out / FILE_NAME)


def diagnose_place(subject: str, folder: Path) -> Diagnosis:
    """Leave to write and room in a folder, or in the nearest one above that there is; nothing is made."""
    there = next(path for path in [folder.absolute(), *folder.absolute().parents] if path.exists())
    if not there.is_dir():
        return Diagnosis(subject, State.FAILURE, f"{there} is a file; a folder is needed")
    if not os.access(there, os.W_OK | os.X_OK):
        return Diagnosis(
            subject, State.FAILURE, f"{there} cannot be written; give another folder, or leave to write"
        )
    free = shutil.disk_usage(there).free
    says = f"{folder}, {free / 1e9:.1f} GB free"
    if free < LITTLE:
        return Diagnosis(subject, State.WARNING, f"{says}; make room, {LITTLE / 1e9:.0f} GB are advised")
    return Diagnosis(subject, State.GOOD, says)


def diagnose_ledger(path: Path) -> Diagnosis:
    """The run database, if there is one."""
    if not path.exists():
        return Diagnosis("ledger", State.NOTE, f"none at {path} yet; the first claims run makes it")
    try:
        runs = list_runs(path)
    except LedgerLocked as error:
        return Diagnosis("ledger", State.WARNING, str(error))
    except LedgerError as error:
        return Diagnosis("ledger", State.FAILURE, str(error))
    return Diagnosis("ledger", State.GOOD, f"{len(runs):,} runs, {path.stat().st_size / 1e6:.1f} MB, {path}")
