"""A file that appears whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full


@contextmanager
def draft_file(path: Path) -> Iterator[Path]:
    """A file beside the one to be, gone at the end of the block; ``draft.replace(path)`` puts it in place.

    Raises OutputError, which puts into words what went wrong with it.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
    except OSError as error:
        cause = NO_SPACE if is_disk_full(error) else error.strerror or error
        raise OutputError(f"the report {path} cannot be written: {cause}") from error
    finally:
        with suppress(OSError):
            draft.unlink()
