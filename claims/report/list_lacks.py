"""Claims that could not be judged -> the facts that would have let them be, those that most claims want first."""

from collections import Counter
from heapq import nsmallest

from claims.ledger.claim_key import CONTEXT
from claims.records import Claim, Finding, Reason, Slot
from claims.report.build_row import ROW_ROOM
from claims.report.excerpt import cut_excerpt
from claims.report.flag_view import ArticleView
from claims.report.view import LackList, LackView

LACKING = frozenset({Reason.NO_ENTITY, Reason.NO_FACT, Reason.NOT_CLOSED, Reason.AFTER_AS_OF})
"""Reasons that a pack with more in it would do away with; the others lie in the text."""

LISTED = 100
"""Facts shown: enough to fill a pack for a day; the JSON report holds every claim."""

LONGEST = 120
"""Characters of what a fact is about."""

Key = tuple[str, str, str]


class LackBuilder:
    """Takes the findings of a run in the order of the report."""

    def __init__(self) -> None:
        self._counts = Counter[Key]()
        self._first: dict[Key, LackView] = {}

    def add(self, article: ArticleView, text: str, finding: Finding) -> None:
        """Take in a finding; only those that lack a fact count."""
        if finding.reason not in LACKING:
            return
        claim = finding.claim
        about = _about(claim)
        key = (finding.reason, claim.shape, about.casefold())
        self._counts[key] += 1
        if key not in self._first:
            excerpt = cut_excerpt(text, claim.sentence, finding.span, ROW_ROOM)
            self._first[key] = LackView(about, claim.shape, finding.reason, 1, article, excerpt)

    def list(self) -> LackList:
        """What the report shows."""
        order = nsmallest(LISTED, self._first, key=lambda key: (-self._counts[key], key))
        rows = tuple(_counted(self._first[key], self._counts[key]) for key in order)
        return LackList(rows, len(self._first))


def _about(claim: Claim) -> str:
    """What the fact would be about, in the article's words: every part but the value that is checked and its time."""
    parts = [slot for slot in claim.slots if _names(slot, claim)] or [claim.checked]
    return ", ".join(dict.fromkeys(" ".join(slot.text.split()) for slot in parts))[:LONGEST]


def _names(slot: Slot, claim: Claim) -> bool:
    other = slot.name in CONTEXT or slot.name == claim.value
    return not other and bool(slot.text) and not slot.readings and slot.quantity is None


def _counted(view: LackView, claims: int) -> LackView:
    return LackView(view.about, view.shape, view.reason, claims, view.article, view.excerpt)
