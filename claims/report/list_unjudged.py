"""Articles -> the sentences worth checking of which nothing was judged, the worthiest of the whole run first."""

from collections.abc import Sequence

from claims.records import CheckedArticle
from claims.report.build_row import build_article
from claims.report.excerpt import start_of
from claims.report.view import UnjudgedList, UnjudgedView

LISTED = 200
"""Sentences shown: more than anybody reads of a run; the JSON report holds them all."""
LONGEST = 400
"""Characters of a sentence that are shown."""


def list_unjudged(ordered: Sequence[CheckedArticle]) -> UnjudgedList:
    """The list of a run whose articles are in the order of the report."""
    found = [
        (item, key, checked.article)
        for key, checked in enumerate(ordered, start=1)
        for item in checked.coverage.unjudged
    ]
    found.sort(key=lambda place: (-place[0].worth, place[1], place[0].span))
    rows = (
        UnjudgedView(
            build_article(key, article), _clipped(item.span.of(article.text)), item.worth, item.reason
        )
        for item, key, article in found[:LISTED]
    )
    counts = [c.coverage.worth_checking for c in ordered if c.coverage.worth_checking is not None]
    return UnjudgedList(tuple(rows), len(found), sum(counts) if counts else None)


def _clipped(sentence: str) -> str:
    return start_of(sentence[:LONGEST], len(sentence) > LONGEST)
