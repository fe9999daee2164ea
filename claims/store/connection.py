"""An open fact store's file, and what it says of itself."""

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb


class Connection:
    """The open file with the folder of its look-ups; use it as a context manager or call :meth:`close`."""

    def __init__(self, db: duckdb.DuckDBPyConnection, path: Path, folder: Path) -> None:
        self.path = path
        self._folder = folder
        self._db = db
        # What ``once_a_store`` keeps, by the function that made it.
        self.built: dict[Callable[..., Any], Any] = {}
        self.version = self._meta("version")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Release the file, and what was made of it."""
        self._db.close()
        self.built.clear()

    def _meta(self, key: str) -> str:
        row = self._db.execute("SELECT value FROM meta WHERE key = ?", [key]).fetchone()
        return str(row[0]) if row else ""
