"""Files, directories and JSON Lines -> articles, one at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from claims.errors import ReadingError
from claims.reading.detect_date import detect_date
from claims.reading.find_inputs import find_inputs
from claims.reading.read_json_lines import JSON_SUFFIXES, read_json_lines
from claims.reading.read_text_file import read_text_file
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure


def read_articles(paths: Sequence[Path | str], date: date | None = None) -> Iterator[Article | ReadFailure]:
    """The articles of files and directories in the order given, each read when it is asked for.

    ``.md`` and ``.markdown`` are Markdown with front matter; ``.jsonl``, ``.ndjson`` and ``.json`` hold one
    object a line; anything else is read as plain text. Spans count characters of ``Article.text``: a record's
    ``text`` as given, a text file as decoded, a Markdown file after its front matter.

    An article's date is the one it states (record or front matter), else ``date``, else its dateline. What
    cannot be read, or repeats an id, comes out as a ReadFailure in its place; nothing is raised. Memory does
    not grow with the input, but for the ids seen.
    """
    sources: dict[str, str] = {}
    for found in find_inputs(paths):
        for item in [found] if isinstance(found, ReadFailure) else _read_file(found):
            if isinstance(item, ReadFailure):
                yield item
            elif item.id in sources:
                yield _repeated(item, sources[item.id])
            else:
                sources[item.id] = item.source
                yield _dated(item, date)


def _read_file(path: Path) -> Iterator[Article | ReadFailure]:
    try:
        if path.suffix.lower() in JSON_SUFFIXES:
            yield from read_json_lines(path)
        else:
            yield read_text_file(path)
    except ReadingError as error:
        name = well_formed(path.as_posix())
        yield ReadFailure(name, name, str(error))


def _repeated(article: Article, first: str) -> ReadFailure:
    error = f"The id {article.id} was already used by {first}; give each article its own, each path once"
    return ReadFailure(article.id, article.source, error)


def _dated(article: Article, default: date | None) -> Article:
    if article.published is not None:
        return article
    if default is not None:
        return replace(article, published=default, published_from="option")
    detected = detect_date(article.text)
    return replace(article, published=detected, published_from="dateline" if detected else None)
