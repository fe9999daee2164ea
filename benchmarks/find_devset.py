"""The development sets: where one lies, and its rows."""

import gzip
import json
import sys
from pathlib import Path
from typing import Any


def find_devset(arguments: list[str], usage: str, *names: str) -> list[Path] | None:
    """The files of the sets in the folder that was given; None after saying what is missing on stderr."""
    folder = Path(arguments[0]) if len(arguments) == 1 else None
    if folder is None or not folder.is_dir():
        print(usage, file=sys.stderr)
        print("The folder with the development sets is missing.", file=sys.stderr)
        return None
    paths = [folder / f"{name}.jsonl.gz" for name in names]
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        print(f"{', '.join(missing)}: no such file", file=sys.stderr)
    return None if missing else paths


def read_devset(path: Path) -> list[dict[str, Any]]:
    """Every row of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
