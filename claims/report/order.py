"""Articles and failures in the one order that every report has, however they came in."""

import re
from collections.abc import Iterable
from dataclasses import replace

from claims.records import CheckedArticle, Finding, ReadFailure

_NUMBER = re.compile(r"[0-9]+")


def articles_in_order(articles: Iterable[CheckedArticle]) -> list[CheckedArticle]:
    """The articles by source and id, line 9 of a file before line 10, their findings as they were found."""
    return sorted(articles, key=lambda a: place_in_report(a.article.source, a.article.id))


def in_order(articles: Iterable[CheckedArticle]) -> list[CheckedArticle]:
    """The same with their findings by position."""
    return [findings_in_order(a) for a in articles_in_order(articles)]


def findings_in_order(checked: CheckedArticle) -> CheckedArticle:
    """The article with its findings by position."""
    return replace(checked, findings=tuple(sorted(checked.findings, key=_position)))


def numbered_findings(checked: CheckedArticle) -> list[tuple[int, Finding]]:
    """The findings by position, each with the number that the ledger knows it by: its place as it was found, from 1."""
    return sorted(enumerate(checked.findings, 1), key=lambda pair: _position(pair[1]))


def failures_in_order(failures: Iterable[ReadFailure]) -> list[ReadFailure]:
    """The failures by source and id."""
    return sorted(failures, key=lambda f: (*place_in_report(f.source, f.id), f.error))


def place_in_report(source: str, id: str) -> tuple[str, str]:
    """What articles and failures are sorted by: their source, line 9 before line 10, and their id."""
    return _NUMBER.sub(_padded, source), id


def _padded(number: re.Match[str]) -> str:
    """Digits with their count in front: sorts as a number, however long it is."""
    digits = number.group().lstrip("0")
    return f"{len(digits):09d}{digits}"


def _position(finding: Finding) -> tuple[int, int, str, str, str]:
    return (finding.span.start, finding.span.end, finding.claim.shape, finding.slot, finding.reason)
