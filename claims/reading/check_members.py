"""A zip archive's list of members, looked at before any of them is unpacked."""

from zipfile import ZipFile

from claims.errors import NotText
from claims.reading.reading_settings import ReadingSettings

_SLACK = 10_000_000
"""Bytes that may come out whatever the archive's size; as for gzip."""


def check_members(archive: ZipFile, size: int, settings: ReadingSettings) -> None:
    """Raises NotText where the archive of ``size`` bytes states too many members, or too much to unpack.

    What it states is enough: Python unpacks no more of a member than its stated size. The sum counts, so that
    members which share their bytes are found out.
    """
    members = archive.infolist()
    if len(members) > settings.max_members:
        raise NotText(
            f"The archive has {len(members):,} members; split it, or raise max_members ({settings.max_members:,})"
        )
    unpacked = sum(member.file_size for member in members)
    if unpacked > _SLACK + settings.max_unpack_ratio * size:
        raise NotText(
            f"The archive unpacks to more than {settings.max_unpack_ratio} times its size, as a decompression bomb"
            " does; raise max_unpack_ratio if that is meant"
        )
