"""Paths as given -> the files to read."""

from collections.abc import Iterator, Sequence
from glob import has_magic, iglob
from pathlib import Path
from stat import S_ISDIR

from claims.errors import MissingInput, NotText, ReadingError
from claims.reading.find_kind import KINDS, PACKED, find_kind
from claims.reading.open_input import explain
from claims.reading.well_formed import well_formed
from claims.records import ReadFailure

SUFFIXES = frozenset(KINDS)
"""The files that are read in a directory, also packed; a file given by name may have any suffix."""


def find_inputs(paths: Sequence[Path | str]) -> Iterator[Path | ReadFailure]:
    """Each file given, and of each directory the files below it, sorted by path; failures in their place.

    A path with ``*``, ``?`` or ``[`` that no file has is a pattern (``**`` for any directories): what it matches is
    taken as if it had been given, sorted; hidden files are not matched by ``*``.

    In a directory hidden files, READMEs and those with other suffixes are passed over. Links to directories are
    followed, and a directory that is reached twice is read once.
    """
    for given in paths:
        path = Path(given)
        try:
            if given == "":
                raise MissingInput("The path is empty; give a file or a directory")
            matches = _matches(path)
        except (ReadingError, OSError, ValueError) as error:
            yield _failure(path, error)
            continue
        for match in matches:
            yield from _files(match)


def _files(path: Path) -> Iterator[Path | ReadFailure]:
    try:
        yield from _walk(path) if S_ISDIR(path.stat().st_mode) else [path]
    except (ReadingError, OSError, ValueError) as error:
        yield _failure(path, error)


def _matches(path: Path) -> list[Path]:
    pattern = str(path)
    if not has_magic(pattern) or path.exists():
        return [path]
    found = sorted(Path(match) for match in iglob(pattern, recursive=True))  # noqa: PTH207 - Path.glob matches hidden files
    if not found:
        raise MissingInput("No file matches the pattern; check it, and quote it where the shell expands it")
    return found


def _walk(top: Path) -> Iterator[Path | ReadFailure]:
    waiting, seen, found = [top], set[tuple[int, int]](), False
    while waiting:
        path = waiting.pop()
        try:
            children = _children(path, seen)
        except OSError as error:
            found = True
            yield _failure(path, error)
            continue
        if children is not None:
            waiting.extend(sorted(children, reverse=True))
        elif find_kind(path.name)[0] is not None:
            found = True
            yield path
    if not found:
        raise NotText(f"The directory holds no article; files are read that end in {_suffix_list()}")


def _children(path: Path, seen: set[tuple[int, int]]) -> list[Path] | None:
    """What lies in a directory, nothing the second time; None for anything else."""
    status = path.stat()
    if not S_ISDIR(status.st_mode):
        return None
    identity = (status.st_dev, status.st_ino)
    if identity in seen:
        return []
    seen.add(identity)
    return [child for child in path.iterdir() if not child.name.startswith((".", "README"))]


def _failure(path: Path, error: Exception) -> ReadFailure:
    name = well_formed(path.as_posix())
    if isinstance(error, OSError):
        error = explain(error)
    elif not isinstance(error, ReadingError):
        # pathlib's ValueError for a NUL character in the path
        error = MissingInput("No file can have this name; check the path")
    return ReadFailure(name, name, str(error))


def _suffix_list() -> str:
    return f"{', '.join(sorted(SUFFIXES))}, or in one of these and {PACKED}"
