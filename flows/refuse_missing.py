"""Inputs none of which is there: a slip in the command, and no batch to be recorded."""

from collections.abc import Sequence
from glob import has_magic, iglob
from pathlib import Path

from claims.errors import MissingInput
from claims.reading.find_address import find_address
from claims.reading.read_stdin import STDIN


def refuse_missing(paths: Sequence[str]) -> None:
    """Nothing where one of the paths may be read. Raises MissingInput where none of them is there."""
    if paths and all(_is_missing(path) for path in paths):
        raise MissingInput(f"{', '.join(paths)}: no such file or directory; check the path")


def _is_missing(path: str) -> bool:
    """Whether a file, folder or pattern is nowhere; whatever cannot be told is left to who reads it."""
    if path in ("", STDIN) or find_address(path):
        return False
    try:
        if Path(path).exists():
            return False
        return not has_magic(path) or next(iglob(path, recursive=True), None) is None  # noqa: PTH207 - Path.glob matches hidden files
    except (OSError, ValueError):
        return False
