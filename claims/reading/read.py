"""Files, directories, addresses and standard input -> articles, one at a time."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claims.errors import ReadingError
from claims.reading.detect_date import detect_date
from claims.reading.find_address import Address, find_address
from claims.reading.find_inputs import find_inputs
from claims.reading.find_markup import looks_like_html
from claims.reading.read_file import read_file
from claims.reading.read_stdin import STDIN, read_stdin
from claims.reading.reading_settings import ReadingSettings
from claims.reading.refuse_language import refuse_language
from claims.records import Article, ReadFailure

if TYPE_CHECKING:
    from claims.reading.fetching.fetch import Fetcher
    from claims.reading.fetching.read_address import AddressReader

Tell = Callable[[str], None]


def _say_nothing(_remark: str) -> None:
    """Where nobody listens."""


def read_articles(
    paths: Sequence[Path | str],
    date: date | None = None,
    stdin: BinaryIO | None = None,
    tell: Tell = _say_nothing,
    settings: ReadingSettings | None = None,
    kept: Path | None = None,
    fetcher: "Fetcher | None" = None,
) -> Iterator[Article | ReadFailure]:
    """The articles of files, directories and addresses in the order given, each read when it is asked for.

    A file's suffix says how it is read (``find_kind.KINDS``; ``.gz`` after it is unpacked), anything else is plain
    text. ``-`` is ``stdin`` where one is given. Text that begins with a scheme is fetched; ``feed:URL``,
    ``sitemap:URL`` and ``urls:FILE`` name many. Spans count characters of ``Article.text``: a record's ``text`` as
    given, a page's or document's as extracted, any other file as decoded, with its front matter blanked out.

    An article's date is the one it states (record, front matter or page), else that of the feed or sitemap, else
    ``date``, else its dateline. What cannot be read or is not in English comes out as a ReadFailure in its place;
    nothing is raised. An article that has the id of another one is given a new id. ``tell`` is given a line on what
    a reader should know of an article that is read all the same. Memory does not grow with the input, but for the
    ids seen. ``kept`` is a folder where fetched pages are kept, so that a later run asks only for what has changed.
    """
    sources: dict[str, str] = {}
    for item in _read_all(paths, stdin, _Web(settings or ReadingSettings(), kept, fetcher)):
        article = _told_apart(item, sources, tell) if isinstance(item, Article) else item
        if isinstance(article, Article):
            if looks_like_html(article.text):
                tell(f"{article.source}: looks like HTML; its tags are read as if they were text")
            yield _dated(article, date)
        elif article is not None:
            yield article


class _Web:
    """What reads addresses, made when the first one comes: most runs have none."""

    def __init__(self, settings: ReadingSettings, kept: Path | None, fetcher: "Fetcher | None") -> None:
        self.settings, self._kept, self._fetcher = settings, kept, fetcher
        self._reader: AddressReader | None = None

    def read(self, address: Address) -> Iterator[Article | ReadFailure]:
        from claims.reading.fetching.fetch import Fetcher  # noqa: PLC0415 - see above
        from claims.reading.fetching.read_address import AddressReader  # noqa: PLC0415

        if self._reader is None:
            self._fetcher = self._fetcher or Fetcher(self.settings, self._kept)
            self._reader = AddressReader(self._fetcher, self.settings)
        return self._reader.read(address)

    def close(self) -> None:
        if self._fetcher is not None:
            self._fetcher.close()


def _read_all(
    paths: Sequence[Path | str], stdin: BinaryIO | None, web: _Web
) -> Iterator[Article | ReadFailure]:
    try:
        for path in paths:
            yield from map(_english, _read_one(path, stdin, web))
    finally:
        web.close()


def _read_one(path: Path | str, stdin: BinaryIO | None, web: _Web) -> Iterator[Article | ReadFailure]:
    address = find_address(path) if isinstance(path, str) else None
    if address is not None:
        yield from web.read(address)
    elif str(path) == STDIN and stdin is not None:
        yield from read_stdin(stdin)
    else:
        for found in find_inputs([path]):
            yield from [found] if isinstance(found, ReadFailure) else read_file(found, web.settings)


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
