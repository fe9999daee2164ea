"""An age, now or at death, against the dates of birth and death."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubtful_wording import LOOSE, UNASSERTED
from claims.judging.is_exact import is_exact
from claims.judging.named_in_full import is_named_in_full
from claims.judging.namesakes import SLIP_YEARS, is_at_home, is_called_member, is_noted, is_sole_bearer
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import write_quantity_like
from claims.records import Article, Candidate, Claim, Fact, Precision, Quantity, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

OBITUARY = "obituary"
"""The cue of an age that is one at death in the news of it: "Prince was found dead. He was 57."."""
FRESH_DAYS = 20
"""Within so many days of a death a text tells of it."""
BIRTHDAY = 2
"""Years: an age may be off by one where a birthday lies between writing and printing."""


def judge_age(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on an age: at death to the year; of a living person it may be a birthday off."""
    slot = claim.checked
    quantity = slot.quantity
    known = [age for c in candidates if (age := age_of(c.entity, claim, article, store))]
    if quantity is None or not known:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not know the age.")
    agreeing = next((age for age in known if years_off(quantity, age.years) == 0), None)
    if agreeing:
        text = f"Agrees with what is known of {store.name(agreeing.person)}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, agreeing.facts)
    doubt = _doubt(claim, known, years_off(quantity, known[0].years), article, store)
    if doubt:
        return silent(*doubt[:1], "value", slot.span, doubt[1], known[0].facts)
    age = known[0]
    text = f"The text says {slot.text}; the age was {age.years}. Known: {age.facts[0].text}."
    repair = Repair(slot.span, write_quantity_like(slot, age.years), tuple(f.id for f in age.facts))
    repairs = (repair,) if is_exact(quantity) else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, age.facts, repairs)


def years_off(quantity: Quantity, years: int) -> float:
    """By how many years an age misses the stated one, or the bounds that "in his 50s" and "over 80" leave."""
    if is_exact(quantity):
        return abs(quantity.stated[0] - years)
    below = 0.0 if quantity.low is None else quantity.low - years
    above = 0.0 if quantity.high is None else years - quantity.high
    return max(0.0, below, above)


@dataclass(frozen=True, slots=True)
class Age:
    """Somebody's age in whole years at the time spoken of, and the facts it follows from."""

    person: str
    years: int
    facts: tuple[Fact, ...]


def _doubt(
    claim: Claim, known: list[Age], off: float, article: Article, store: Store
) -> tuple[Reason, str] | None:
    """Why an age that is off by so many years may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if LOOSE in claim.cues:
        return Reason.LOW_CONFIDENCE, "The wording does not say of which year."
    person, surname = known[0].person, _is_bare(claim, known[0].person, article, store)
    meant = (
        is_noted(person, store)
        or is_at_home(person, article.text, store)
        or is_called_member(person, article.text, store)
    )
    stranger = surname or not meant or may_be_stranger(claim, person, article.text, store)
    far = off > SLIP_YEARS and not is_sole_bearer(person, store)
    if len(known) > 1 or far or stranger:
        return Reason.AMBIGUOUS_ENTITY, "A namesake may be meant."
    if off < BIRTHDAY and not claim.cues & {"death", OBITUARY}:
        return Reason.LOW_CONFIDENCE, "A birthday may lie between."
    if not all(fact.confirmed for fact in known[0].facts):
        return Reason.UNCONFIRMED_FACT, "The dates are not certain."
    return None


def _is_bare(claim: Claim, person: str, article: Article, store: Store) -> bool:
    """Whether only a surname says who is meant, of which the article names nobody in full, or several."""
    subject = claim.slot("subject")
    if "subject:surname" not in claim.cues:
        return False
    return subject is None or not is_named_in_full(
        person, subject.text, subject.span.start, article.text, store
    )


def age_of(person: str, claim: Claim, article: Article, store: Store) -> Age | None:
    """The age at death where the claim speaks of it, else on the article's day; None where it cannot be told."""
    born, died = store.facts(person, "born")[:1], store.facts(person, "died")[:1]
    birth, death = _day(born), _day(died)
    day, facts = (death, born + died) if "death" in claim.cues else (article.published, born)
    if OBITUARY in claim.cues:
        day = death if death and article.published and _is_fresh(death, article.published) else None
        facts = born + died
    if birth is None or day is None or day <= birth or (death and death < day):
        return None
    return Age(person, _years(birth, day), facts)


def _is_fresh(death: date, published: date) -> bool:
    return 0 <= (published - death).days <= FRESH_DAYS


def _day(facts: Sequence[Fact]) -> date | None:
    """The day a fact gives, where it is known to the day."""
    valid = facts[0].valid if facts else None
    return valid.start if valid and valid.precision is Precision.DAY else None


def _years(birth: date, day: date) -> int:
    """Whole years from a birth to a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
