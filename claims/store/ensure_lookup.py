"""The look-ups of an open store, made again where they are not its own."""

from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

import duckdb

from claims.errors import StoreError
from claims.store.examine import is_lookup, read_meta
from claims.store.lookup import TABLES, Lookup, ValueLookup, is_current, lookup_folder, write_lookup


def ensure_lookup(db: duckdb.DuckDBPyConnection, path: Path) -> Path:
    """The folder with the store's look-ups, made again where they are missing, cut off or of another version.

    Beside the store where that can be written, else in the system's folder for temporary files.
    """
    version = read_meta(db)["version"]
    elsewhere = (
        Path(gettempdir()) / f"{path.name}.{sha256(str(path.resolve()).encode()).hexdigest()[:12]}.lookup"
    )
    for folder in (lookup_folder(path), elsewhere):
        if is_current(folder, version) and _is_whole(folder):
            return folder
    for folder in filter(is_lookup, (lookup_folder(path), elsewhere)):
        try:
            write_lookup(db, folder, version)
        except OSError:
            continue
        return folder
    raise StoreError(
        f"the look-ups of {path} can be written neither beside it nor in {elsewhere.parent}; make room"
    )


def _is_whole(folder: Path) -> bool:
    """Whether every look-up in the folder can be mapped; a copy that was cut off cannot."""
    try:
        for table in TABLES:
            Lookup(folder, table)
        ValueLookup(folder, Lookup(folder, "facts"))
    except (OSError, ValueError):  # Arrow's errors are ValueErrors
        return False
    return True
