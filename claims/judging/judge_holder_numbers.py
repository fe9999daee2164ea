"""Which in the line of holders somebody is: "the 46th president, Joe Biden"."""

from collections.abc import Sequence

from claims.judging.compare_quantities import compare_quantity
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.relation import Relation
from claims.judging.write_values import write_ordinal
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store


def judge_holder_number(
    claim: Claim, _candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a holder's number, in the offices with that title whose line is known from the first."""
    slot = claim.checked
    numbers = numbers_of(claim, store)
    if not numbers:
        return silent(
            Reason.NO_FACT, "value", slot.span, "The store does not number the holders of that office."
        )
    predicate = store.predicates[claim.predicate]
    agreeing = [n for n in numbers if compare_quantity(slot, n, predicate, store) is Relation.AGREES]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.", numbers[:1])
    if len({number.subject for number in numbers}) > 1:
        return silent(Reason.AMBIGUOUS_ENTITY, "value", slot.span, "Several offices may be meant.")
    text = f"The text says {slot.text}. Known: {numbers[-1].text}."
    repairs = tuple(Repair(slot.span, write_ordinal(n.value), (n.id,)) for n in reversed(numbers))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, numbers, repairs)


def numbers_of(claim: Claim, store: Store) -> tuple[Fact, ...]:
    """The numbers of the person's terms in every office of the title."""
    subject, holder, owner = claim.slot("subject"), claim.slot("holder"), claim.slot("jurisdiction")
    if subject is None or holder is None or len(holder.entities) != 1:
        return ()
    terms = [
        f
        for f in store.facts_with_value("held_by", holder.entities[0])
        if _titled(f.subject, subject.entities, store)
    ]
    if owner:
        terms = [
            f for f in terms if any(o.value in owner.entities for o in store.facts(f.subject, "office_of"))
        ]
    starts = {(term.subject, term.valid.start) for term in terms if term.valid}
    offices = sorted({term.subject for term in terms})
    return tuple(
        n
        for o in offices
        for n in store.facts(o, "holder_number")
        if n.valid and (o, n.valid.start) in starts
    )


def _titled(office: str, titles: tuple[str, ...], store: Store) -> bool:
    return any(fact.value in titles for fact in store.facts(office, "office_title"))
