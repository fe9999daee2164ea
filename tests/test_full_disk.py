from errno import EACCES, EDQUOT, ENOSPC

import duckdb
import pytest

from claims.full_disk import is_disk_full


def caused_by(error: Exception) -> Exception:
    outer = RuntimeError("a task failed")
    outer.__cause__ = error
    return outer


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(ENOSPC, "No space left on device"), True),
        (OSError(EDQUOT, "quota"), True),
        (duckdb.IOException('Could not write file "x": No space left on device'), True),
        (duckdb.TransactionException("Failed to commit: No space left on device"), True),
        (RuntimeError("(sqlite3.OperationalError) database or disk is full"), True),
        (caused_by(OSError(ENOSPC, "x")), True),
        (OSError(EACCES, "Permission denied"), False),
        (ValueError("full of errors"), False),
        (caused_by(ValueError("x")), False),
    ],
)
def test_is_disk_full(error: Exception, full: bool) -> None:
    assert is_disk_full(error) is full
