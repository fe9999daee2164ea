"""A file opened for reading, with what the system says put into words."""

from collections.abc import Iterator
from contextlib import contextmanager
from errno import ELOOP
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG

from claims.errors import MissingInput, NotText, ReadingError

# A long novel is 3 MB; what is larger is a dump or a wrong file, and would hold a worker for minutes.
# Decimal, so that a file or line that any tool calls "20 MB" is refused.
MAX_ARTICLE_BYTES = 20_000_000

TOO_LARGE = (
    f"larger than an article may be ({MAX_ARTICLE_BYTES // 1_000_000} MB); split it into one article a file,"
    " or into JSON Lines with one article a line"
)


@contextmanager
def open_input(path: Path) -> Iterator[BufferedReader]:
    """The regular file at the path, binary. Every OSError until it is closed comes out as ReadingError."""
    try:
        # Asked before opening: to open a pipe that nobody writes to would wait for ever.
        if not S_ISREG(path.stat().st_mode):
            raise NotText("Not a regular file but a pipe, socket, device or directory; save it to a file")
        with path.open("rb") as file:
            yield file
    except OSError as error:
        raise explain(error) from error


def explain(error: OSError) -> ReadingError:
    """The system's error as one that says what to do."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput("No such file or directory; check the path")
    if isinstance(error, PermissionError):
        return ReadingError("Permission denied; make it readable for the user that runs the check")
    if error.errno == ELOOP:
        return ReadingError("The symbolic links lead round in a circle; point them at a file")
    return ReadingError(f"Cannot be read ({error.strerror or error}); check the file and its disk")
