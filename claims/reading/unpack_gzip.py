"""A gzip stream -> what is in it, as it is asked for."""

import gzip
import zlib
from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from claims.errors import NotText

_SLACK = 10_000_000
"""Bytes that may come out whatever went in: the ratio is one of bombs only beyond a size that could hurt."""


def unpack_gzip(packed: BinaryIO, ratio: int) -> BufferedReader:
    """The unpacked stream; several gzip members one after another are one stream.

    Reading it raises NotText where the data are broken, cut off, or unpack to more than ``ratio`` times
    their size. Memory does not grow with either.
    """
    return BufferedReader(_Unpacked(packed, ratio))


class _Counted:
    """A stream that counts what is taken of it; one inside an archive cannot tell where it stands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self.taken = stream, 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data


class _Unpacked(RawIOBase):
    def __init__(self, packed: BinaryIO, ratio: int) -> None:
        super().__init__()
        self._packed, self._ratio, self._given = _Counted(packed), ratio, 0
        self._file = gzip.GzipFile(fileobj=cast(BinaryIO, self._packed), mode="rb")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = self._file.read1(len(buffer))
        except EOFError as error:
            raise NotText("The gzip data are cut off; get the whole file again") from error
        except (gzip.BadGzipFile, zlib.error) as error:
            raise NotText(f"The gzip data are broken ({error}); get the file again") from error
        self._given += len(data)
        if self._given > _SLACK + self._ratio * self._packed.taken:
            raise NotText(
                f"The gzip data unpack to more than {self._ratio} times their size, as a decompression bomb"
                " does; raise max_unpack_ratio if that is meant"
            )
        buffer[: len(data)] = data
        return len(data)
