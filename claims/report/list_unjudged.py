"""Articles -> the sentences worth checking of which nothing was judged, the worthiest of the whole run first."""

from heapq import nsmallest

from claims.ledger.article_counts import Passed
from claims.records import CheckedArticle
from claims.report.build_row import build_article
from claims.report.excerpt import start_of
from claims.report.view import UnjudgedList, UnjudgedView

LISTED = 200
"""Sentences shown: more than anybody reads of a run; the JSON report holds them all."""
LONGEST = 400
"""Characters of a sentence that are shown."""

Ranked = tuple[float, int, int, UnjudgedView]
"""The worth, negative, with article and position, so that the worthiest sorts first; then what is shown."""


class UnjudgedBuilder:
    """Takes the articles of a run in the order of the report and keeps the worthiest sentences."""

    def __init__(self) -> None:
        self._best: list[Ranked] = []
        self._total = 0
        self._worth_checking: int | None = None

    def add(self, key: int, checked: CheckedArticle) -> None:
        """Take in an article; ``key`` is its place in the report."""
        coverage, article = checked.coverage, checked.article
        if coverage.worth_checking is not None:
            self._worth_checking = (self._worth_checking or 0) + coverage.worth_checking
        if not coverage.unjudged:
            return
        self._total += len(coverage.unjudged)
        view = build_article(key, article)
        fresh: list[Ranked] = [
            (
                -item.worth,
                key,
                item.span.start,
                UnjudgedView(view, _clipped(item.span.of(article.text)), item.worth, item.reason),
            )
            for item in coverage.unjudged
        ]
        self._best = nsmallest(LISTED, [*self._best, *fresh], key=lambda ranked: ranked[:3])

    def pass_by(self, passed: Passed) -> None:
        """Count an article that has none of the worthiest."""
        if passed.worth_checking is not None:
            self._worth_checking = (self._worth_checking or 0) + passed.worth_checking
        self._total += passed.unread

    def list(self) -> UnjudgedList:
        """What the report shows."""
        return UnjudgedList(tuple(row for *_, row in self._best), self._total, self._worth_checking)


def _clipped(sentence: str) -> str:
    return start_of(sentence[:LONGEST], len(sentence) > LONGEST)
