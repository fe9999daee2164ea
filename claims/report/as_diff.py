"""Flags -> a unified diff of the corrections that are proposed."""

from collections.abc import Iterable, Iterator
from difflib import unified_diff

from claims.records import CheckedArticle
from claims.report.corrections import correct_text, find_corrections
from claims.report.file_name import file_name

_NO_NEWLINE = "\\ No newline at end of file\n"


def as_diff(articles: Iterable[CheckedArticle], *, accepted: bool) -> Iterator[str]:
    """The lines that change in each article's text, in a form that ``patch`` and ``git apply`` read."""
    for checked in articles:
        corrections = find_corrections(checked, accepted=accepted).made
        if corrections:
            old = checked.article.text
            yield from _diff(file_name(checked.article.id), old, correct_text(old, corrections))


def _diff(name: str, old: str, new: str) -> Iterator[str]:
    for line in unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}"


def _lines(text: str) -> list[str]:
    """The lines as patch counts them: a line ends at a newline and nowhere else."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]
