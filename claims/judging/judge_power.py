"""When somebody came to power or left it, no office named: "came to power in 1994"."""

from collections.abc import Sequence

from claims.judging.doubt_power import POWER, ends_of, may_date_power
from claims.judging.judge_relations import judge_relation
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Reason
from claims.settings import Settings
from claims.store.open import Store


def judge_power(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Opinion:
    """The opinion on the time; silent where the power may have begun or ended without the office that is known."""
    opinion = judge_relation(claim, candidates, article, store, settings)
    if not opinion.is_flag:
        return opinion
    ends = [ends_of(reading, POWER[claim.predicate]) for reading in claim.checked.readings]
    if any(may_date_power(stated, fact, store) for stated in ends for fact in opinion.facts):
        text = "Power may be dated otherwise than the office that is known."
        return silent(Reason.LOW_CONFIDENCE, "value", opinion.span, text, opinion.facts)
    return opinion
