"""What stands in the articles of a run -> those that its page has to be built from."""

from collections.abc import Iterator, Sequence

from claims.ledger.article_counts import Contents
from claims.report.build_view import LISTED


def choose_shown(contents: Sequence[Contents]) -> Iterator[str]:
    """The ids of the articles that have something to be shown, in the order of the report that they come in.

    Those with a flag or one of the worthiest sentences, and the first ones until the folded lists are full.
    """
    supported = silent = 0
    for article in contents:
        for_lists = (article.supported and supported < LISTED) or (article.silent and silent < LISTED)
        supported, silent = supported + article.supported, silent + article.silent
        if article.flags or article.worthy or for_lists:
            yield article.article
