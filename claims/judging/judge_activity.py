"""Since when somebody has been active: where the text denies a break, also against the breaks that are known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from claims.judging.elapsed_lengths import UNBROKEN, says
from claims.judging.judge_relations import judge_relation
from claims.judging.opinion import Opinion
from claims.records import Article, Candidate, Claim, Fact, Modality, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store

PAUSE = timedelta(days=366)
"""A break that is shorter may only be the turn of a year."""
UNSURE = frozenset(("subject:surname", "subject:weak", "subject:generic"))


def judge_activity(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Opinion:
    """The opinion on a time of activity; "without a break" is refuted by a break between the stated time and the article's day."""
    if not says(UNBROKEN, claim, article, store):
        return judge_relation(claim, candidates, article, store, settings)
    spoken = replace(claim, modality=Modality.ASSERTED) if claim.modality is Modality.NEGATED else claim
    facts = tuple(f for c in candidates for f in store.facts(c.entity, claim.predicate))
    broken = _break(claim, facts, article)
    if broken and spoken.modality is Modality.ASSERTED and not claim.cues & UNSURE and len(candidates) == 1:
        slot, (first, second) = claim.checked, broken
        text = f"The text says without a break since {slot.text}. Known: {first.text}; {second.text}."
        return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, broken)
    return judge_relation(spoken, candidates, article, store, settings)


def _break(claim: Claim, facts: Sequence[Fact], article: Article) -> tuple[Fact, Fact] | None:
    """Two facts that follow on each other with a break between them, which lies after the stated beginning; None where none does."""
    begin = min((r.start for r in claim.checked.readings if r.start), default=None)
    if begin is None or article.published is None or not all(fact.confirmed for fact in facts):
        return None
    ordered = sorted(facts, key=_start)
    for first, second in pairwise(ordered):
        ended = first.valid.end if first.valid else None
        if ended and begin < ended and _start(second) - ended > PAUSE and _start(second) <= article.published:
            return first, second
    return None


def _start(fact: Fact) -> date:
    return fact.valid.start if fact.valid and fact.valid.start else date.max
