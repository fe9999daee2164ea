"""Rows of the time vocabulary, ``data/vocabulary/times/``: what is knowledge and not grammar."""

import csv
from collections.abc import Iterator
from pathlib import Path


def _home() -> Path:
    """Beside the package in a checkout, inside it when installed from a wheel."""
    installed = Path(__file__).parents[2] / "_data"
    root = installed if installed.is_dir() else Path(__file__).parents[3] / "data"
    return root / "vocabulary" / "times"


def read_rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table (``words``, ``holidays``, ``seasons`` ...) in file order."""
    with (_home() / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
