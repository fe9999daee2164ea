"""Case files -> labelled cases. The format is that of the design, section 7."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from claims.errors import CaseError
from claims.records import Article, CheckedArticle, Span

ERRORS = frozenset(("mismatch", "outdated"))
VERDICTS = ERRORS | {"supported", "silent"}

Check = Callable[[Article], CheckedArticle]


@dataclass(frozen=True, slots=True)
class Label:
    """What is known of one span of a case."""

    span: Span
    shape: str
    verdict: str
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A short dated text with labelled spans."""

    article: Article
    labels: tuple[Label, ...]

    @property
    def errors(self) -> tuple[Label, ...]:
        """The labels that must be flagged."""
        return tuple(label for label in self.labels if label.verdict in ERRORS)


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a JSON Lines file, or of all below a directory.

    Raises CaseError with the file, the line and what is wrong.
    """
    for file in _files(path):
        for number, row in read_rows(file, "case"):
            try:
                yield _case(row, f"{file.name}:{number}")
            except ValueError as error:
                raise CaseError(
                    f"{file}:{number}: {error}; see the case format in docs/evaluation.md"
                ) from error


def read_rows(path: Path, what: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file with their line numbers. Raises CaseError; ``what`` is one of them."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise CaseError(f"{path}: no such file; give one with a {what} a line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path} cannot be read: {error}") from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield number, _object(line, f"{path}:{number}", what)
    if not any(map(str.strip, lines)):
        raise CaseError(f"{path} holds no {what}")


def _object(line: str, place: str, what: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise CaseError(f"{place}: not JSON ({error}); write one {what} a line") from error
    if not isinstance(row, dict):
        raise CaseError(f"{place}: a JSON {type(row).__name__}, not an object; write one {what} a line")
    return row


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.rglob("*.jsonl"))
    if not files:
        raise CaseError(f"{path} holds no case file; they end in .jsonl")
    return files


def _case(row: dict[str, Any], place: str) -> Case:
    text, claims, day = row.get("text"), row.get("claims"), row.get("date")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('"text" is missing or no text')
    if not isinstance(claims, list):
        raise ValueError(  # noqa: TRY004 - it is the file's
            '"claims" is missing or no list (articles without labels go with --untouched)'
        )
    if day is not None and not isinstance(day, str):
        raise ValueError('"date" is not YYYY-MM-DD or null')
    published = date.fromisoformat(day) if day else None
    article = Article(id=str(row.get("id", place)), text=text, source=place, published=published)
    return Case(article, tuple(_label(entry, text) for entry in claims))


def _label(entry: object, text: str) -> Label:
    if not isinstance(entry, dict):
        raise ValueError('"claims" holds something else than objects')  # noqa: TRY004 - it is the file's
    for key in ("span", "shape", "verdict"):
        if not isinstance(entry.get(key), str) or not entry[key]:
            raise ValueError(f'a claim has no "{key}"')
    if entry["verdict"] not in VERDICTS:
        raise ValueError(f"verdict {entry['verdict']!r} is none of {', '.join(sorted(VERDICTS))}")
    if text.count(entry["span"]) != 1:
        raise ValueError(f"span {entry['span']!r} stands {text.count(entry['span'])} times in the text")
    start = text.index(entry["span"])
    return Label(Span(start, start + len(entry["span"])), entry["shape"], entry["verdict"], _accepted(entry))


def _accepted(entry: dict[str, Any]) -> tuple[str, ...]:
    also = entry.get("also_ok") or []
    if not isinstance(also, list):
        raise ValueError('"also_ok" is not a list')  # noqa: TRY004
    return tuple(str(value) for value in (entry.get("expected"), *also) if value not in (None, ""))
