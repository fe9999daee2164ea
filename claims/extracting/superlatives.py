"""Is a superlative that a wording finds said of the whole, and of now?

"Africa's largest economy" names one; "the largest country in Europe by population", "once Africa's largest economy" and "the
second largest city in the north" name another.
"""

import re

from claims.extracting.mask import Masked
from claims.extracting.phrasings import Match

RANKS = ("rank_country", "rank_place")
"""The policies of predicates that are superlatives."""
_NARROWED_BEFORE = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th)|next|one\s+of(?:\s+the)?|among(?:\s+the)?|perhaps|probably|arguably"
    r"|once|then|formerly|former|previously|not|what|was|were|become|becoming|overtak\w+|surpass\w+|pass|passing)[\s-]*$",
    re.IGNORECASE,
)
_NARROWED_WITHIN = re.compile(
    r"\b(?:once|then|formerly|previously|soon|later|long|nearly|almost|arguably|potentially|eventually|traditionally|historically|was|were|been"
    r"|be|being)\b",
    re.IGNORECASE,
)
_PLAIN_AFTER = re.compile(
    r"\s?(?:$|[.;:)\"”’—–]|,(?!\s?(?:after|behind|outside|excluding|except|apart|besides|if|by|in\s+terms|not\s+counting|per)\b)"
    r"|(?:is|are|has|have|had|will|would|and|but|as|said|says|since|when|while|where|which)\b"
    r"|by\s+(?:far|area|land|land\s+area|size|surface|surface\s+area|territory|gdp|nominal|gross|output|volume|length)\b)",
    re.IGNORECASE,
)
_BY_PEOPLE = re.compile(r"\s?by\s+population\b", re.IGNORECASE)
_OTHERWISE = re.compile(
    r"\b(?:purchasing|ppp|overt(?:ake|akes|aken|aking|ook)|surpass\w*|leapfrog\w*|dethron\w*|outstrip\w*|measur\w+|not\s+counting|depending|disput\w+)\b",
    re.IGNORECASE,
)
"""Words beside which it is told what was or will be the largest, or by which measure."""


def is_narrowed(match: Match, masked: Masked) -> bool:
    """Whether a superlative holds only in part, no longer or not yet, so that no claim is made of it."""
    predicate, text = match.phrasing.predicate, masked.text
    if predicate.policy not in RANKS:
        return False
    after = text[match.end :].lstrip()
    if not (
        _PLAIN_AFTER.match(after) or (_BY_PEOPLE.match(after) and not predicate.name.endswith("country"))
    ):
        return True
    within = text[match.start : match.end]
    return bool(
        _NARROWED_BEFORE.search(text[: match.start])
        or _NARROWED_WITHIN.search(within)
        or _OTHERWISE.search(text)
    )
