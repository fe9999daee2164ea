"""What a film took beyond what it cost, as an amount or as a multiple."""

from collections.abc import Sequence
from dataclasses import replace

from claims.judging.compare_quantities import compare_quantity
from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import LOOSE, UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.relation import Relation
from claims.judging.write_values import write_quantity_like
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

MULTIPLE = "times_budget"


def judge_takings(
    claim: Claim, candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on takings less, or divided by, the budget; both must be known."""
    slot = claim.checked
    known = [pair for c in candidates if (pair := _facts(c.entity, store))]
    if len(known) != 1:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not know takings and budget.")
    taken, cost = known[0]
    value = _beyond(float(taken.value), float(cost.value), claim.predicate)
    predicate = store.predicates[claim.predicate]
    relation = compare_quantity(slot, replace(taken, value=f"{value:g}"), predicate, store)
    if relation is Relation.AGREES:
        text = f"Agrees with what is known of {store.name(taken.subject)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, known[0])
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.", known[0])
    if relation is not Relation.DIFFERENT or LOOSE in claim.cues:
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, "Too near to say.", known[0])
    if claim.cues & UNSURE_NAMES or not (taken.confirmed and cost.confirmed):
        return silent(Reason.AMBIGUOUS_ENTITY, "value", slot.span, "Another may be meant.", known[0])
    text = f"The text says {slot.text}; it was {value:,.4g}. Known: {cost.text}; {taken.text}."
    repair = Repair(slot.span, write_quantity_like(slot, value), (taken.id, cost.id))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, known[0], (repair,))


def _facts(work: str, store: Store) -> tuple[Fact, Fact] | None:
    taken, cost = store.facts(work, "box_office"), store.facts(work, "budget")
    return (taken[0], cost[0]) if taken and cost and float(cost[0].value) else None


def _beyond(taken: float, cost: float, predicate: str) -> float:
    return taken / cost if predicate == MULTIPLE else taken - cost
