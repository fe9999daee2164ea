"""A record - a line of JSON, a row of a table - -> an article."""

from collections.abc import Mapping
from datetime import date, datetime

from claims.errors import BadRecord, ReadingError
from claims.reading.build_article import build_article, read_field
from claims.reading.open_input import MAX_ARTICLE_BYTES, TOO_LARGE
from claims.reading.read_iso_day import read_iso_day
from claims.records import Article, ReadFailure

_JSON_KINDS = {str: "string", bool: "boolean", int: "number", float: "number", list: "list", dict: "object"}


def build_record(fields: Mapping[str, object], place: str) -> Article | ReadFailure:
    """The article that the fields state, whose text is ``text`` character for character; ``place`` is its source.

    A ReadFailure where they hold none.
    """
    try:
        return build_article(fields, _text(fields), place, _date(fields), "record")
    except ReadingError as error:
        return ReadFailure(_best_id(fields) or place, place, str(error))


def name_kind(value: object) -> str:
    """What JSON calls the value's type, with its article: "a JSON list"."""
    kind = _JSON_KINDS.get(type(value))
    return "null" if value is None else f"a JSON {kind}" if kind else f"a {type(value).__name__}"


def _best_id(fields: Mapping[str, object]) -> str | None:
    try:
        return read_field(fields, "id")
    except BadRecord:
        return None


def _text(fields: Mapping[str, object]) -> str:
    if "text" not in fields:
        raise BadRecord('The record has no "text"; add the article\'s text under that name')
    text = fields["text"]
    if not isinstance(text, str):
        raise BadRecord(f'"text" is {name_kind(text)}, not a string; write the article\'s text as one string')
    if not text.strip():
        raise BadRecord('"text" is empty; add the article\'s text')
    if len(text) >= MAX_ARTICLE_BYTES:
        raise BadRecord(f"The text is {TOO_LARGE}")
    return text


def _date(fields: Mapping[str, object]) -> date | None:
    stated = fields.get("date")
    if stated is None:
        return None
    if isinstance(stated, datetime):
        return stated.date()
    if isinstance(stated, date):
        return stated
    try:
        day = read_iso_day(stated) if isinstance(stated, str) else None
    except ValueError as error:
        raise BadRecord(f'"date" is {error}, which is no day of the calendar; correct it') from error
    if day is None:
        raise BadRecord(
            '"date" is neither YYYY-MM-DD nor a time as 2022-12-30T08:00:00Z; write it so, or null where it'
            " is not known"
        )
    return day
