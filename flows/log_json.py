"""What happens in a run as JSON lines, for programs that watch over it."""

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from claims.errors import OutputError
from flows.check_folder import check_folder
from flows.show_progress import listening

STDERR = "-"


class JsonLog:
    """Writes an object a line, each with its time in UTC and the name of what happened."""

    def __init__(self, file: TextIO | None) -> None:
        self._file = file

    def write(self, event: str, **fields: Any) -> None:  # noqa: ANN401 - whatever JSON can hold
        """One line, at once; nothing where no log is wanted."""
        if self._file is not None:
            line = {"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **fields}
            self._file.write(json.dumps(line, ensure_ascii=True, default=str) + "\n")
            self._file.flush()

    def progress(self, stage: str, done: int, total: int | None, flags: int | None) -> None:
        """How far a stage is."""
        self.write("progress", stage=stage, done=done, total=total, flags=flags)


@contextmanager
def log_json(where: str | None) -> Iterator[JsonLog]:
    """A log at a path, to which is added, or on stderr for ``-``; one that writes nothing for None. Raises OutputError."""
    if where is None:
        yield JsonLog(None)
        return
    with ExitStack() as stack:
        if where != STDERR:
            check_folder(Path(where))
        try:
            file = (
                sys.stderr
                if where == STDERR
                else stack.enter_context(Path(where).open("a", encoding="utf-8"))
            )
        except OSError as error:
            raise OutputError(f"the log {where} cannot be written: {error.strerror or error}") from error
        log = JsonLog(file)
        stack.enter_context(listening(log.progress))
        yield log
