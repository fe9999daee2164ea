"""A CSV table with a heading -> an article for each row."""

import csv
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BufferedReader

from claims.errors import BadRecord, NotText
from claims.reading.build_record import build_record
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.refuse_binary import refuse_binary
from claims.records import Article, ReadFailure

_HEAD_BYTES = 4096
_DELIMITERS = ",;\t|"
_UNDECODED = re.compile("[\udc80-\udcff]")


def read_csv(file: BufferedReader, name: str) -> Iterator[Article | ReadFailure]:
    """The articles of the rows in order; a bad row is a ReadFailure. Memory holds one row.

    The heading names the fields of a record and holds ``text``; commas, semicolons, tabs or bars part the cells.
    An empty cell is a missing field. A row is named by its first line. Raises NotText or BadRecord where the
    file as a whole cannot be read.
    """
    head = file.peek(_HEAD_BYTES)[:_HEAD_BYTES]
    refuse_binary(head)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise NotText("CSV must be UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 OLD > NEW")
    lines = _Lines(file)
    first = next(lines, "")
    delimiter = _delimiter(first)
    # The module's own limit is 128 KB for all readers of a process; ours is that of an article.
    csv.field_size_limit(max(csv.field_size_limit(), MAX_ARTICLE_BYTES))
    heading = _heading(first, delimiter)
    if "text" not in heading:
        raise BadRecord('The heading names no column "text"; name the column of the articles so')
    empty = True
    for number, row in _rows(lines, delimiter):
        if row == []:
            continue
        empty = False
        yield _build(heading, row, f"{name}:{number}")
    if empty:
        raise NotText("The file holds no row after its heading; give one article a row")


class _Lines:
    """The lines as text, bytes that are no UTF-8 kept as surrogates; ``number`` is that of the last one."""

    def __init__(self, file: BufferedReader) -> None:
        self._file, self.number = file, 0

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_ARTICLE_BYTES)
        if not line:
            raise StopIteration
        if len(line) == MAX_ARTICLE_BYTES:
            # Where a row ends can no longer be told, so the rest of the file cannot be read.
            raise BadRecord(f"Line {self.number + 1} is {TOO_LARGE}")
        self.number += 1
        return (line.removeprefix(BOM_UTF8) if self.number == 1 else line).decode("utf-8", "surrogateescape")


def _delimiter(heading: str) -> str:
    return max(_DELIMITERS, key=heading.count)


def _heading(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error as error:
        raise BadRecord(
            f"The heading is not CSV ({error}); end lines with a line feed, and quote cells"
        ) from error


def _rows(lines: _Lines, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with its first line's number; in place of a broken one what is wrong with it."""
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        number = lines.number + 1
        try:
            yield number, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, f"The row is not CSV ({error}); quote its cells, and double the quotes in them"


def _build(heading: list[str], row: list[str] | str, place: str) -> Article | ReadFailure:
    if isinstance(row, str):
        return ReadFailure(place, place, row)
    if len(row) != len(heading):
        return ReadFailure(
            place,
            place,
            f"The row has {len(row)} cells and the heading {len(heading)}; quote cells that hold the separator",
        )
    if any(map(_UNDECODED.search, row)):
        return ReadFailure(
            place,
            place,
            "The row is not valid UTF-8; convert the file with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
        )
    fields: dict[str, object] = {key: cell for key, cell in zip(heading, row, strict=True) if cell.strip()}
    return build_record({"text": "", **fields}, place)
