"""A dump of Wikidata in JSON -> its entities, a line at a time, plain or compressed."""

import bz2
import gzip
import zlib
from collections.abc import Iterator
from io import BufferedIOBase
from pathlib import Path

from claims.errors import DumpError

LONGEST_LINE = 256 * 2**20
"""Bytes of one entity at most; the largest have some 10 MB."""


def read_dump(path: Path) -> Iterator[bytes]:
    """Each entity's JSON, without the comma after it. Raises DumpError where the file is cut off or no dump.

    A dump is one array with an entity a line; lines without the array around them are taken, too.
    """
    number = 0
    try:
        with _open(path) as file:
            array, ended = False, False
            while line := file.readline(LONGEST_LINE):
                number += 1
                text = line.strip()
                if not text:
                    continue
                if ended:
                    raise DumpError(f"{path}:{number}: something follows the end of the array")
                if text == b"[" and number == 1:
                    array = True
                elif text == b"]" and array:
                    ended = True
                else:
                    yield _entity(path, number, text)
            if array and not ended:
                raise DumpError(
                    f"{path} ends after line {number:,} without the closing bracket: it is cut off"
                )
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise DumpError(f"{path} is cut off or damaged after line {number:,}: {error}") from error
    except OSError as error:
        raise DumpError(f"{path} cannot be read after line {number:,}: {error}") from error
    if not number:
        raise DumpError(f"{path} is empty")


def _open(path: Path) -> BufferedIOBase:
    """The file, uncompressed, whatever its name says."""
    with path.open("rb") as file:
        start = file.read(3)
    if start.startswith(b"\x1f\x8b"):
        return gzip.open(path)
    return bz2.open(path) if start == b"BZh" else path.open("rb")


def _entity(path: Path, number: int, text: bytes) -> bytes:
    text = text.removesuffix(b",")
    if not (text.startswith(b"{") and text.endswith(b"}")):
        raise DumpError(
            f"{path}:{number}: no entity ({text[:60]!r}): the file is cut off or no dump of Wikidata"
        )
    return text
