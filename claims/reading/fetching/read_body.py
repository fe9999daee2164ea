"""A response under way -> its body, bounded as sent and as unpacked."""

import time
import zlib
from collections.abc import Iterable, Iterator
from tempfile import SpooledTemporaryFile

import httpx

from claims.errors import NotFetched, Unanswered

_IN_MEMORY = 8_000_000
_STEP = 65_536
_GZIP = 31
"""zlib's window bits for gzip."""


def read_body(response: httpx.Response, limit: int, deadline: float) -> SpooledTemporaryFile[bytes]:
    """The body, unpacked, from its start. Raises NotFetched where it is too large or packed in an unknown way,
    Unanswered where it is cut off or late.

    It is unpacked here and not by httpx, which would unpack a whole block before its size can be seen.
    """
    length = response.headers.get("Content-Length", "")
    if length.isdigit() and int(length) > limit:
        raise _too_large(limit)
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    raw = _bounded(response.iter_raw(_STEP), limit, deadline)
    if packing in ("gzip", "x-gzip"):
        steps = _unpacked(raw, response)
    elif packing in ("", "identity"):
        steps = raw
    else:
        raise NotFetched(
            f"The response is packed as {packing[:40]!r}, which was not asked for; have the server corrected"
        )
    body: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - handed on
    try:
        for step in _bounded(steps, limit, deadline):
            body.write(step)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    return body


def _bounded(steps: Iterable[bytes], limit: int, deadline: float) -> Iterator[bytes]:
    size = 0
    for step in steps:
        size += len(step)
        if size > limit:
            raise _too_large(limit)
        if time.monotonic() > deadline:
            raise Unanswered("The response takes too long; try again later, or raise total_timeout_s")
        yield step


def _unpacked(raw: Iterable[bytes], response: httpx.Response) -> Iterator[bytes]:
    """Unpacked in steps of at most 64 KB, however much a packed byte stands for."""
    unpacker, ended = zlib.decompressobj(_GZIP), False
    try:
        for packed in raw:
            rest = packed
            while rest:
                if unpacker.eof:  # the next gzip member
                    unpacker = zlib.decompressobj(_GZIP)
                yield unpacker.decompress(rest, _STEP)
                rest = unpacker.unconsumed_tail or unpacker.unused_data
            ended = unpacker.eof
    except zlib.error as error:
        raise NotFetched(
            f"The response is not the gzip it says it is ({error}); have the server corrected"
        ) from error
    if not ended and response.num_bytes_downloaded:
        raise Unanswered("The packed response is cut off; try again later")


def _too_large(limit: int) -> NotFetched:
    return NotFetched(f"The response has more than {limit:,} bytes; raise max_response_bytes if it is meant")
