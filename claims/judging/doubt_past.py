"""Whether a statement in the past tense may be right of a time that it does not name: "Krakow was the capital of Poland until 1596"."""

import re

from claims.judging.compared_facts import Compared
from claims.judging.fact_windows import Windows
from claims.records import Article, Claim, Reason

PAST = "past"
"""The cue of a wording whose verb tells of the past."""
_BORDER = re.compile(
    r"\b(?:until|till|before|after|since|from|between|when)\s(?:the\s|in\s)?$", re.IGNORECASE
)
"""What makes a time the border of another that is meant."""


def doubt_past(
    claim: Claim, compared: Compared, windows: Windows, article: Article
) -> tuple[Reason, str] | None:
    """Why a state told in the past is not held against one that is known, or None.

    What changes with time may have been so once. It is compared where the text names the time it speaks of, with what is known to have held by then.
    """
    if PAST not in claim.cues or not compared.predicate.interval or windows.bound:
        return None
    named = claim.all_slots("time")
    bordered = any(_BORDER.search(article.text, 0, slot.span.start) for slot in named)
    begun = all(fact.valid is not None and fact.valid.start is not None for fact in compared.refuting)
    if named and begun and not bordered:
        return None
    return Reason.TIME_UNKNOWN, "It is told of the past, and the text does not say of when."
