"""A Parquet table -> an article for each row."""

from collections.abc import Iterator
from io import BufferedReader
from typing import TYPE_CHECKING

from claims.errors import BadRecord, NotText, ReadingError
from claims.reading.build_record import build_record
from claims.reading.guard_parser import guard_parser
from claims.reading.hold_stream import hold_stream
from claims.reading.reading_settings import ReadingSettings
from claims.records import Article, ReadFailure

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_FIELDS = ("id", "text", "date", "title", "url", "author", "language")
_ROWS = 16
"""Rows in memory; an article may have 20 MB."""


def read_parquet(
    file: BufferedReader, name: str, settings: ReadingSettings
) -> Iterator[Article | ReadFailure]:
    """The articles of the rows in order, numbered from 1; a row group that is broken is one ReadFailure.

    The columns are the fields of a record, other columns are not read. Raises ReadingError where the file as a
    whole cannot be read.
    """
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - a tenth of a second that few runs need

    held = hold_stream(file, settings.max_document_bytes)
    with guard_parser("The Parquet file"):
        table = ParquetFile(held, memory_map=False, pre_buffer=False)
    columns = {name.lower(): name for name in table.schema_arrow.names if name.lower() in _FIELDS}
    if "text" not in columns:
        raise BadRecord('The table has no column "text"; name the column of the articles so')
    number = 0
    for group in range(table.num_row_groups):
        rows = _rows(table, group, list(columns.values()))
        last = number + table.metadata.row_group(group).num_rows
        try:
            for row in rows:
                number += 1
                yield build_record({key.lower(): value for key, value in row.items()}, f"{name}:{number}")
        except ReadingError as error:
            place = f"{name}:{number + 1}-{last}"
            yield ReadFailure(place, place, str(error))
        number = last
    if not number:
        raise NotText("The table has no row; give one article a row")


def _rows(table: "ParquetFile", group: int, columns: list[str]) -> Iterator[dict[str, object]]:
    with guard_parser(f"Row group {group + 1} of the Parquet file"):
        batches = table.iter_batches(_ROWS, row_groups=[group], columns=columns)
        for batch in batches:
            yield from batch.to_pylist()
