"""Shape *arithmetic*: does a stated result follow from the numbers that the text states with it?"""

from collections.abc import Sequence
from math import inf

from claims.judging.calculate import PERCENT, Result, bounds_of
from claims.judging.number_relations import RELATIONS, WORDING
from claims.judging.opinion import Opinion, silent
from claims.judging.write_result import write_result
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Modality,
    Quantity,
    Reason,
    Repair,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store

SLACK = 0.02
"""Share of a stated result by which it may lie outside the bounds; figures are reckoned before they are rounded."""
LEAST_SLACK = {"percent": 0.5, "fraction": 0.02, "ratio": 0.02}
"""The same at least, in units of the result, by its kind."""
SAME_SLACK = 3.0
"""Points by which a percentage may differ from a fraction that repeats it: a third, or 36 percent."""
LOOSE_ENDS, LOOSE_SLACK = 0.09, 0.15
"""Shares of a number: bounds this far off tell a hedge, and then more is passed over."""
EXACT = ("cardinal", "count", "age")
"""Kinds of result that are no more rounded than the digits say."""
MOST_TIMES = 10
"""How many times the right result a wrong one may be; beyond it the numbers do not belong together."""
UNWRITTEN = ("double", "halve", "majority", "quadruple", "triple", "within")
"""Relations of which the right result cannot be written in place of the stated one."""
PARTIAL = 0.85
"""Share of a total below which the numbers after it are taken for a part of the list."""
FACTORS = {"double": 2.0, "triple": 3.0, "quadruple": 4.0, "halve": 0.5}
HALF_OF_ALL = 50.0
"""Percent above which a majority lies."""
FACTOR_SLACK = 0.2
"""Share of a factor that "doubled" leaves open on either side."""
UNASSERTED = (Modality.NEGATED, Modality.QUESTION, Modality.HYPOTHETICAL)


def judge_calculation(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, _store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a result; the evidence is the calculation with the numbers of the text."""
    slot = claim.checked
    result = RELATIONS[claim.predicate](claim, article)
    if result is None:
        return silent(Reason.NOT_CLOSED, "value", slot.span, "The numbers leave the result open.")
    gap, step = _gap(claim, result), _slack(claim.predicate, slot.quantity)
    fact = _fact(claim, result)
    if gap <= 0 and _is_by_rounding_alone(claim, result):
        text = f"It follows only if the numbers are rounded far: {fact.text}."
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, text, (fact,))
    if gap <= 0:
        text = f"Follows from the numbers: {fact.text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, (fact,))
    doubt = _doubt(claim, result, gap <= step)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], (fact,))
    text = f"The text says {slot.text}. Its own numbers: {fact.text}."
    repairs = _repairs(claim, result, fact)
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_RESULT, "value", slot.span, text, (fact,), repairs)


FAR = 0.1
"""Share of the result that the numbers as stated have, beyond which their rounding alone does not support another."""


def _is_by_rounding_alone(claim: Claim, result: Result) -> bool:
    """Whether only numbers rounded far from what is stated make the result: 20 percent for "from 200 to 250"."""
    low, high = _stated(claim)
    off = max(result.value - high, low - result.value)
    return claim.predicate != "within" and off > FAR * abs(result.value)


def _stated(claim: Claim) -> tuple[float, float]:
    """Least and greatest result that the words admit, in the unit of the calculation."""
    quantity = claim.checked.quantity
    if claim.predicate in FACTORS:
        return _factor(claim)
    if claim.predicate == "majority":
        return HALF_OF_ALL, inf
    assert quantity is not None
    if claim.predicate == "within":
        return sum(quantity.stated), sum(quantity.stated)
    low, high = bounds_of(quantity)
    in_percent = claim.predicate in ("share", "change") and quantity.kind in ("fraction", "ratio")
    return (low * PERCENT, high * PERCENT) if in_percent else (low, high)


def _gap(claim: Claim, result: Result) -> float:
    """How far the stated result lies outside the bounds; votes may be fewer than there are members."""
    low, high = _stated(claim)
    if claim.predicate == "within":
        return high - result.high
    return max(result.low - high, low - result.high)


def _factor(claim: Claim) -> tuple[float, float]:
    """What "doubled" and the like admit as the ratio of the two numbers, with the hedge before them."""
    factor, hedges = FACTORS[claim.predicate], [cue[6:] for cue in claim.cues if cue.startswith("hedge:")]
    low, high = factor * (1 - FACTOR_SLACK), factor * (1 + FACTOR_SLACK)
    if "more_than" in hedges or "at_least" in hedges:
        return (0.0, factor) if factor < 1 else (factor, inf)
    if "less_than" in hedges or "at_most" in hedges:
        return (factor, 1.0) if factor < 1 else (1.0, factor)
    return (low - factor * FACTOR_SLACK, high + factor * FACTOR_SLACK) if hedges else (low, high)


def _slack(predicate: str, quantity: Quantity | None) -> float:
    """How far outside the bounds a result may lie and still be passed over."""
    if quantity is None or quantity.kind == "score":
        return 0.0
    low, high = bounds_of(quantity)
    if low < quantity.stated[0] - LOOSE_ENDS * quantity.stated[0] and high < inf:
        return LOOSE_SLACK * quantity.stated[0]  # some 40 people
    if quantity.kind in EXACT:
        return 0.0
    least = LEAST_SLACK.get(quantity.kind, 0.0) if predicate != "same" else SAME_SLACK
    return max(SLACK * abs(quantity.stated[0]), least)


def _doubt(claim: Claim, result: Result, near: bool) -> tuple[Reason, str] | None:
    """Why a result that does not fit may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if "spoiled" in claim.cues:
        return Reason.NOT_CLOSED, "The result may be reckoned from other figures."
    if near:
        return Reason.LOW_CONFIDENCE, "It is off by no more than rounding may explain."
    low, high = _stated(claim)
    if claim.predicate == "listed" and not PARTIAL <= result.value / (high or 1) <= 1 / PARTIAL:
        return Reason.NOT_CLOSED, "The list may not be of all."
    if high * MOST_TIMES < result.low or result.high * MOST_TIMES < low:
        return Reason.LOW_CONFIDENCE, "The numbers may not belong together."
    return None


def _fact(claim: Claim, result: Result) -> Fact:
    """The calculation as a sentence, with what the text has for the parts."""
    texts = {slot.name: slot.text for slot in claim.slots}
    others = " + ".join(slot.text for slot in claim.slots if slot.name in ("a", "c", "part"))
    texts.setdefault("a", (texts.get("s") or "").replace("-", " to ").partition(" to ")[0])
    texts.setdefault("b", (texts.get("s") or "").replace("-", " to ").rpartition(" to ")[2])
    stated = claim.checked.quantity.stated if claim.checked.quantity else ()
    text = WORDING[claim.predicate].format(
        **texts, others=others, sum=f"{sum(stated):g}", result=_number(claim, result)
    )
    return Fact(
        f"arithmetic:{claim.predicate}:{claim.checked.span.start}", "text", claim.predicate,
        f"{result.value:g}", text, None, None, "arithmetic",
    )  # fmt: skip


def _number(claim: Claim, result: Result) -> str:
    """The result as the explanation shows it, bounds and all where they differ."""
    unit = _unit(claim)
    value = f"{round(result.value, 2):,g}{unit}"
    if abs(result.high - result.low) <= abs(result.value) * SLACK:
        return value
    return f"{value} (with rounding {round(result.low, 2):,g} to {round(result.high, 2):,g})"


def _unit(claim: Claim) -> str:
    quantity = claim.checked.quantity
    in_percent = quantity is not None and quantity.kind in ("percent", "fraction", "ratio")
    return " percent" if in_percent else ""


def _repairs(claim: Claim, result: Result, fact: Fact) -> tuple[Repair, ...]:
    """The right result in place of the stated one, where it can be written so."""
    parts = [slot.quantity for slot in claim.slots if slot.name != "value" and slot.quantity]
    if any(part.low is None or part.high is None for part in parts if part.kind != "score"):
        return ()  # the right result is open, too
    if claim.predicate == "majority":
        return (Repair(claim.checked.span, "a minority", (fact.id,)),)
    written = write_result(claim.checked, result.value, percent=_unit(claim) != "")
    return (Repair(*written, (fact.id,)),) if written and claim.predicate not in UNWRITTEN else ()
