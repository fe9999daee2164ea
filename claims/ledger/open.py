"""The run database, opened for its one writer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from claims.errors import LedgerError, LedgerLocked
from claims.full_disk import NO_SPACE, is_disk_full

FILE_NAME = "runs.duckdb"
"""What the ledger is called in an output folder."""

SCHEMA_VERSION = "2"
_META = {"kind": "fact-claims ledger", "schema": SCHEMA_VERSION}


@contextmanager
def open_ledger(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The ledger at a path, made when it is missing or of 0 bytes. One process at a time may have it open.

    Raises LedgerLocked where another one has, LedgerError where the file is something else, of another
    version, damaged or cannot be written; what goes wrong inside the block is put into words alike.
    """
    try:
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            _make(path)
        with duckdb.connect(path) as db:
            _prepare(db, path)
            yield db
    except (duckdb.Error, OSError) as error:
        raise _explain(error, path) from error


def _make(path: Path) -> None:
    """A ledger appears whole: a full disk leaves no file that the next run could not use."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.unlink(missing_ok=True)
        with duckdb.connect(draft) as db:
            _create(db)
        _put_in_place(draft, path)
    finally:
        for rest in (draft, draft.with_name(f"{draft.name}.wal")):
            with suppress(OSError):
                rest.unlink()


def _put_in_place(draft: Path, path: Path) -> None:
    if path.exists() and path.stat().st_size == 0:
        path.unlink()
    with suppress(FileExistsError):  # another run was faster, and its ledger serves us both
        try:
            path.hardlink_to(draft)
        except FileExistsError:
            raise
        except OSError:  # a file system without hard links
            draft.replace(path)


def _prepare(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    tables = {name for (name,) in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    if not tables:
        _create(db)
    found = dict(db.execute("SELECT key, value FROM meta").fetchall()) if "meta" in tables else {}
    if tables and found.get("kind") != _META["kind"]:
        raise LedgerError(f"{path} is a database, but not one of runs; choose another output directory")
    if tables and found.get("schema") != SCHEMA_VERSION:
        raise LedgerError(
            f"{path} has schema {found.get('schema')}, this program writes {SCHEMA_VERSION}: move it away, "
            "or use the version of fact-claims that made it"
        )


def _create(db: duckdb.DuckDBPyConnection) -> None:
    """All tables or none: a process killed in between leaves an empty database."""
    db.begin()
    db.execute(Path(__file__).with_name("schema.sql").read_text(encoding="utf-8"))
    for pair in _META.items():
        db.execute("INSERT INTO meta VALUES (?, ?)", pair)
    db.commit()


def _explain(error: Exception, path: Path) -> LedgerError:
    """DuckDB tells its I/O errors apart by their text alone."""
    text = str(error).strip()
    if "Could not set lock" in text or "already attached" in text:
        return LedgerLocked(f"{path} is open in another process; close it there, or run again later ({text})")
    if "not a valid DuckDB database" in text or "read enough bytes" in text:
        return LedgerError(f"{path} is not a run database, or is cut short; move it away ({text})")
    if isinstance(error, duckdb.ConstraintException):
        return LedgerError(f"{path} already holds this batch; nothing of it was written again ({text})")
    if is_disk_full(error):
        return LedgerError(f"{NO_SPACE} for the ledger {path}; make room and run again ({text})")
    # A commit that meets a full disk fails as a transaction, with the reason in its text.
    if isinstance(error, duckdb.IOException | OSError) or "Could not write file" in text:
        return LedgerError(f"{path} cannot be written; check the disk's space and the permissions ({text})")
    return LedgerError(f"{path} cannot be used and may be damaged; move it away, a new one is made ({text})")
