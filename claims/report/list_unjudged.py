"""Articles -> the sentences worth checking of which nothing was judged, the worthiest of the whole run first."""

from heapq import heappush, heappushpop

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
"""The worth, with article and position, both negative, so that the least worthy sorts first; then what is shown."""


class UnjudgedBuilder:
    """Takes the articles of a run in the order of the report and keeps the worthiest sentences."""

    def __init__(self) -> None:
        self._best: list[Ranked] = []  # a heap
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
        for item in coverage.unjudged:
            rank = (item.worth, -key, -item.span.start)
            if len(self._best) < LISTED or rank > self._best[0][:3]:
                text = _clipped(item.span.of(article.text))
                self._keep((*rank, UnjudgedView(view, text, item.worth, item.reason)))

    def _keep(self, ranked: Ranked) -> None:
        if len(self._best) < LISTED:
            heappush(self._best, ranked)
        else:
            heappushpop(self._best, ranked)

    def pass_by(self, passed: Passed) -> None:
        """Count an article that has none of the worthiest."""
        if passed.worth_checking is not None:
            self._worth_checking = (self._worth_checking or 0) + passed.worth_checking
        self._total += passed.unread

    def list(self) -> UnjudgedList:
        """What the report shows."""
        return UnjudgedList(
            tuple(row for *_, row in sorted(self._best, key=_rank, reverse=True)),
            self._total,
            self._worth_checking,
        )


def _rank(ranked: Ranked) -> tuple[float, int, int]:
    return ranked[:3]


def _clipped(sentence: str) -> str:
    return start_of(sentence[:LONGEST], len(sentence) > LONGEST)
