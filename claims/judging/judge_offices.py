"""Shape *office*: did the person hold the office at the time the statement speaks of?"""

from collections.abc import Sequence
from datetime import date, timedelta

from claims.judging.doubt_offices import UNASSERTED, doubt_claim, doubt_holders
from claims.judging.leaders_elsewhere import led_elsewhere
from claims.judging.opinion import Opinion, silent
from claims.judging.repair_offices import as_own_office, repair_office
from claims.judging.terms import Terms, begun_before, covers_day, holds
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Interval,
    Precision,
    Reason,
    Repair,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store


def judge_office(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Opinion:
    """The opinion on an office claim."""
    slot = claim.checked
    offices = find_offices(claim, store)
    if not offices:
        return silent(
            Reason.NO_FACT, "holder", slot.span, f"The office in “{slot.text}” is not in the store."
        )
    persons = {c.entity for c in candidates}
    if claim.slot("jurisdiction") is None:
        offices = _held(offices, persons, store) or offices
    terms = _terms(offices, persons, store)
    if "effect:past" in claim.cues:
        return _judge_former(claim, terms, article, store)
    windows = office_windows(claim, article)
    if not windows:
        return silent(
            Reason.TIME_UNKNOWN, "holder", slot.span, "The article's date is unknown.", terms.held[:1]
        )
    holding = [fact for fact in terms.held if holds(fact, windows)]
    if holding:
        return _supported(claim, holding[0], store)
    return _judge_not_holding(claim, terms, windows, article, store, settings)


def find_offices(claim: Claim, store: Store) -> tuple[str, ...]:
    """The offices with the claim's title, in its jurisdiction where it names one."""
    office, jurisdiction = claim.slot("office"), claim.slot("jurisdiction")
    titled = {
        f.subject
        for t in (office.entities if office else ())
        for f in store.facts_with_value("office_title", t)
    }
    if jurisdiction:
        titled &= {f.subject for j in jurisdiction.entities for f in store.facts_with_value("office_of", j)}
    return tuple(sorted(titled))


def _held(offices: tuple[str, ...], persons: set[str], store: Store) -> tuple[str, ...]:
    """Those of the offices that one of the persons ever held: "Home Secretary" then says whose."""
    return tuple(o for o in offices if any(f.value in persons for f in store.facts(o, "held_by")))


def _terms(offices: tuple[str, ...], persons: set[str], store: Store) -> Terms:
    facts = [f for o in offices for p in ("held_by", "held_by_acting") for f in store.facts(o, p)]
    return Terms(
        offices,
        tuple(f for f in facts if f.value in persons),
        tuple(f for f in facts if f.value not in persons),
    )


HANDOVER_SLACK = timedelta(days=2)
"""A term's first and last day are counted in different ways; within this nobody is wrong."""


def office_windows(claim: Claim, article: Article) -> tuple[Interval, ...]:
    """The stretches of time the statement may speak of: those it names, and the article's own day."""
    slots = (*claim.all_slots("time"), *claim.all_slots("nearby"))
    named = tuple(reading for slot in slots for reading in slot.readings)
    if article.published is None:
        return named
    own = Interval(article.published - HANDOVER_SLACK, article.published + HANDOVER_SLACK, Precision.DAY)
    return (*named, own)


def _supported(claim: Claim, fact: Fact, store: Store) -> Opinion:
    text = f"{store.name(fact.value)} held the office at the time."
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "holder", claim.checked.span, text, (fact,))


def _judge_former(claim: Claim, terms: Terms, article: Article, store: Store) -> Opinion:
    """A former holder is supported by any earlier term; a list that starts late refutes nobody."""
    slot = claim.checked
    before = [
        f
        for f in terms.held
        if f.valid and f.valid.start and (not article.published or f.valid.start <= article.published)
    ]
    if before:
        text = f"{store.name(before[0].value)} held the office before."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "holder", slot.span, text, tuple(before[:2]))
    elsewhere = led_elsewhere(claim, article.published, store) if article.published else ()
    if elsewhere and claim.modality not in UNASSERTED:
        return _flag_elsewhere(claim, elsewhere, store)
    return silent(Reason.NOT_CLOSED, "holder", slot.span, "Earlier holders are not all known.")


def _judge_not_holding(
    claim: Claim,
    terms: Terms,
    windows: tuple[Interval, ...],
    article: Article,
    store: Store,
    settings: Settings,
) -> Opinion:
    slot, day = claim.checked, article.published
    obstacle = doubt_claim(claim, terms, windows, article, store)
    if obstacle or day is None:
        reason, text = obstacle or (Reason.TIME_UNKNOWN, "The article's date is unknown.")
        return silent(reason, "holder", slot.span, text, terms.held[:2])
    holders = [f for f in terms.others if covers_day(f, day)]
    obstacle = doubt_holders(claim, terms, holders, article, store, settings)
    elsewhere = led_elsewhere(claim, day, store) if not holders else ()
    if any(covers_day(f, day) or _left_lately(f, day) for f in elsewhere):
        return _flag_elsewhere(claim, elsewhere, store)
    if obstacle:
        return silent(*obstacle[:1], "holder", slot.span, obstacle[1], tuple(holders[:2]) or terms.held[:2])
    earlier = begun_before(terms, day)
    repairs = repair_office(claim, terms, holders, tuple(earlier), day, store)
    return _flag(claim, holders, tuple(earlier), repairs, store)


def _flag(
    claim: Claim, holders: list[Fact], earlier: tuple[Fact, ...], repairs: tuple[Repair, ...], store: Store
) -> Opinion:
    slot, person = claim.checked, claim.slot("person")
    assert person is not None
    named = store.name(person.entities[0])
    text = f"{store.name(holders[0].value)}, not {named}, held the office at the time of the article."
    if earlier:
        text += f" {named} held it before."
    verdict, reason = (
        (Verdict.OUTDATED, Reason.FORMER_HOLDER) if earlier else (Verdict.MISMATCH, Reason.DIFFERENT_HOLDER)
    )
    return Opinion(verdict, reason, "holder", slot.span, text, (*holders, *earlier[-1:]), repairs)


def _left_lately(fact: Fact, day: date) -> bool:
    """Whether a term ended within a few weeks before a day: who has died in office is still called by it."""
    end = fact.valid.end if fact.valid else None
    return end is not None and timedelta(0) <= day - end <= LATELY


LATELY = timedelta(days=30)


def _flag_elsewhere(claim: Claim, terms: tuple[Fact, ...], store: Store) -> Opinion:
    """The flag on somebody who led another country, and none but that."""
    slot, office = claim.checked, claim.slot("office")
    assert office is not None
    repairs = tuple(r for f in reversed(terms) if (r := as_own_office(claim, office, f, store)))[:1]
    name = store.name(terms[-1].value)
    text = f"{name} held no such office there. Known: {terms[-1].text}."
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_HOLDER, "holder", slot.span, text, terms[-2:], repairs)
