"""Claim + candidates -> finding: the shape's judge, then confidence, then the settings' threshold."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claims.judging.confidence import confidence_features, confidence_of
from claims.judging.doubt_power import POWER
from claims.judging.elapsed_lengths import LENGTHS
from claims.judging.explain_implied import JUDGES as IMPLIED
from claims.judging.judge_activity import judge_activity
from claims.judging.judge_ages import judge_age
from claims.judging.judge_boundaries import judge_boundary
from claims.judging.judge_calculation import judge_calculation
from claims.judging.judge_calendar import judge_calendar
from claims.judging.judge_city_countries import judge_city_country
from claims.judging.judge_editions import judge_edition
from claims.judging.judge_elapsed import judge_elapsed
from claims.judging.judge_event_dates import judge_event_date
from claims.judging.judge_event_places import judge_event_place
from claims.judging.judge_holder_numbers import judge_holder_number
from claims.judging.judge_matches import judge_match
from claims.judging.judge_members import judge_member
from claims.judging.judge_offices import judge_office
from claims.judging.judge_power import judge_power
from claims.judging.judge_relations import judge_relation
from claims.judging.judge_titles import judge_titles
from claims.judging.judge_winners import judge_winner
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
    Shape.CALENDAR: judge_calendar,
    Shape.ARITHMETIC: judge_calculation,
}

OF_PREDICATE: dict[str, Judge] = {
    "holder_number": judge_holder_number,
    "active": judge_activity,
    "age": judge_age,
    "in_country": judge_city_country,
    **dict.fromkeys(POWER, judge_power),
    "beat": judge_match,
    "match_score": judge_match,
    "runner_up": judge_winner,
    "won_by": judge_winner,
    "titles": judge_titles,
    "titles_in_a_row": judge_titles,
    **dict.fromkeys(LENGTHS, judge_elapsed),
    **IMPLIED,
}


def _judge_of(claim: Claim) -> Judge:
    """The judge of a claim's shape; what is worded in the vocabulary has one by its predicate."""
    if any(cue.startswith("predicate:") for cue in claim.cues):
        if claim.value == "time":
            return judge_boundary
        if claim.shape is Shape.MEMBERSHIP:
            return judge_member
        return OF_PREDICATE.get(claim.predicate, judge_relation)
    return JUDGES[claim.shape]


def judge_claim(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Finding:
    """The finding on one claim. A flag below the confidence that the settings ask of its rule becomes low_confidence."""
    opinion = _judge_of(claim)(claim, candidates, article, store, settings)
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
        features=confidence_features(opinion, claim) if opinion.is_flag else (),
    )
    least = settings.least_confidence_of(claim.shape, claim.predicate, finding.reason)
    if finding.is_flag and finding.confidence < least:
        return replace(finding, verdict=Verdict.NOT_ENOUGH_INFO, reason=Reason.LOW_CONFIDENCE, repairs=())
    return finding
