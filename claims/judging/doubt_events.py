"""Why an event that disagrees may not be held against the text."""

from collections.abc import Sequence

from claims.judging.namesakes import SLIP_YEARS
from claims.judging.narrow_meetings import MET
from claims.judging.opinion import Opinion, silent
from claims.judging.plans_stand import plans_stand
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Modality,
    Reason,
    Verdict,
)
from claims.store.open import Store

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION)


def another_meeting(claim: Claim, slot: str, meant: Sequence[object]) -> Opinion | None:
    """Why one of the meetings that nobody lists may be meant."""
    if MET not in claim.cues or len(meant) == 1:
        return None
    return silent(Reason.NOT_CLOSED, slot, claim.checked.span, "Another of their meetings may be meant.")


def nothing_known(claim: Claim, slot: str, candidates: Sequence[Candidate]) -> Opinion:
    """The opinion where no fact speaks to the claim."""
    reason = Reason.NO_FACT if candidates else Reason.NO_ENTITY
    event = claim.slot("event")
    what = event.text if event else claim.checked.text
    return silent(reason, slot, claim.checked.span, f"The store does not know this of “{what}”.")


def agree(claim: Claim, slot: str, facts: Sequence[Fact], store: Store) -> Opinion:
    """The opinion where facts agree, the first of them naming the event."""
    name = store.name(facts[0].subject)
    return Opinion(
        Verdict.SUPPORTED,
        Reason.AGREES,
        slot,
        claim.checked.span,
        f"Agrees with what is known of {name}.",
        tuple(facts),
    )


def block(
    claim: Claim, facts: tuple[Fact, ...], slot: str, slipped: bool = False, planned: bool = False
) -> Opinion | None:
    """Why a disagreement may not be called one: mode, wording, several events, doubtful facts.

    ``slipped`` says that the stated date is nearly a known one's, which tells what the wording leaves open;
    ``planned`` that the event is still to come and its plan stands.
    """
    span = claim.checked.span
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, slot, span, "The statement is not asserted.", facts)
    doubt = None if slipped else _doubtful_event(claim, facts, slot)
    if doubt:
        return silent(Reason.AMBIGUOUS_ENTITY, slot, span, doubt, facts[:2])
    if any(fact.status in ("unconfirmed", "" if planned else "scheduled") for fact in facts if fact.status):
        return silent(Reason.UNCONFIRMED_FACT, slot, span, "What is known is not certain enough.", facts[:2])
    return None


def _doubtful_event(claim: Claim, facts: tuple[Fact, ...], slot: str) -> str | None:
    """Why another event may be meant, or None."""
    subjects = {fact.subject for fact in facts}
    if len(subjects) > 1 and not any(cue.startswith("year:") for cue in claim.cues):
        return "Several events may be meant."
    if "weak" in claim.cues or any(cue.startswith("head:") for cue in claim.cues):
        return "Another event of the kind may be meant."
    if slot == "time" and _is_far_off(claim, facts):
        return "Another event of the name may be meant."
    return f"The {slot} may belong to something else." if claim.cues & {"loose", "elsewhere"} else None


def _is_far_off(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Whether the stated time is decades from an event's: the annexation of Crimea of 1783 is another one."""
    events = [f.valid for f in facts if f.subject.startswith("event/") and f.valid]
    known = [day.year for valid in events for day in (valid.start, valid.end) if day]
    stated = [reading.start.year for reading in claim.checked.readings if reading.start]
    return bool(known and stated) and all(abs(a - b) > SLIP_YEARS for a in known for b in stated)


def still_to_come(
    claim: Claim, slot: str, times: tuple[Fact, ...], article: Article, store: Store
) -> Opinion | None:
    """Plans change: in 2019 the Tokyo Games were to open on 24 July 2020, and nobody was wrong to say so."""
    starts = [fact.valid.start for fact in times if fact.valid and fact.valid.start]
    if article.published is None and claim.modality is Modality.FUTURE:
        text = "It was still to come, and who knows since when plans have changed."
        return silent(Reason.TIME_UNKNOWN, slot, claim.checked.span, text, times[:2])
    if article.published is None or not starts or min(starts) <= article.published:
        return None
    if plans_stand(slot, times, article, store):
        return None
    text = "It was still to come when the article was written, and plans change."
    return silent(Reason.UNCONFIRMED_FACT, slot, claim.checked.span, text, times[:2])
