"""When somebody took or left office, without saying which: "Donald Trump left office in January 2021"."""

from collections.abc import Sequence

from claims.judging.compare_times import TimeRelation, compare_times, days_apart, may_be_announced
from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.leaders_elsewhere import leads_a_country
from claims.judging.opinion import Opinion, silent
from claims.judging.write_times import write_time_like
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

BOUNDARY = {"in_office_from": "start", "in_office_to": "end"}
"""Predicates -> the part of a term that is meant."""
SLIP_DAYS = 3 * 366
"""A time this near the beginning or end of a term in a country's first offices is a slip; others may be meant farther off."""


def judge_office_time(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the time; borne out by any office of the person, refuted only near a term that led a country."""
    slot, boundary = claim.checked, BOUNDARY[claim.predicate]
    if not slot.readings or len(candidates) != 1:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, "The time cannot be resolved.")
    person = candidates[0].entity
    terms = store.facts_with_value("held_by", person)
    relations = {f: compare_times(slot.readings, f.valid, boundary) for f in terms}
    agreeing = [f for f, relation in relations.items() if relation is TimeRelation.AGREES]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    led = tuple(f for f in terms if leads_a_country(f, store))
    doubt = _doubt(claim, led, relations)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], led[:1])
    known = min(led, key=lambda f: _days(claim, f, boundary))
    if boundary == "end" and may_be_announced(slot.readings, known.valid):
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, "It may be when it was announced.", (known,))
    if _days(claim, known, boundary) > SLIP_DAYS or article.published is None:
        return silent(Reason.AMBIGUOUS_ENTITY, "value", slot.span, "Another office may be meant.", led[:1])
    text = f"The text says {slot.text}. Known: {known.text}."
    written = write_time_like(slot, known, boundary)
    repairs = (Repair(slot.span, written, (known.id,)),) if written else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "value", slot.span, text, (known,), repairs)


def _days(claim: Claim, term: Fact, boundary: str) -> int:
    apart = days_apart(claim.checked.readings, term.valid, boundary)
    return 10**6 if apart is None else apart


def _doubt(
    claim: Claim, led: tuple[Fact, ...], relations: dict[Fact, TimeRelation]
) -> tuple[Reason, str] | None:
    """Why a time that fits no term may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if not led:
        return Reason.NO_FACT, "The store does not know this of it."
    if claim.cues & UNSURE_NAMES:
        return Reason.AMBIGUOUS_ENTITY, "The name alone does not say who or what is meant."
    if TimeRelation.NEAR in relations.values():
        return Reason.LOW_CONFIDENCE, "The dates differ by too little to say."
    if not all(fact.confirmed for fact in led):
        return Reason.UNCONFIRMED_FACT, "What is known is not certain enough."
    return None
