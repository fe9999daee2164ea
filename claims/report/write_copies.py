"""Corrections -> copies of the articles with the corrections made; the originals are never touched."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from claims.errors import ReadingError
from claims.reading.decode_text import decode_text
from claims.reading.find_address import find_address
from claims.reading.read import read_articles
from claims.records import Article
from claims.report.corrections import Correction, correct_text
from claims.report.file_name import file_name

_LINE = re.compile(r":(\d+)$")
JSON_LINES = (".jsonl", ".ndjson", ".json")

Changes = tuple[Article, tuple[Correction, ...]]
"""An article as it was judged, and what is to be changed in it."""


@dataclass(frozen=True, slots=True)
class Copied:
    """An article of which a corrected copy was written."""

    article: str
    path: Path
    corrections: int


@dataclass(frozen=True, slots=True)
class Refused:
    """An article of which none was, and why."""

    article: str
    why: str


def write_copies(
    changes: Iterable[Changes], folder: Path, *, unchecked: bool = False
) -> Iterator[Copied | Refused]:
    """Write the corrected copies below a folder, and tell what became of each article.

    Where the article stands in a file, that is read again: an article whose text is not what was judged is refused. A text or Markdown
    file and a file of JSON Lines are copied whole, of others the article's text is written. What came from the web or standard
    input cannot be read again, and is refused unless ``unchecked``. No file that is there is written over. Raises OSError.
    """
    ordered = sorted(changes, key=lambda change: _file_of(change[0]))
    for name, group in groupby(ordered, key=lambda change: _file_of(change[0])):
        of_file = list(group)
        if find_address(name) is None and Path(name).is_file():
            yield from _copy_file(Path(name), of_file, folder)
        else:
            yield from (_copy_text(article, made, folder, name, unchecked) for article, made in of_file)


def _file_of(article: Article) -> str:
    return _LINE.sub("", article.source)


def _copy_text(
    article: Article, made: Sequence[Correction], folder: Path, name: str, unchecked: bool
) -> Copied | Refused:
    """The corrected text of an article that stands in no file."""
    if not unchecked:
        return Refused(
            article.id,
            f"{name} is no file that could be read again to see whether the text has changed; --unchecked takes it as it was",
        )
    return _write(article.id, folder / file_name(article.id), correct_text(article.text, made), len(made))


def _copy_file(path: Path, changes: Sequence[Changes], folder: Path) -> Iterator[Copied | Refused]:
    now = {item.source: item.sha256 for item in read_articles([path]) if isinstance(item, Article)}
    same = [change for change in changes if now.get(change[0].source) == change[0].sha256]
    for article, _made in changes:
        if now.get(article.source) != article.sha256:
            yield Refused(article.id, f"{article.source} has changed since it was judged; run it again")
    if not same:
        return
    whole = _corrected_lines(path, same) if _has_lines(path, same) else _corrected_file(path, same)
    if whole is None:
        for article, made in same:
            yield _write(
                article.id, folder / file_name(article.id), correct_text(article.text, made), len(made)
            )
        return
    target = folder / file_name(str(path))
    first, *others = same
    written = _write(first[0].id, target, whole, len(first[1]))
    yield written
    for article, made in others:
        done = isinstance(written, Copied)
        yield (
            Copied(article.id, target, len(made))
            if done
            else Refused(article.id, f"{target} is there already")
        )


def _has_lines(path: Path, changes: Sequence[Changes]) -> bool:
    return path.suffix.lower() in JSON_LINES and all(_LINE.search(article.source) for article, _ in changes)


def _corrected_lines(path: Path, changes: Sequence[Changes]) -> str:
    """The file of JSON Lines with the text of some records corrected, and the others as they are."""
    by_line: Mapping[int, Changes] = {int(_LINE.findall(a.source)[0]): (a, made) for a, made in changes}
    lines = path.read_bytes().decode("utf-8-sig").split("\n")
    for number, (article, made) in by_line.items():
        record = json.loads(lines[number - 1])
        record["text"] = correct_text(article.text, made)
        lines[number - 1] = json.dumps(record, ensure_ascii=False)
    return "\n".join(lines)


def _corrected_file(path: Path, changes: Sequence[Changes]) -> str | None:
    """The file with its one article corrected; None where the article is not the file as decoded, front matter apart."""
    ((article, made), *others) = changes
    try:
        text = decode_text(path.read_bytes())
    except ReadingError:
        return None
    spans = [correction.repair.span for correction in made]
    as_judged = len(text) == len(article.text) and all(s.of(text) == s.of(article.text) for s in spans)
    return correct_text(text, made) if as_judged and not others else None


def _write(article: str, path: Path, text: str, corrections: int) -> Copied | Refused:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", errors="surrogatepass", newline="") as file:
            file.write(text)
    except FileExistsError:
        return Refused(article, f"{path} is there already; give another folder")
    return Copied(article, path, corrections)
