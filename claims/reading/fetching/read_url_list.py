"""A file with an address a line -> the addresses."""

from collections.abc import Iterator
from pathlib import Path

from claims.errors import NotText
from claims.reading.decode_text import decode_strictly
from claims.reading.open_input import open_input

_MAX_LINE = 10_000


def read_url_list(path: Path) -> Iterator[tuple[str, str]]:
    """Each address with its place (FILE:LINE); empty lines and those that start with # are passed over.

    Raises ReadingError where the file cannot be read or holds no address.
    """
    empty = True
    with open_input(path) as file:
        number = 0
        while line := file.readline(_MAX_LINE):
            number += 1
            address = decode_strictly(line).lstrip("\ufeff").strip()
            if address and not address.startswith("#"):
                empty = False
                yield address, f"{path.as_posix()}:{number}"
    if empty:
        raise NotText("The list holds no address; give one a line")
