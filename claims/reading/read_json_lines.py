"""A file with one JSON object a line -> an article for each."""

import json
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from io import BufferedReader

from claims.errors import BadRecord, NotText, ReadingError
from claims.reading.build_record import build_record, name_kind
from claims.reading.decode_text import decode_strictly
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.refuse_binary import refuse_binary
from claims.records import Article, ReadFailure

_HEAD_BYTES = 4096
_SKIP_BYTES = 65_536


def read_json_lines(file: BufferedReader, name: str) -> Iterator[Article | ReadFailure]:
    """The articles of a file or stream in order, one line in memory at a time; a bad line is a ReadFailure.

    ``name`` is what its articles are said to come from. Blank lines are passed over. Raises ReadingError
    where the file as a whole cannot be read.
    """
    empty = True
    _refuse_head(file.peek(_HEAD_BYTES)[:_HEAD_BYTES])
    for number, line in _lines(file):
        if line is not None and not line.strip():
            continue
        if empty and line is not None:
            _refuse_document(line)
        empty = False
        yield _read_line(line, f"{name}:{number}")
    if empty:
        raise NotText("The file holds no record; give one JSON object a line")


def _refuse_head(head: bytes) -> None:
    refuse_binary(head)
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise NotText("JSON Lines must be UTF-8; convert it with: iconv -f UTF-16 -t UTF-8 OLD > NEW")


def _refuse_document(first_line: bytes) -> None:
    """One error in place of one a line where a list or object is spread over lines."""
    opening = first_line.strip()
    if opening == b"{" or (opening.startswith(b"[") and not opening.endswith(b"]")):
        raise BadRecord(
            "The file is one JSON document over several lines; write one object a line,"
            " for a list with: jq -c '.[]' OLD > NEW.jsonl"
        )


def _lines(file: BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1, without a byte order mark; None for one that is too long."""
    number = 0
    while line := file.readline(MAX_ARTICLE_BYTES):
        number += 1
        if len(line) == MAX_ARTICLE_BYTES:
            while not line.endswith(b"\n"):
                line = file.readline(_SKIP_BYTES) or b"\n"
            yield number, None
        else:
            yield number, line.removeprefix(BOM_UTF8) if number == 1 else line


def _read_line(line: bytes | None, place: str) -> Article | ReadFailure:
    try:
        if line is None:
            raise BadRecord(f"The line is {TOO_LARGE}")
        return build_record(_parse(line), place)
    except ReadingError as error:
        return ReadFailure(place, place, str(error))


def _parse(line: bytes) -> dict[str, object]:
    try:
        record = json.loads(decode_strictly(line))
    except json.JSONDecodeError as error:
        raise BadRecord(f"Not JSON ({error.msg}, column {error.colno}); write one object a line") from error
    except RecursionError as error:
        raise BadRecord("The JSON is nested too deeply; write one flat object a line") from error
    except ValueError as error:
        raise BadRecord("The JSON holds a number with too many digits; write it as a string") from error
    if not isinstance(record, dict):
        raise BadRecord(
            f'The line holds {name_kind(record)}, not an object; write {{"id": ..., "text": ...}}'
        )
    return record
