"""For how many years something has lasted, against when it began and ended: a career, a club, a firm, a marriage."""

from collections.abc import Sequence
from dataclasses import replace

from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.elapsed_lengths import elapsed_facts, elapsed_lengths
from claims.judging.namesakes import is_noted
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import write_quantity_like
from claims.records import Article, Candidate, Claim, Fact, Quantity, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

SLACK = 1.5
"""Years by which a length may be off: a part of a year at either end, and whether both ends count."""
LOOSE = 0.1
"""Further slack as a share of the length: nobody counts forty years to the year."""
COUNTED = ("years_active", "years_married", "years_serving")
"""Lengths of which "more than" or "less than" is meant to the year; of a firm an older house may count."""
WITHIN = "within"
"""The cue of an activity that may be part of a career only ("has been working as a comedian for"): it cannot be longer than the whole."""
UNITS = {"month": 1 / 12, "year": 1.0, "decade": 10.0, "century": 100.0}
"""Units of a length -> years."""


def judge_elapsed(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a length in years, which is counted to the end where there is one, else to the article's day."""
    slot = claim.checked
    quantity = _in_years(slot.quantity)
    known = [facts for c in candidates if (facts := elapsed_facts(claim, c.entity, store))]
    facts = known[0] if len(known) == 1 else ()
    lengths = elapsed_lengths(claim, facts, article, store) if facts else ()
    if not lengths or quantity is None:
        return silent(
            Reason.NO_FACT, "value", slot.span, "The store does not know how long it lasted.", facts[:1]
        )
    if any(_admits(quantity, length, 0.0) for length in lengths):
        text = f"Agrees with what is known of {store.name(facts[0].subject)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, facts)
    doubt = _doubt(claim, quantity, lengths, facts, article, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], facts)
    years = min(lengths, key=lambda length: abs(length - quantity.stated[0]))
    text = f"The text says {slot.text}; it was {years:.0f} years. Known: {facts[0].text}."
    return Opinion(
        Verdict.MISMATCH,
        Reason.DIFFERENT_VALUE,
        "value",
        slot.span,
        text,
        facts,
        _repairs(claim, years, facts),
    )


def _in_years(quantity: Quantity | None) -> Quantity | None:
    """A length in years, a number of anniversaries too; None where it is none."""
    if quantity is None:
        return None
    if quantity.kind == "ordinal":
        return quantity
    factor = UNITS.get(quantity.unit)
    if factor is None:
        return None
    low, high = (None if end is None else end * factor for end in (quantity.low, quantity.high))
    return replace(quantity, stated=tuple(value * factor for value in quantity.stated), low=low, high=high)


def _doubt(
    claim: Claim,
    quantity: Quantity,
    lengths: Sequence[float],
    facts: Sequence[Fact],
    article: Article,
    store: Store,
) -> tuple[Reason, str] | None:
    """Why a length that fits no way of counting may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if any(_admits(quantity, length, _slack(claim, quantity, length)) for length in lengths):
        return Reason.LOW_CONFIDENCE, "Too near to say."
    if WITHIN in claim.cues and quantity.high is not None and quantity.high < lengths[-1]:
        return Reason.LOW_CONFIDENCE, "It may have been part of it only."
    if not all(fact.confirmed for fact in facts) or not _is_meant(claim, facts[0].subject, article, store):
        return Reason.AMBIGUOUS_ENTITY, "Another may be meant, or another beginning."
    return None


def _slack(claim: Claim, quantity: Quantity, length: float) -> float:
    bounded = quantity.low is None or quantity.high is None
    return SLACK if bounded and claim.predicate in COUNTED else SLACK + LOOSE * length


def _is_meant(claim: Claim, subject: str, article: Article, store: Store) -> bool:
    """Whether no namesake is likely; a person must be noted and named in full."""
    if claim.cues & {"subject:surname", "subject:weak", "subject:generic"}:
        return False
    if not subject.startswith("person/"):
        return True
    return is_noted(subject, store) and not may_be_stranger(claim, subject, article.text, store)


def _repairs(claim: Claim, years: float, facts: Sequence[Fact]) -> tuple[Repair, ...]:
    """The length in the text's words, where it is counted in years."""
    slot = claim.checked
    if slot.quantity is None or slot.quantity.unit != "year" or not slot.text[:1].isdigit():
        return ()
    return (Repair(slot.span, write_quantity_like(slot, int(years)), tuple(f.id for f in facts)),)


def _admits(quantity: Quantity, years: float, slack: float) -> bool:
    """Whether the stated bounds, widened by the slack, hold a length; without slack, a year counts from its first day."""
    low = quantity.low is None or quantity.low - slack <= years
    edge = slack or 1.0
    return low and (quantity.high is None or years < quantity.high + edge)
