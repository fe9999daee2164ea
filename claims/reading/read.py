"""Files, directories, JSON Lines and standard input -> articles, one at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from claims.errors import NotText, ReadingError
from claims.reading.detect_date import detect_date
from claims.reading.find_inputs import find_inputs
from claims.reading.find_markup import looks_like_html
from claims.reading.read_json_lines import JSON_SUFFIXES, read_json_lines
from claims.reading.read_stdin import STDIN, read_stdin
from claims.reading.read_text_file import read_text_file
from claims.reading.refuse_language import refuse_language
from claims.reading.well_formed import well_formed
from claims.records import Article, ReadFailure

HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml"))

Tell = Callable[[str], None]


def _say_nothing(_remark: str) -> None:
    """Where nobody listens."""


def read_articles(
    paths: Sequence[Path | str],
    date: date | None = None,
    stdin: BinaryIO | None = None,
    tell: Tell = _say_nothing,
) -> Iterator[Article | ReadFailure]:
    """The articles of files and directories in the order given, each read when it is asked for.

    ``.md`` and ``.markdown`` are Markdown with front matter; ``.jsonl``, ``.ndjson`` and ``.json`` hold one
    object a line; ``-`` is ``stdin`` where one is given; anything else is read as plain text. Spans count
    characters of ``Article.text``: a record's ``text`` as given, any other file as decoded, with its front
    matter blanked out.

    An article's date is the one it states (record or front matter), else ``date``, else its dateline. What
    cannot be read or is not in English comes out as a ReadFailure in its place; nothing is raised. An article
    that has the id of another one is given a new id. ``tell`` is given a line on what a reader should know of
    an article that is read all the same. Memory does not grow with the input, but for the ids seen.
    """
    sources: dict[str, str] = {}
    for item in _read_all(paths, stdin):
        article = _told_apart(item, sources, tell) if isinstance(item, Article) else item
        if isinstance(article, Article):
            if looks_like_html(article.text):
                tell(f"{article.source}: looks like HTML; its tags are read as if they were text")
            yield _dated(article, date)
        elif article is not None:
            yield article


def _read_all(paths: Sequence[Path | str], stdin: BinaryIO | None) -> Iterator[Article | ReadFailure]:
    for path in paths:
        if str(path) == STDIN and stdin is not None:
            yield from map(_english, read_stdin(stdin))
            continue
        for found in find_inputs([path]):
            yield from [found] if isinstance(found, ReadFailure) else map(_english, _read_file(found))


def _read_file(path: Path) -> Iterator[Article | ReadFailure]:
    try:
        if path.suffix.lower() in HTML_SUFFIXES:
            raise NotText("HTML pages are not read yet; save the page's text as .txt or Markdown first")
        if path.suffix.lower() in JSON_SUFFIXES:
            yield from read_json_lines(path)
        else:
            yield read_text_file(path)
    except ReadingError as error:
        name = well_formed(path.as_posix())
        yield ReadFailure(name, name, str(error))


def _english(item: Article | ReadFailure) -> Article | ReadFailure:
    try:
        if isinstance(item, Article):
            refuse_language(item)
        return item
    except ReadingError as error:
        return ReadFailure(item.id, item.source, str(error))


def _told_apart(article: Article, sources: dict[str, str], tell: Tell) -> Article | None:
    """The article with an id that no other one has; None where it is one that was read already."""
    if article.id not in sources:
        sources[article.id] = article.source
        return article
    other = sources[article.id]
    renamed = replace(article, id=f"{article.id} ({article.source})")
    if article.source in (other, sources.get(renamed.id)):
        tell(f"{article.source}: given twice; it is read once")
        return None
    sources[renamed.id] = article.source
    tell(f"{article.source}: the id {article.id} is already that of {other}; this one is called {renamed.id}")
    return renamed


def _dated(article: Article, default: date | None) -> Article:
    if article.published is not None:
        return article
    if default is not None:
        return replace(article, published=default, published_from="option")
    detected = detect_date(article.text)
    return replace(article, published=detected, published_from="dateline" if detected else None)
