"""Lines of a dump -> the items among them that may be of use; the others are not parsed, which takes longest."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from claims.errors import DumpError
from claims.refreshing.read_entity import Entity

Needles = tuple[str, frozenset[str]]
"""An id that must stand in a line, and others of which one must, where there are any."""


def read_lines(lines: Iterable[bytes], wanted: Iterable[Needles], path: Path) -> Iterator[Entity]:
    """The items that have what is wanted somewhere. Raises DumpError where such a line is no JSON."""
    needles = [
        (_quoted(must), [_quoted(one) for one in sorted(others)]) for must, others in sorted(set(wanted))
    ]
    for line in lines:
        if any(must in line and (not others or any(o in line for o in others)) for must, others in needles):
            yield parse_line(line, path)


def _quoted(name: str) -> bytes:
    return f'"{name}"'.encode()


def parse_line(line: bytes, path: Path) -> Entity:
    """The item of a line. Raises DumpError where it is no JSON."""
    try:
        return Entity(line)
    except (ValueError, TypeError, RecursionError) as error:
        raise DumpError(f"{path}: a line that is no entity ({error}): {line[:60]!r}") from error
