"""An open fact store's file, and what it says of itself."""

from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb


class Connection:
    """The open file with the folder of its look-ups; use it as a context manager or call :meth:`close`."""

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
        self.path = path
        self._folder = folder
        self._db = db
        self.version = self._meta("version")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file."""
        self._db.close()

    def _meta(self, key: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else ""
