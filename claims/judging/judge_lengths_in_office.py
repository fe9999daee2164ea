"""For how many years somebody was in office: "after 16 years as chancellor"."""

from collections.abc import Sequence

from claims.judging.doubt_power import BEFORE_OFFICE
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.namesakes import is_noted
from claims.judging.office_lengths import lengths_of, terms_in_office
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import write_quantity_like
from claims.records import Article, Candidate, Claim, Fact, Quantity, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

SLACK = 1.4
"""Years by which a length may be off: parts of a year at either end, and whether both ends count."""
BEFORE = BEFORE_OFFICE.days / 366
"""Years, for those who "ruled" and of whom no office is named."""
UNSURE = frozenset(("subject:surname", "subject:weak", "subject:generic"))


def judge_length_in_office(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on years in an office; refuted where no way of counting the terms comes near."""
    slot, day = claim.checked, article.published
    terms = terms_in_office(claim, store)
    lengths = lengths_of(terms, day) if day else ()
    if not terms or not lengths or slot.quantity is None or slot.quantity.unit != "year":
        return silent(
            Reason.NO_FACT, "value", slot.span, "The store does not know how long it lasted.", terms[:1]
        )
    if any(_admits(slot.quantity, length, 0.0) for length in lengths):
        text = f"Agrees with what is known: {terms[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, terms[:2])
    doubt = _doubt(claim, terms, lengths, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], terms[:1])
    longest = int(lengths[-1])
    text = f"The text says {slot.text}; it was {longest} years. Known: {terms[0].text}."
    repair = Repair(slot.span, write_quantity_like(slot, longest), tuple(f.id for f in terms[:2]))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, terms[:2], (repair,))


def _doubt(
    claim: Claim, terms: tuple[Fact, ...], lengths: tuple[float, ...], store: Store
) -> tuple[Reason, str] | None:
    """Why a length that fits none of those known may not be flagged, or None."""
    quantity = claim.checked.quantity
    assert quantity is not None
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if any(_admits(quantity, length, SLACK) for length in lengths) or _may_have_begun_before(claim, lengths):
        return Reason.LOW_CONFIDENCE, "Too near to say."
    if claim.cues & UNSURE or not is_noted(terms[0].value, store):
        return Reason.AMBIGUOUS_ENTITY, "A namesake may be meant."
    by = "office_of" if claim.slot("holder") is None else "office_title"
    if len({f.value for term in terms for f in store.facts(term.subject, by)}) > 1:
        return Reason.AMBIGUOUS_ENTITY, "Several offices may be meant."
    if not all(fact.confirmed for fact in terms):
        return Reason.UNCONFIRMED_FACT, "The terms are not certain."
    return None


def _may_have_begun_before(claim: Claim, lengths: tuple[float, ...]) -> bool:
    """Whether no office is named, and a power that began before the first one known could be as long."""
    quantity = claim.checked.quantity
    if claim.slot("holder") is not None or quantity is None or quantity.low is None:
        return False
    return any(length <= quantity.low <= length + BEFORE for length in lengths)


def _admits(quantity: Quantity, years: float, slack: float) -> bool:
    """Whether the stated bounds hold a length: a year counts from its first day, and is often rounded up."""
    low = quantity.low is None or quantity.low - (slack or 0.6) <= years
    return low and (quantity.high is None or years < quantity.high + (slack or 1.0))
