"""The run database, opened for its one writer."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from claims.errors import LedgerError, LedgerLocked
from claims.full_disk import NO_SPACE, is_disk_full
from claims.ledger.migrate import SCHEMA_VERSION, create_tables, migrate

FILE_NAME = "runs.duckdb"
"""What the ledger is called in an output folder."""

WAIT_SECONDS = 2.0
"""How long another process is waited for; ours have the ledger open for a fraction of that at a time."""

POLL_SECONDS = 0.01
_META = {"kind": "fact-claims ledger", "schema": SCHEMA_VERSION}


@contextmanager
def open_ledger(path: Path, wait: float = WAIT_SECONDS) -> Iterator[duckdb.DuckDBPyConnection]:
    """The ledger at a path, made when it is missing or of 0 bytes. One process at a time may have it open.

    A ledger of an older program is brought up to date. Raises LedgerLocked where another process still has it open after ``wait``
    seconds, LedgerError where the file is something else, of a newer version, damaged or cannot be written; what goes wrong
    inside the block is put into words alike.
    """
    try:
        if not path.exists() or (path.is_file() and path.stat().st_size == 0):
            _make(path)
        with _connect(path, wait) as db:
            _prepare(db, path)
            yield db
    except (duckdb.Error, OSError) as error:
        raise _explain(error, path) from error


def _connect(path: Path, wait: float) -> duckdb.DuckDBPyConnection:
    """A connection, as soon as no other process has one."""
    end = time.monotonic() + wait
    while True:
        try:
            return duckdb.connect(path)
        except duckdb.IOException as error:
            if not _is_locked(error) or time.monotonic() >= end:
                raise
            time.sleep(POLL_SECONDS)


def _is_locked(error: Exception) -> bool:
    """DuckDB tells its I/O errors apart by their text alone."""
    return "Could not set lock" in str(error) or "already attached" in str(error)


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
    if tables and found.get("schema") != SCHEMA_VERSION and not migrate(db, found.get("schema")):
        raise LedgerError(
            f"{path} has schema {found.get('schema')}, this program writes {SCHEMA_VERSION}: move it away, "
            "or use the version of fact-claims that made it"
        )


def _create(db: duckdb.DuckDBPyConnection) -> None:
    """All tables or none: a process killed in between leaves an empty database."""
    db.begin()
    create_tables(db)
    for pair in _META.items():
        db.execute("INSERT INTO meta VALUES (?, ?)", pair)
    db.commit()


def _explain(error: Exception, path: Path) -> LedgerError:
    text = str(error).strip()
    if _is_locked(error):
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
