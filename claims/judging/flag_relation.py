"""A value that no fact bears out -> the flag: since when it is wrong, and what would fit."""

from collections.abc import Sequence
from dataclasses import replace

from claims.judging.compared_facts import MUTUAL, Compared
from claims.judging.fact_windows import is_figure
from claims.judging.opinion import Opinion
from claims.judging.relation import Relation
from claims.judging.rival_editions import JOINED_SPAN
from claims.judging.write_values import write_value
from claims.records import Claim, Fact, Reason, Repair, Span, Verdict
from claims.store.open import Store
from claims.store.predicates import Predicate


def flag_relation(claim: Claim, compared: Compared, store: Store) -> Opinion:
    """The opinion that a value is wrong, or no longer right, with its repairs; some fact must contradict it."""
    slot, known = claim.checked, compared.refuting
    swapped = _of_another_subject(claim, known[0], compared.predicate, store)
    earlier = [f for f in compared.of(Relation.AGREES, timely=False) if _ended_before(f, known)]
    text = f"The text says {slot.text}. Known: {known[0].text}."
    repairs = _repairs(claim, known[:3], compared.predicate, store)
    if earlier:
        text += f" Formerly: {earlier[-1].text}."
        return Opinion(
            Verdict.OUTDATED,
            Reason.FORMER_VALUE,
            "value",
            slot.span,
            text,
            (*known[:3], earlier[-1]),
            repairs,
        )
    if swapped:
        span, repair = swapped
        return Opinion(
            Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", span, text, known[:3], (*repairs[:1], repair)
        )
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, known[:3], repairs)


def _repairs(claim: Claim, known: Sequence[Fact], predicate: Predicate, store: Store) -> tuple[Repair, ...]:
    """Each value that would fit, once, as the text would write it, with the facts that say so."""
    slot = claim.checked
    facts: dict[str, list[str]] = {}
    for fact in known:
        replacement = write_value(slot, _turned(fact, claim, predicate), predicate, store)
        if replacement:
            facts.setdefault(replacement, []).append(fact.id)
    return tuple(Repair(slot.span, replacement, tuple(ids)) for replacement, ids in facts.items())


def _turned(fact: Fact, claim: Claim, predicate: Predicate) -> Fact:
    """A fact that holds both ways, as one about the claim's subject."""
    subject = claim.slot("subject")
    if predicate.policy == MUTUAL and subject is not None and fact.value in subject.entities:
        return replace(fact, subject=fact.value, value=fact.subject)
    return fact


def _of_another_subject(
    claim: Claim, known: Fact, predicate: Predicate, store: Store
) -> tuple[Span, Repair] | None:
    """The span that takes in the subject, and the subject that would fit, where the value is that of another: "Jack Ma, founder of Tencent".

    Either may be what is wrong. None where the value fits several subjects or none.
    """
    slot, subject = claim.checked, claim.slot("subject")
    if subject is None or predicate.value_kind != "entity" or predicate.policy != "same":
        return None
    kind = known.subject.partition("/")[0] + "/"
    if kind == "edition/":
        return None  # there the year tells which
    facts = [f for e in slot.entities for f in store.facts_with_value(predicate.name, e)]
    others = {fact.subject: fact for fact in facts if fact.subject.startswith(kind)}
    if len(others) != 1:
        return None
    span = Span(min(slot.span.start, subject.span.start), max(slot.span.end, subject.span.end))
    if span.end - span.start > JOINED_SPAN:
        return None
    other, fact = next(iter(others.items()))
    return span, Repair(subject.span, store.name(other), (fact.id,))


STALE_YEARS = 15
"""A figure older than this that happens to fit is no sign of where a wrong one came from."""


def _ended_before(fact: Fact, known: Sequence[Fact]) -> bool:
    starts = [f.valid.start for f in known if f.valid and f.valid.start]
    end = fact.valid.end if fact.valid else None
    if end is None or not starts or end > max(starts):
        return False
    return not is_figure(fact) or (max(starts) - end).days <= STALE_YEARS * 366
