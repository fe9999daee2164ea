"""Checked articles -> their findings with numbers, by which one can be asked for."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.records import Article, CheckedArticle, Finding
from claims.report.order import in_order


@dataclass(frozen=True, slots=True)
class NumberedFinding:
    """A finding with its number, from 1 through all articles, and its article."""

    number: int
    article: Article
    finding: Finding


def list_findings(articles: Sequence[CheckedArticle]) -> tuple[NumberedFinding, ...]:
    """Every finding in the order that the JSON report has, flags and others."""
    ordered = ((checked.article, finding) for checked in in_order(articles) for finding in checked.findings)
    return tuple(NumberedFinding(number, *pair) for number, pair in enumerate(ordered, 1))
