"""Fact stores in the cache that are not of the packs and the schema at hand, and their removal."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claims.store.knowledge import Knowledge, default_path
from claims.store.lookup import lookup_folder


@dataclass(frozen=True, slots=True)
class OutdatedStore:
    """A store of another version, and the bytes that it takes with its look-ups."""

    path: Path
    size: int


def outdated_stores(knowledge: Knowledge) -> Iterator[OutdatedStore]:
    """Those in the cache, by name. A store of the same facts for another encoder is not outdated."""
    current = default_path(knowledge, "").stem
    for path in sorted(default_path(knowledge, "").parent.glob("facts-*.duckdb")):
        if not path.stem.startswith(current):
            files = [path, *lookup_folder(path).glob("*")]
            yield OutdatedStore(path, sum(file.stat().st_size for file in files))


def remove_store(path: Path) -> None:
    """Remove a store and its look-ups. Who has it open reads on. Raises OSError."""
    path.unlink()
    shutil.rmtree(lookup_folder(path), ignore_errors=True)
