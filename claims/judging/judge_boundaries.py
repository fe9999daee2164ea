"""When something began or ended: terms of office, membership of an organisation."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from claims.judging.compare_times import TimeRelation, compare_times, may_be_announced, readings_for
from claims.judging.compared_facts import MUTUAL
from claims.judging.doubt_power import ends_of, may_date_power
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_times import write_time_like
from claims.records import Article, Candidate, Claim, Fact, Interval, Precision, Reason, Repair, Slot, Verdict
from claims.settings import Settings
from claims.store.open import Store

BOUNDARIES = ("start", "end", "elected", "whole", "during")
REPAIRED = ("start", "end", "during")
"""Boundaries that a fact's own dates can replace: of an election only the term that followed is known."""
TAKES_OFFICE = timedelta(days=150)
"""A holder is elected up to this long before the term begins."""


def judge_boundary(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a claim that gives the start or end of a fact's time."""
    slot = claim.checked
    if slot.unresolved or not slot.readings:
        return silent(
            slot.unresolved or Reason.TIME_UNKNOWN, "time", slot.span, "The time cannot be resolved."
        )
    facts = boundary_facts(claim, store)
    if not facts:
        return silent(Reason.NO_FACT, "time", slot.span, "The store does not know this of it.")
    boundary = next(b for b in BOUNDARIES if b in claim.cues)
    relations = {fact: compare_boundary(slot, fact, boundary) for fact in facts}
    agreeing = [fact for fact, relation in relations.items() if relation is TimeRelation.AGREES]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "time", slot.span, text, tuple(agreeing[:1]))
    if boundary == "whole":
        relations = of_whole_terms(claim, relations, article)
    obstacle = (
        _obstacle(claim, relations, article)
        or _another_term(claim, facts, store)
        or _power_without_office(claim, boundary, facts, store)
    )
    if obstacle:
        return silent(*obstacle[:1], "time", slot.span, obstacle[1], facts[:2])
    return _flag(claim, _likeliest(slot, [fact for fact in facts if fact.confirmed]), boundary)


_CLOSES = re.compile(r"\s*(?:[.,;:)]|$)")
_PARTLY = re.compile(
    r"\b(?:first|second|third|last|one|two)[\s-]+(?:term|stint|spell|period)|coalition|government|cabinet|under\b",
    re.IGNORECASE,
)


def of_whole_terms(
    claim: Claim, relations: dict[Fact, TimeRelation], article: Article
) -> dict[Fact, TimeRelation]:
    """A range of part of a term says nothing of the whole; one that ends its clause is of the whole."""
    if _PARTLY.search(article.text, claim.sentence.start, claim.sentence.end):
        return dict.fromkeys(relations, TimeRelation.UNKNOWN)
    if not _CLOSES.match(article.text, claim.checked.span.end):
        return relations
    return {f: _of_whole_term(claim.checked, f, relation) for f, relation in relations.items()}


def _of_whole_term(slot: Slot, fact: Fact, relation: TimeRelation) -> TimeRelation:
    """A range that begins with a term and ends more than a year before it does is wrong of the whole."""
    reading, valid = slot.readings[0], fact.valid
    if relation is not TimeRelation.UNKNOWN or not valid or not reading.start or not reading.end:
        return relation
    ends = valid.end is not None and (valid.end - reading.end).days > SHORT_DAYS
    begins = valid.start is not None and abs((valid.start - reading.start).days) < SHORT_DAYS
    return TimeRelation.DIFFERENT if begins and ends else relation


def boundary_facts(claim: Claim, store: Store) -> tuple[Fact, ...]:
    """The facts of the claim's predicate that have its subject and its value."""
    subject, value = claim.slot("subject"), claim.slot("value")
    if subject is None or value is None:
        return ()
    held = [f for entity in value.entities for f in store.facts_with_value(claim.predicate, entity)]
    found = tuple(f for f in held if _is_subject(f.subject, claim, store))
    if store.predicates[claim.predicate].policy != MUTUAL:
        return found
    given = [f for entity in value.entities for f in store.facts(entity, claim.predicate)]
    return (*found, *(f for f in given if f.value in subject.entities))


def _is_subject(entity: str, claim: Claim, store: Store) -> bool:
    """Whether a fact's subject is the one named: an office by its title and, where named, its jurisdiction."""
    subject, owner = claim.slot("subject"), claim.slot("jurisdiction")
    assert subject is not None
    if entity in subject.entities:
        return True
    titled = any(f.value in subject.entities for f in store.facts(entity, "office_title"))
    owned = owner is None or any(f.value in owner.entities for f in store.facts(entity, "office_of"))
    return titled and owned


def compare_boundary(slot: Slot, fact: Fact, boundary: str) -> TimeRelation:
    """The stated time against the part of a fact's time that the wording means, one of ``BOUNDARIES``."""
    if boundary == "elected":
        return _compare_election(slot, fact)
    if boundary == "whole":
        return _compare_both_ends(slot, fact)
    relation = compare_times(readings_for(slot, fact.valid), fact.valid, boundary)
    if fact.predicate == "held_by" and boundary == "end" and may_be_announced(slot.readings, fact.valid):
        return TimeRelation.NEAR if relation is TimeRelation.DIFFERENT else relation
    if relation is TimeRelation.DIFFERENT and fact.predicate == "held_by" and boundary == "start":
        # "became president in 2008": news dates a presidency from the election, too.
        elected = _compare_election(slot, fact) is TimeRelation.AGREES and _before(slot, fact)
        return TimeRelation.NEAR if elected else relation
    return relation


def _before(slot: Slot, fact: Fact) -> bool:
    start, end = fact.valid.start if fact.valid else None, slot.readings[0].end
    return start is not None and end is not None and end < start


def _compare_election(slot: Slot, fact: Fact) -> TimeRelation:
    """An election lies before the term it leads to; in office already, somebody is elected again."""
    valid = fact.valid
    if valid is None or valid.start is None:
        return TimeRelation.UNKNOWN
    within = Interval(valid.start - TAKES_OFFICE, valid.end or fact.as_of, valid.precision)
    return compare_times(slot.readings, within, "during")


SHORT_DAYS = 366
"""A range no longer than this tells when somebody was in office, and not from when until when."""


def _compare_part(ends: Sequence[tuple[Interval, str]], fact: Fact) -> TimeRelation:
    """A stated range that lies within a term."""
    start, end = (compare_times((_year_of(one),), fact.valid, boundary) for one, boundary in ends)
    if start is not TimeRelation.DIFFERENT and end is not TimeRelation.DIFFERENT:
        return TimeRelation.AGREES
    return TimeRelation.DIFFERENT if end is TimeRelation.AGREES else TimeRelation.UNKNOWN


def _compare_both_ends(slot: Slot, fact: Fact) -> TimeRelation:
    """Both ends of a stated range against a term; a short range inside the term agrees ("in 2015 she was").

    A longer one inside it that does not begin with it says that she came later ("from 2009 until Wednesday"), if it ends with it; else
    it may be one of several terms ("from 2005 to 2009 she led a grand coalition").
    """
    reading = slot.readings[0]
    if reading.start is None or reading.end is None:
        return TimeRelation.UNKNOWN
    one_year = reading.start.year == reading.end.year and reading.precision is Precision.YEAR
    inside = fact.valid is not None and fact.valid.covers(reading)
    short = (reading.end - reading.start).days <= SHORT_DAYS
    if fact.valid and ((inside and short) or (one_year and fact.valid.overlaps(reading))):
        return TimeRelation.AGREES
    ends = (
        (replace(reading, end=reading.start), "start"),
        (replace(reading, start=reading.end), "end"),
    )
    if inside:
        return _compare_part(ends, fact)
    relations = {compare_times((_year_of(end),), fact.valid, boundary) for end, boundary in ends}
    order = (TimeRelation.DIFFERENT, TimeRelation.UNKNOWN, TimeRelation.NEAR, TimeRelation.AGREES)
    return next(relation for relation in order if relation in relations)


def _year_of(interval: Interval) -> Interval:
    """The whole year of an interval's day: ranges are given by years."""
    day = interval.start or interval.end
    assert day is not None
    return Interval(day.replace(month=1, day=1), day.replace(month=12, day=31), interval.precision)


def _obstacle(
    claim: Claim, relations: dict[Fact, TimeRelation], article: Article
) -> tuple[Reason, str] | None:
    """Why a time that agrees with no fact may not be flagged."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if len({(fact.subject, fact.value) for fact in relations}) > 1:
        return Reason.AMBIGUOUS_ENTITY, "Several may be meant."
    if claim.cues & {"subject:surname", "subject:weak", "value:surname", "value:weak"}:
        return Reason.AMBIGUOUS_ENTITY, "The name alone does not say who or what is meant."
    return _doubtful_facts(claim, relations, article)


def _doubtful_facts(
    claim: Claim, relations: dict[Fact, TimeRelation], article: Article
) -> tuple[Reason, str] | None:
    if not any(fact.confirmed for fact in relations):
        return Reason.UNCONFIRMED_FACT, "What is known is not certain enough."
    if set(relations.values()) != {TimeRelation.DIFFERENT}:
        return Reason.LOW_CONFIDENCE, "The dates differ by too little to say."
    if article.published and all(f.as_of and f.as_of < article.published for f in relations):
        return _after_as_of(claim, relations)
    return None


NEAR_YEARS = 5
"""A stated time no more years than this from a known term is meant for it; one farther off may be of another term."""
ONE_AT_A_TIME = frozenset(("held_by", "ruled"))


def _another_term(claim: Claim, facts: Sequence[Fact], store: Store) -> tuple[Reason, str] | None:
    """Why another term may be meant, which the store does not know: it knows nobody of that time ("ruled as a general from 1983 to 1985")."""
    readings = [r for r in claim.checked.readings if r.start and r.end]
    if claim.predicate not in ONE_AT_A_TIME or any(_is_near(f, r) for f in facts for r in readings):
        return None
    offices = {f.subject for f in facts if claim.predicate == "held_by"}
    lands = {f.value for f in facts if claim.predicate == "ruled"}
    then = [f for office in sorted(offices) for f in store.facts(office, "held_by")]
    then += [f for land in sorted(lands) for f in store.facts_with_value("ruled", land)]
    if any(f.valid and f.valid.overlaps(r) for f in then for r in readings):
        return None
    return Reason.NOT_CLOSED, "Another term may be meant: the store knows nobody of that time."


def _power_without_office(
    claim: Claim, boundary: str, facts: Sequence[Fact], store: Store
) -> tuple[Reason, str] | None:
    if claim.predicate != "ruled":
        return None
    ends = [ends_of(reading, boundary) for reading in claim.checked.readings]
    if any(may_date_power(stated, fact, store) for stated in ends for fact in facts):
        return Reason.LOW_CONFIDENCE, "Power may be dated otherwise than the office that is known."
    return None


def _is_near(fact: Fact, reading: Interval) -> bool:
    """Whether a time lies in a term, or a few years before or after it."""
    valid = fact.valid
    if valid is None or reading.start is None or reading.end is None:
        return True
    ended = valid.end is not None and valid.end.year + NEAR_YEARS < reading.start.year
    begins = valid.start is not None and reading.end.year + NEAR_YEARS < valid.start.year
    return not (ended or begins)


def _after_as_of(claim: Claim, relations: dict[Fact, TimeRelation]) -> tuple[Reason, str] | None:
    """An end that is not known yet may have come since; a beginning stays where it was."""
    latest = max(f.as_of for f in relations if f.as_of)
    starts = [r.start for r in claim.checked.readings if r.start]
    if not starts or max(starts) > latest:
        return Reason.AFTER_AS_OF, "The store's facts end before that time."
    return None


def _likeliest(slot: Slot, facts: Sequence[Fact]) -> Fact:
    """The fact whose start lies nearest to the stated time."""
    stated = slot.readings[0].start or slot.readings[0].end
    if stated is None:
        return facts[0]
    return min(
        facts, key=lambda f: abs((f.valid.start - stated).days) if f.valid and f.valid.start else 10**6
    )


def _flag(claim: Claim, fact: Fact, boundary: str) -> Opinion:
    slot = claim.checked
    text = f"The text says “{slot.text}”. Known: {fact.text}."
    replacement = write_time_like(slot, fact, "end" if boundary == "end" else "start")
    repairs = (Repair(slot.span, replacement, (fact.id,)),) if replacement and boundary in REPAIRED else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", slot.span, text, (fact,), repairs)
