"""Another package's parser at work on content that may be broken or hostile."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from claims.errors import NotText, ReadingError


@contextmanager
def guard_parser(what: str, *loggers: str) -> Iterator[None]:
    """Whatever the parser raises comes out as NotText; its ``loggers`` are silent meanwhile.

    A parser of another package may raise anything on hostile bytes, and one document must not stop a run.
    """
    levels = {name: logging.getLogger(name).level for name in loggers}
    for name in loggers:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        yield
    except ReadingError:
        raise
    except Exception as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise NotText(f"{what} is broken or none ({said}); check it with the program that made it") from error
    finally:
        for name, level in levels.items():
            logging.getLogger(name).setLevel(level)
