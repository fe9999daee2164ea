"""Whether an error says that a disk is full: Python, DuckDB and SQLite each say it in their own way."""

from collections.abc import Iterator
from errno import EDQUOT, ENOSPC

_WORDS = ("No space left on device", "Disk quota exceeded", "database or disk is full")
NO_SPACE = "no space left on the disk"


def is_disk_full(error: BaseException) -> bool:
    """Whether the error, or one that it came from, is that of a full disk or a used-up quota."""
    return any(
        getattr(one, "errno", None) in (ENOSPC, EDQUOT) or any(words in str(one) for words in _WORDS)
        for one in _chain(error)
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__
