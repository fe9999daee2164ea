"""One article -> what a stage makes of it, or the failure that is recorded in its place."""

from collections.abc import Callable
from typing import TypeVar

import duckdb

from claims.errors import ClaimsError
from claims.ledger.pack_records import content_key
from claims.records import Article, ReadFailure

T = TypeVar("T")


def attempt(stage: str, article: Article, work: Callable[[], T]) -> T | ReadFailure:
    """The result, or a failure that names the stage and the error: one bad article never stops a run.

    Errors of the store and the disk are every article's and go through.
    """
    try:
        return work()
    except (ClaimsError, duckdb.Error, OSError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever an article does to the rules, the others are to be judged
        cause = f"{type(error).__name__}: {error}".strip(": ")
        text = f"could not be {stage} ({cause}); please report it, and run again with --retry-errors"
        return ReadFailure(article.id, article.source, text, content_key(article))
