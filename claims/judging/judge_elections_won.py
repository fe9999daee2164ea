"""In which year somebody was elected again: "Barack Obama was re-elected in 2012"."""

from collections.abc import Sequence

from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_times import write_time_like
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store


def judge_election_won(
    claim: Claim, candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the year of a re-election.

    Refuted only within a term that followed on an election of the store: who is in office then is elected to no other one.
    """
    slot = claim.checked
    if not slot.readings or len(candidates) != 1:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, "The time cannot be resolved.")
    person = candidates[0].entity
    won = elections_of(person, store)
    agreeing = [f for f in won if f.valid and any(f.valid.overlaps(r) for r in slot.readings)]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.")
    if len(won) < 2 or claim.cues & UNSURE_NAMES or not _in_office(person, claim, store):
        return silent(Reason.NO_FACT, "value", slot.span, "Another election may be meant.", won[:1])
    known = won[-1]
    text = f"The text says {slot.text}. Known: {known.text}."
    written = write_time_like(slot, known, "start")
    repairs = (Repair(slot.span, written, (known.id,)),) if written else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "value", slot.span, text, won[-2:], repairs)


def elections_of(person: str, store: Store) -> tuple[Fact, ...]:
    """When the elections were that somebody won, in order of time."""
    won = (f.subject for f in store.facts_with_value("won_by", person))
    held = [f for e in won if "-election" in e for f in store.facts(e, "took_place") if f.valid]
    return tuple(
        sorted(held, key=lambda f: (f.valid.start is None, f.valid.start) if f.valid else (True, None))
    )


def _in_office(person: str, claim: Claim, store: Store) -> bool:
    """Whether the stated time lies wholly within one term of the person."""
    terms = [f.valid for f in store.facts_with_value("held_by", person) if f.valid and f.confirmed]
    return any(term.covers(reading) for term in terms for reading in claim.checked.readings[:1])
