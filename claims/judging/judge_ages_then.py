"""An age at the time of something known: at the first performance, at a wedding."""

from collections.abc import Sequence
from datetime import date, timedelta

from claims.judging.calculate import years_between
from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.namesakes import is_noted
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Interval, Precision, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.store.predicates import FOLLOWS_FROM

THEN = ("age_at_debut", "age_at_marriage")
"""Predicates of an age at the beginning of what they follow from."""
SLACK = {"age_at_debut": 2.0, "age_at_marriage": 1.0}
"""Years by which the age may be off: a birthday, and of a career what counts as its beginning."""
OF_YEAR = timedelta(days=365)


def judge_age_then(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on an age at a known time; refuted where no day of birth and of the event gives it."""
    slot, quantity = claim.checked, claim.checked.quantity
    known = [pair for c in candidates if (pair := _facts(c.entity, claim, store))]
    ages = _ages(*known[0]) if len(known) == 1 else None
    if ages is None or quantity is None:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not know the age then.")
    born, then = known[0]
    low = quantity.stated[0] if quantity.low is not None else None
    high = quantity.stated[-1] if quantity.high is not None else None
    if _overlaps(low, high, *ages, 0.0):
        text = f"Agrees with what is known of {store.name(born.subject)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, known[0])
    doubt = _doubt(claim, born, then, article, store)
    if doubt is None and _overlaps(low, high, *ages, SLACK[claim.predicate]):
        doubt = Reason.LOW_CONFIDENCE, "Too near to say."
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], known[0])
    text = f"The text says {slot.text}; the age was {ages[1]}. Known: {born.text}; {then.text}."
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, known[0])


def _doubt(claim: Claim, born: Fact, then: Fact, article: Article, store: Store) -> tuple[Reason, str] | None:
    """Why an age that does not fit may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if not (born.confirmed and then.confirmed):
        return Reason.UNCONFIRMED_FACT, "The dates are not certain."
    stranger = not is_noted(born.subject, store) or may_be_stranger(claim, born.subject, article.text, store)
    if claim.cues & UNSURE_NAMES or stranger:
        return Reason.AMBIGUOUS_ENTITY, "A namesake may be meant."
    return None


def _facts(person: str, claim: Claim, store: Store) -> tuple[Fact, Fact] | None:
    """When somebody was born, and the first fact of what the age is told of: of the spouse who is named, where one is."""
    (predicate,), spouse = FOLLOWS_FROM[claim.predicate], claim.slot("holder")
    then = [*store.facts(person, predicate), *store.facts_with_value(predicate, person)]
    if spouse is not None:
        then = [f for f in then if not {f.subject, f.value}.isdisjoint(spouse.entities)]
    dated = sorted((f for f in then if f.valid and f.valid.start), key=_start)
    born = store.facts(person, "born")
    if not born or not dated or (predicate == "married_to" and spouse is None and len(dated) > 1):
        return None
    return born[0], dated[0]


def _start(fact: Fact) -> date:
    return fact.valid.start if fact.valid and fact.valid.start else date.max


def _ages(born: Fact, then: Fact) -> tuple[int, int] | None:
    """The least and the greatest age that the two dates admit."""
    birth, event = _bounds(born.valid), _bounds(then.valid)
    if birth is None or event is None or event[1] <= birth[0]:
        return None
    return max(0, years_between(birth[1], event[0])), years_between(birth[0], event[1])


def _bounds(valid: Interval | None) -> tuple[date, date] | None:
    """The first and the last day that a beginning may be, which is known by the day or the year."""
    if valid is None or valid.start is None or valid.precision not in (Precision.DAY, Precision.YEAR):
        return None
    return valid.start, valid.start if valid.precision is Precision.DAY else valid.start + OF_YEAR


def _overlaps(low: float | None, high: float | None, least: int, most: int, slack: float) -> bool:
    """Whether the stated bounds, one of which may be open, meet those of the age."""
    return (low is None or low - slack <= most) and (high is None or least - slack <= high)
