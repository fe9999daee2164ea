"""The facts that the store lacked for a run -> what the page shows of them: the head of the list of ``claims runs todo``."""

from collections.abc import Sequence

from claims.ledger.list_wanted import Wanted
from claims.report.view import LackList, LackView

LISTED = 100
"""Facts shown: enough to fill a pack for a day; ``claims runs todo`` writes them all."""

LONGEST = 120
"""Characters of what a fact is about."""


def list_lacks(wanted: Sequence[Wanted]) -> LackList:
    """The first of the facts, in their order."""
    return LackList(tuple(map(_view, wanted[:LISTED])), len(wanted))


def _view(want: Wanted) -> LackView:
    return LackView(
        about=" ".join(want.name.split())[:LONGEST],
        predicate=want.predicate.replace("_", " "),
        said_of=want.said_of,
        claims=want.claims,
        articles=want.articles,
        example=" ".join(want.example.split())[:LONGEST],
        example_article=want.example_article,
    )
