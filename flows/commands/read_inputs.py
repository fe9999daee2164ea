"""The articles of a command's files, and what could not be read of them."""

import sys
from collections.abc import Sequence
from datetime import date

from claims.reading.read import read_articles
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure
from flows.write_terminal import remark_on


def read_inputs(
    files: Sequence[str], day: date | None, reading: ReadingSettings | None = None
) -> tuple[list[Article], list[ReadFailure]]:
    """Articles and failures in the order of the files; remarks go to stderr. ``-`` is standard input."""
    remarks: list[str] = []
    read = list(read_articles(files, day, getattr(sys.stdin, "buffer", None), remarks.append, reading))
    remark_on(remarks)
    articles = [item for item in read if isinstance(item, Article)]
    return articles, [item for item in read if isinstance(item, ReadFailure)]
