"""A file with one JSON object a line -> an article for each."""

import json
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from datetime import date
from io import BufferedReader
from pathlib import Path

from claims.errors import BadRecord, NotText, ReadingError
from claims.reading.build_article import build_article, read_field
from claims.reading.decode_text import decode_strictly
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE, open_input
from claims.reading.refuse_binary import refuse_binary
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure

JSON_SUFFIXES = frozenset((".jsonl", ".ndjson", ".json"))
_HEAD_BYTES = 4096
_SKIP_BYTES = 65_536
# RFC 3339, and the ways it is written in practice: a space for the T, no seconds, no zone, a zone without colon.
_ISO_DATE = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9]|:60)?(?:[.,][0-9]+)? ?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_JSON_KINDS = {str: "string", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}


def read_json_lines(path: Path) -> Iterator[Article | ReadFailure]:
    """The articles of the file in order, one line in memory at a time; a bad line is a ReadFailure.

    The text of an article is the ``text`` of its record, character for character. Blank lines are passed
    over. Raises ReadingError where the file as a whole cannot be read.
    """
    with open_input(path) as file:
        yield from read_records(file, well_formed(path.as_posix()))


def read_records(file: BufferedReader, name: str) -> Iterator[Article | ReadFailure]:
    """The same of an open file or stream; ``name`` is what its articles are said to come from."""
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
    fields: dict[str, object] = {}
    try:
        if line is None:
            raise BadRecord(f"The line is {TOO_LARGE}")
        fields.update(_parse(line))
        return build_article(fields, _text(fields), place, _date(fields), "record")
    except ReadingError as error:
        return ReadFailure(_best_id(fields) or place, place, str(error))


def _best_id(fields: dict[str, object]) -> str | None:
    try:
        return read_field(fields, "id")
    except BadRecord:
        return None


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
        raise BadRecord(f'The line holds {_kind(record)}, not an object; write {{"id": ..., "text": ...}}')
    return record


def _kind(value: object) -> str:
    return "null" if value is None else f"a JSON {_JSON_KINDS[type(value)]}"


def _text(fields: dict[str, object]) -> str:
    if "text" not in fields:
        raise BadRecord('The record has no "text"; add the article\'s text under that name')
    text = fields["text"]
    if not isinstance(text, str):
        raise BadRecord(f'"text" is {_kind(text)}, not a string; write the article\'s text as one string')
    if not text.strip():
        raise BadRecord('"text" is empty; add the article\'s text')
    return text


def _date(fields: dict[str, object]) -> date | None:
    """The day as it is written, whatever the zone: a newsroom's own date, not that of Greenwich."""
    stated = fields.get("date")
    if stated is None:
        return None
    written = _ISO_DATE.fullmatch(stated) if isinstance(stated, str) else None
    if written is None:
        raise BadRecord(
            '"date" is neither YYYY-MM-DD nor a time as 2022-12-30T08:00:00Z; write it so, or null where it'
            " is not known"
        )
    try:
        return date.fromisoformat(written["day"])
    except ValueError as error:
        raise BadRecord(f'"date" is {written["day"]}, which is no day of the calendar; correct it') from error
