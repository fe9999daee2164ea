"""The folder that a run writes to, made and tried before anything else starts."""

import os
from contextlib import suppress
from pathlib import Path

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full

ROOM = 4_000_000
"""Bytes that a first run writes before its reports: Prefect's database and the ledger, 3 MB together."""


def prepare_out(out: Path, option: str = "--out") -> None:
    """Make the folder that an option names.

    Raises OutputError where it is a file, cannot be written, or has no space left.
    """
    try:
        try_writing(out)
    except OSError as error:
        raise OutputError(f"{_explain(out, error)} with {option}") from error


def try_writing(folder: Path) -> None:
    """Make the folder, and a file of ``ROOM`` bytes in it that is taken away again. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    trial = folder / f".trial.{os.getpid()}"
    try:
        trial.write_bytes(bytes(ROOM))
    finally:
        with suppress(OSError):  # it may never have been made
            trial.unlink()


def _explain(out: Path, error: OSError) -> str:
    if is_disk_full(error):
        return f"{NO_SPACE} for {out}; make room, or give another directory"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return f"{out} is a file, or lies below one; give a directory"
    return f"{out} cannot be written ({error.strerror or error}); give another directory"
