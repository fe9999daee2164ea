"""A zip archive -> the content of its members."""

from collections.abc import Iterator
from dataclasses import replace
from io import BufferedReader, RawIOBase
from pathlib import PurePosixPath
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from claims.errors import NotText, ReadingError
from claims.reading.check_members import check_members
from claims.reading.content import Content
from claims.reading.find_kind import find_kind
from claims.reading.guard_parser import guard_parser
from claims.reading.hold_stream import hold_stream
from claims.reading.reading_settings import ReadingSettings
from claims.reading.unpack_gzip import unpack_gzip
from claims.reading.well_formed import well_formed
from claims.records import ReadFailure

_MAX_DEPTH = 2
"""Archives in archives: a zip of zips is read, the next one is more likely meant to do harm."""


def read_zip(content: Content, settings: ReadingSettings) -> Iterator[Content | ReadFailure]:
    """The content of each member that a directory would yield, sorted by path; read it before the next is asked for.

    Nothing is written to disk under a member's name, so that a name such as ``../../x`` leads nowhere.
    Raises NotText where the archive as a whole is refused.
    """
    if content.depth >= _MAX_DEPTH:
        raise NotText(f"The archive lies {content.depth} archives deep; unpack the outer ones first")
    held = hold_stream(content.stream, settings.max_document_bytes)
    with guard_parser("The zip archive"):
        archive = ZipFile(held)
        check_members(archive, held.seek(0, 2), settings)
    members = [member for member in archive.infolist() if _is_read(member)]
    if not members:
        raise NotText("The archive holds no file that is read; the documentation of inputs lists them")
    for member in sorted(members, key=lambda member: PurePosixPath(member.filename).parts):
        yield from _open(archive, member, content, settings)


def _is_read(member: ZipInfo) -> bool:
    parts = PurePosixPath(member.filename).parts
    hidden = any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in parts)
    named = bool(parts) and not parts[-1].startswith("README")
    return named and not hidden and not member.is_dir() and find_kind(parts[-1])[0] is not None


class _Member(RawIOBase):
    """A member's bytes; what is wrong with them comes out as NotText while they are read."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        with guard_parser("The file in the archive"):
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()


def _open(
    archive: ZipFile, member: ZipInfo, content: Content, settings: ReadingSettings
) -> Iterator[Content | ReadFailure]:
    name = f"{content.name}:{well_formed(member.filename)}"
    kind, packed = find_kind(member.filename)
    assert kind is not None  # _is_read took only such
    try:
        if member.flag_bits & 1:
            raise NotText("The file is encrypted; pack it without a password")
        with guard_parser("The file"):
            file = archive.open(member)
        with BufferedReader(_Member(file)) as stream:
            inner: BufferedReader[Any] = unpack_gzip(stream, settings.max_unpack_ratio) if packed else stream
            yield replace(content, stream=inner, name=name, kind=kind, charset=None, depth=content.depth + 1)
    except ReadingError as error:
        yield ReadFailure(name, name, str(error))
