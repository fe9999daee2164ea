"""A file -> whether it is a fact store of ours that can be read."""

from pathlib import Path
from typing import Any, cast

import duckdb

from claims.errors import StoreError

_KEYS = frozenset(("version", "schema", "encoder"))
"""What the table ``meta`` of every store says; a run database has other keys."""

# Small, and read by every check: a block that is cut off or damaged is found at once, in some 15 ms.
_READ_AT_ONCE = ("sources", "predicates", "phrasings", "series", "wordings")

_LOOKUP_FILES = frozenset((".npy", ".arrow"))


def connect_store(path: Path, schema: str) -> duckdb.DuckDBPyConnection:
    """The store, open for reading; whatever is asked of it raises StoreError where it is damaged.

    Raises StoreError where the file is missing, something else, damaged, of another schema or open for
    writing elsewhere.
    """
    if not path.exists():
        raise StoreError(f"no fact store at {path}: build it with `claims facts build`")
    try:
        db = duckdb.connect(path, read_only=True)
    except (duckdb.Error, OSError) as error:
        raise _explain(path, error) from error
    try:
        _read_once(db, path, schema)
    except duckdb.Error as error:
        db.close()
        raise damaged(path, error) from error
    except StoreError:
        db.close()
        raise
    return cast(duckdb.DuckDBPyConnection, _Guarded(db, path))


def _read_once(db: duckdb.DuckDBPyConnection, path: Path, schema: str) -> None:
    if not _is_store(db):
        raise StoreError(f"{path} is a database, but not a fact store; build one with `claims facts build`")
    if read_meta(db)["schema"] != schema:
        raise StoreError(
            f"{path} was built by another version of the program; run `claims facts build` again"
        )
    for table in _READ_AT_ONCE:
        db.execute(f"SELECT count(hash(t)) FROM {table} t").fetchone()


class _Guarded:
    """A connection whose queries raise StoreError: a store that was opened may be damaged further in."""

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._db = db
        self._path = path

    def execute(self, *query: Any) -> duckdb.DuckDBPyConnection:  # noqa: ANN401 - passed on as it is
        try:
            return self._db.execute(*query)
        except duckdb.Error as error:
            raise damaged(self._path, error) from error

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._db, name)


def read_meta(db: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """What a store says of itself: ``version``, ``schema`` and ``encoder``."""
    return dict(db.execute("SELECT key, value FROM meta").fetchall())


def is_store(path: Path) -> bool:
    """Whether the file is a fact store of this program, of whatever version, and undamaged."""
    try:
        with duckdb.connect(path, read_only=True) as db:
            return _is_store(db)
    except (duckdb.Error, OSError):
        return False


def is_lookup(folder: Path) -> bool:
    """Whether the folder is missing or holds look-ups and nothing else, so that it may be replaced."""
    if not folder.exists():
        return True
    return folder.is_dir() and all(
        file.name == "version" or file.suffix in _LOOKUP_FILES for file in folder.iterdir()
    )


def damaged(path: Path, error: Exception) -> StoreError:
    """The error of a store that cannot be read to its end."""
    return StoreError(f"the fact store {path} is damaged: {_first_line(error)}; build it again {_REMEDY}")


_REMEDY = "with `claims facts build`, one given with --facts after moving it away"


def _is_store(db: duckdb.DuckDBPyConnection) -> bool:
    columns = db.execute("SELECT column_name FROM duckdb_columns() WHERE table_name = 'meta'").fetchall()
    return {name for (name,) in columns} == {"key", "value"} and read_meta(db).keys() >= _KEYS


def _explain(path: Path, error: Exception) -> StoreError:
    """DuckDB tells its I/O errors apart by their text alone."""
    text = str(error)
    if path.is_dir():
        return StoreError(f"{path} is a directory, not a fact store; give the path of a file")
    if "Could not set lock" in text:
        return StoreError(
            f"{path} is open for writing in another process; close it there, or run again later"
        )
    if "read enough bytes" in text or "hecksum" in text or "Corrupt" in text:
        return damaged(path, error)
    return StoreError(
        f"{path} is not a fact store: {_first_line(error)}; build one with `claims facts build`"
    )


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0].rstrip("!.")
