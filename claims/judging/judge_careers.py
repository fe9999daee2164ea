"""When somebody began or gave up a career, against the times of activity that are known."""

from collections.abc import Sequence
from datetime import timedelta

from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import LOOSE, UNASSERTED
from claims.judging.namesakes import is_noted
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Interval, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store

ACTIVE = "active"
END = "activity_ended"
SLACK = timedelta(days=366)
"""By how much a beginning or an end may be off: it is known by the year, and sources count from another work."""


def judge_career(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the beginning (``debut``) or end of activity; refuted where none that is known lies near."""
    slot = claim.checked
    known = [facts for c in candidates if (facts := store.facts(c.entity, ACTIVE))]
    facts = known[0] if len(known) == 1 else ()
    if not facts or not slot.readings:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not know this of it.", facts[:1])
    turns = [turn for fact in facts if (turn := _turn(fact, claim.predicate))]
    if any(turn.overlaps(reading) for turn in turns for reading in slot.readings):
        text = f"Agrees with what is known of {store.name(facts[0].subject)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, facts[:1])
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.", facts[:1])
    if LOOSE in claim.cues or not _is_far(turns, slot.readings) or not _is_past(facts, slot.readings, claim):
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, "Too near to say.", facts[:1])
    if not all(f.confirmed for f in facts) or not _is_meant(claim, facts[0].subject, article, store):
        return silent(Reason.AMBIGUOUS_ENTITY, "value", slot.span, "A namesake may be meant.", facts[:1])
    text = f"The text says {slot.text}. Known: {'; '.join(fact.text for fact in facts[:3])}."
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "value", slot.span, text, facts[:3])


def _turn(fact: Fact, predicate: str) -> Interval | None:
    """The year in which a time of activity began, or ended; None where it did not."""
    day = (fact.valid.end if predicate == END else fact.valid.start) if fact.valid else None
    if day is None or fact.valid is None:
        return None
    return Interval(day.replace(month=1, day=1), day.replace(month=12, day=31), fact.valid.precision)


def _is_far(turns: Sequence[Interval], readings: Sequence[Interval]) -> bool:
    """Whether every reading is more than the slack away from every turn."""
    return not any(_widened(turn).overlaps(reading) for turn in turns for reading in readings)


def _widened(turn: Interval) -> Interval:
    assert turn.start
    assert turn.end
    return Interval(turn.start - SLACK, turn.end + SLACK, turn.precision)


def _is_past(facts: Sequence[Fact], readings: Sequence[Interval], claim: Claim) -> bool:
    """Whether an end would be known: activity that still lasted at a later day is, one that has gone on since the facts were taken is not."""
    if claim.predicate != END:
        return True
    days = [f.as_of or (f.valid.end if f.valid else None) for f in facts]
    last = max((day for day in days if day), default=None)
    return last is not None and all(r.end is not None and r.end < last for r in readings)


def _is_meant(claim: Claim, person: str, article: Article, store: Store) -> bool:
    if claim.cues & UNSURE_NAMES or not is_noted(person, store):
        return False
    return not may_be_stranger(claim, person, article.text, store)
