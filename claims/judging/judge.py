"""Claim + candidates -> finding: the shape's judge, then confidence, then the settings' threshold."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.judging.confidence import confidence_of
from claims.judging.judge_editions import judge_edition
from claims.judging.judge_events import judge_event_date, judge_event_place
from claims.judging.judge_offices import judge_office
from claims.judging.opinion import Opinion
from claims.records import Article, Candidate, Claim, Finding, Reason, Shape, Verdict
from claims.settings import Settings
from claims.store.open import Store

Judge = Callable[[Claim, Sequence[Candidate], Article, Store, Settings], Opinion]
JUDGES: dict[Shape, Judge] = {
    Shape.EDITION: judge_edition,
    Shape.EVENT_DATE: judge_event_date,
    Shape.EVENT_PLACE: judge_event_place,
    Shape.OFFICE: judge_office,
}


def judge_claim(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Finding:
    """The finding on one claim. A flag below ``settings.min_confidence`` becomes low_confidence."""
    opinion = JUDGES[claim.shape](claim, candidates, article, store, settings)
    finding = Finding(
        claim=claim,
        verdict=opinion.verdict,
        reason=opinion.reason,
        slot=opinion.slot,
        span=opinion.span,
        explanation=opinion.explanation,
        facts=opinion.facts,
        repairs=opinion.repairs,
        confidence=confidence_of(opinion, claim),
    )
    if finding.is_flag and finding.confidence < settings.min_confidence:
        return replace(finding, verdict=Verdict.NOT_ENOUGH_INFO, reason=Reason.LOW_CONFIDENCE, repairs=())
    return finding
