"""For which work somebody won an award: "Denzel Washington won the Oscar for best actor for "Training Day""."""

from collections.abc import Sequence

from claims.judging.doubtful_wording import doubtful_wording
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import plain_name
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store


def judge_award_work(
    claim: Claim, candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the work of a winner: of the editions spoken of those count that the one named won."""
    slot, holder = claim.checked, claim.slot("holder")
    winners = holder.entities if holder else ()
    won = [c.entity for c in candidates if any(f.value in winners for f in store.facts(c.entity, "won_by"))]
    works = tuple(f for edition in won for f in store.facts(edition, claim.predicate))
    agreeing = [f for f in works if f.value in slot.entities]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    doubt = doubtful_wording(claim) or _doubt(claim, won, works, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], works[:1])
    text = f"The text says {slot.text}. Known: {works[-1].text}."
    repairs = tuple(Repair(slot.span, plain_name(store.name(f.value)), (f.id,)) for f in reversed(works[-3:]))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, works[-3:], repairs)


def _doubt(claim: Claim, won: list[str], works: tuple[Fact, ...], store: Store) -> tuple[Reason, str] | None:
    """Why another work than those known may not be flagged, or None."""
    holder = claim.slot("holder")
    if holder is None or len(holder.entities) != 1:
        return Reason.AMBIGUOUS_ENTITY, "Several winners may be meant."
    if not won or len({f.subject for f in works}) < len(won):
        return Reason.NO_FACT, "The store does not know for what it was won."
    titles = {plain_name(store.name(fact.value)).casefold() for fact in works}
    if any(claim.checked.text.casefold() in t or t in claim.checked.text.casefold() for t in titles):
        return Reason.LOW_CONFIDENCE, "The work has nearly the same title."
    if not all(fact.confirmed for fact in works):
        return Reason.UNCONFIRMED_FACT, "What is known is not certain enough."
    return None
