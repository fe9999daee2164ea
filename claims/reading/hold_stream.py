"""A stream that is read once -> one that can be searched, as formats with their index at the end need."""

from io import BufferedReader, FileIO, RawIOBase
from tempfile import SpooledTemporaryFile
from typing import cast

from claims.errors import NotText

_IN_MEMORY = 8_000_000
"""Bytes; what is longer lies in a temporary file, which is gone when the stream is closed."""
_STEP = 65_536


def hold_stream(stream: BufferedReader, limit: int) -> BufferedReader:
    """The same bytes, seekable: a file on disk as it is, anything else copied.

    Raises NotText where more than ``limit`` bytes would have to be copied.
    """
    if isinstance(getattr(stream, "raw", None), FileIO | SpooledTemporaryFile):
        return stream
    held: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed with the reader
    size = 0
    while step := stream.read(_STEP):
        size += len(step)
        if size > limit:
            held.close()
            raise NotText(
                f"The document has more than {limit:,} bytes; unpack it, or raise max_document_bytes"
            )
        held.write(step)
    held.seek(0)
    return BufferedReader(cast(RawIOBase, held))
