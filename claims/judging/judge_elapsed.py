"""For how many years something has lasted, against when it began and ended: a career, a club, a firm."""

from collections.abc import Sequence
from datetime import date

from claims.judging.doubt_persons import may_be_stranger
from claims.judging.judge_relations import UNASSERTED
from claims.judging.namesakes import is_noted
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Precision, Quantity, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store

BEGINNING = {"years_active": "active", "years_existing": "founded"}
"""Predicates of a length -> the predicate whose time it is the length of."""
SLACK = 1.5
"""Years by which a length may be off: a part of a year at either end, and whether both ends count."""
LOOSE = 0.1
"""Further slack as a share of the length: nobody counts forty years to the year."""
DAYS = 365.25


def judge_elapsed(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a length in years, which is counted to the end where there is one, else to the article's day."""
    slot = claim.checked
    facts = tuple(f for c in candidates for f in store.facts(c.entity, BEGINNING[claim.predicate]))
    length = _length(facts[0], article.published) if len(facts) == 1 else None
    if length is None or slot.quantity is None or slot.quantity.unit != "year":
        return silent(
            Reason.NO_FACT, "value", slot.span, "The store does not know how long it lasted.", facts[:1]
        )
    if _admits(slot.quantity, length, 0.0):
        text = f"Agrees with what is known of {store.name(facts[0].subject)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, facts)
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.", facts)
    if _admits(slot.quantity, length, SLACK + LOOSE * length):
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, "Too near to say.", facts)
    if not facts[0].confirmed or not _is_meant(claim, facts[0].subject, article, store):
        return silent(
            Reason.AMBIGUOUS_ENTITY, "value", slot.span, "Another may be meant, or another beginning.", facts
        )
    text = f"The text says {slot.text}; it was {length:.0f} years. Known: {facts[0].text}."
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, facts)


def _is_meant(claim: Claim, subject: str, article: Article, store: Store) -> bool:
    """Whether no namesake is likely; a person must be noted and named in full."""
    if claim.cues & {"subject:surname", "subject:weak", "subject:generic"}:
        return False
    if not subject.startswith("person/"):
        return True
    return is_noted(subject, store) and not may_be_stranger(claim, subject, article.text, store)


def _length(fact: Fact, today: date | None) -> float | None:
    """Years from the beginning to the end, or to the article's day where it lasts; None where that is not known."""
    valid = fact.valid
    if (
        valid is None
        or valid.start is None
        or valid.precision not in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    ):
        return None
    ended = valid.end if fact.predicate == "active" else None
    end = ended or today
    return (end - valid.start).days / DAYS if end and end > valid.start else None


def _admits(quantity: Quantity, years: float, slack: float) -> bool:
    """Whether the stated bounds, widened by the slack, hold a length; without slack, a year counts from its first day."""
    low = quantity.low is None or quantity.low - slack <= years
    edge = slack or 1.0
    return low and (quantity.high is None or years < quantity.high + edge)
