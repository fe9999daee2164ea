"""A claim against one fact that was looked up for it: was it compared, how do the two stand, did it hold at the time?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from claims.judging.compare_times import TimeRelation, compare_times, readings_for
from claims.judging.comparison import Comparison, Standing
from claims.judging.explain_implied import JUDGES, explain_implied
from claims.judging.explain_values import (
    explain_entity,
    explain_number,
    explain_place,
    explain_time,
    explain_value,
    time_comparison,
)
from claims.judging.fact_windows import in_time, windows_of
from claims.judging.is_exact import is_exact
from claims.judging.judge_ages import age_of, years_off
from claims.judging.judge_boundaries import BOUNDARIES, boundary_facts, compare_boundary, of_whole_terms
from claims.judging.judge_event_dates import completed_then
from claims.judging.judge_holder_numbers import numbers_of
from claims.judging.judge_offices import find_offices, office_windows
from claims.judging.judge_titles import fits_count
from claims.judging.meant_events import meant_candidates
from claims.judging.slips import is_slip
from claims.judging.terms import holds
from claims.records import Article, Candidate, Claim, Fact, Modality, Shape
from claims.store.open import Store
from claims.values.dates import year_interval


@dataclass(frozen=True, slots=True)
class Question:
    """What a fact is compared within: the claim, who or what it may be about, the article and the store."""

    claim: Claim
    candidates: tuple[Candidate, ...]
    article: Article
    store: Store

    @property
    def entities(self) -> frozenset[str]:
        """The candidates' ids."""
        return frozenset(candidate.entity for candidate in self.candidates)


PLACES = ("located_in", "located_in_country")
OTHER_EVENT = Comparison(Standing.NOT_COMPARABLE, "other_event")
HOLDERS = ("held_by", "held_by_acting")


def explain_comparison(fact: Fact, question: Question) -> Comparison | None:
    """The comparison with the claim; None for a fact that only helped to find or to place others."""
    claim = question.claim
    if not any(cue.startswith("predicate:") for cue in claim.cues):
        explain = _OF_SHAPE.get(claim.shape)
    elif claim.value == "time":
        explain = _boundary
    elif claim.shape is Shape.MEMBERSHIP:
        explain = _member
    else:
        explain = _OF_PREDICATE.get(claim.predicate, _relation)
    return explain(fact, question) if explain else None


def held_at_the_time(fact: Fact, question: Question) -> bool | None:
    """Whether it held at a time the statement may speak of; None where the time is not asked for."""
    claim, predicate = question.claim, question.store.predicates.get(fact.predicate)
    if claim.value == "time" or predicate is None or not predicate.interval:
        return None
    if claim.shape is Shape.OFFICE and fact.predicate in HOLDERS:
        return holds(fact, office_windows(claim, question.article))
    return in_time(fact, windows_of(claim, question.article)) if fact.predicate == claim.predicate else None


def _edition(fact: Fact, question: Question) -> Comparison | None:
    year, series = question.claim.slot("year"), question.claim.slot("series")
    named = {e.entity for s in (series.entities if series else ()) for e in question.store.editions(s)}
    if fact.predicate in ("edition_year", "took_place", *PLACES) and fact.subject not in named:
        return Comparison(Standing.NOT_COMPARABLE, "other_series")
    if fact.predicate == "edition_year" and year:
        return explain_number(int(year.text), int(fact.value))
    if fact.predicate == "took_place" and year:
        return explain_time(replace(year, readings=(year_interval(int(year.text)),)), fact.valid, "during")
    place = question.claim.slot("place")
    return _place_of(fact, place.entities, question) if place else None


def _place_of(fact: Fact, entities: Sequence[str], question: Question) -> Comparison | None:
    """Cities and countries of an event are compared together, as what it says of its place."""
    if fact.predicate not in PLACES:
        return None
    places = [f for predicate in PLACES for f in question.store.facts(fact.subject, predicate)]
    return explain_place(entities, places, question.store)


def _event_date(fact: Fact, question: Question) -> Comparison | None:
    if fact.predicate not in ("took_place", "also_dated"):
        return None
    if not _is_meant(fact, question):
        return OTHER_EVENT
    claim = question.claim
    boundary = next((b for b in ("start", "end") if b in claim.cues), "during")
    readings = readings_for(claim.checked, fact.valid)
    relation = compare_times(readings, fact.valid, boundary)
    if completed_then(claim, (fact,)):
        relation = TimeRelation.AGREES
    elif relation is TimeRelation.NEAR and is_slip(claim.checked, fact.valid):
        relation = TimeRelation.DIFFERENT
    return time_comparison(relation, readings, fact.valid, boundary)


def _is_meant(fact: Fact, question: Question) -> bool:
    """Whether a fact is of an event that may be meant; editions of other years are looked up as rivals."""
    meant = meant_candidates(question.claim, question.candidates, question.store)
    return fact.subject in {candidate.entity for candidate in meant}


def _event_place(fact: Fact, question: Question) -> Comparison | None:
    if fact.predicate in PLACES and not _is_meant(fact, question):
        return OTHER_EVENT
    return _place_of(fact, question.claim.checked.entities, question)


def _office(fact: Fact, question: Question) -> Comparison | None:
    person = question.claim.slot("person")
    if fact.predicate not in HOLDERS or person is None:
        return None
    if fact.value in person.entities and fact.subject not in find_offices(question.claim, question.store):
        return Comparison(Standing.DIFFERENT, "other_country", {"known": fact.text})
    return explain_entity(person.entities, fact.value, question.store)


def _boundary(fact: Fact, question: Question) -> Comparison | None:
    claim = question.claim
    if fact.predicate != claim.predicate:
        return None
    if fact not in boundary_facts(claim, question.store):
        return Comparison(Standing.NOT_COMPARABLE, "other_subject")
    boundary = next((b for b in BOUNDARIES if b in claim.cues), "during")
    part = boundary if boundary in ("start", "end") else "during"
    relation = compare_boundary(claim.checked, fact, boundary)
    if boundary == "whole":
        relation = of_whole_terms(claim, {fact: relation}, question.article)[fact]
    return time_comparison(relation, claim.checked.readings, fact.valid, part)


def _member(fact: Fact, question: Question) -> Comparison | None:
    if fact.predicate == "members" and fact.subject in question.claim.checked.entities:
        # The list is whole, and the one named stands in it nowhere.
        denied = question.claim.modality is Modality.NEGATED
        return Comparison(
            Standing.COMPATIBLE if denied else Standing.DIFFERENT, "computed", {"known": fact.text}
        )
    if fact.predicate != question.claim.predicate or fact.subject not in question.entities:
        return None
    return explain_entity(question.claim.checked.entities, fact.value, question.store)


def _titles(fact: Fact, question: Question) -> Comparison | None:
    claim = question.claim
    if fact.predicate != claim.predicate:
        return None
    details: dict[str, str | float] = {"stated": claim.checked.text, "known": float(fact.value)}
    if fits_count(claim.checked, fact):
        return Comparison(Standing.EQUAL, "same", details)
    return Comparison(Standing.DIFFERENT, "other_number", details)


def _holder_number(fact: Fact, question: Question) -> Comparison | None:
    if fact.predicate != question.claim.predicate:
        return None
    if fact not in numbers_of(question.claim, question.store):
        return Comparison(Standing.NOT_COMPARABLE, "other_subject")
    predicate = question.store.predicates[fact.predicate]
    return explain_value(question.claim.checked, fact, predicate, question.store)


def _age(fact: Fact, question: Question) -> Comparison | None:
    """The age that follows from a date against the one stated."""
    if fact.predicate not in ("born", "died") or fact.subject not in question.entities:
        return None
    age = age_of(fact.subject, question.claim, question.article, question.store)
    quantity = question.claim.checked.quantity
    if age is None or quantity is None or fact not in age.facts:
        return Comparison(Standing.NOT_COMPARABLE, "no_age_follows")
    if is_exact(quantity):
        return explain_number(quantity.stated[0], age.years)
    details: dict[str, str | float] = {"stated": question.claim.checked.text, "known": age.years}
    if years_off(quantity, age.years) == 0:
        return Comparison(Standing.COMPATIBLE, "within_bounds", details)
    return Comparison(Standing.DIFFERENT, "out_of_bounds", details)


def _relation(fact: Fact, question: Question) -> Comparison | None:
    """What is worded in the vocabulary: by the predicate's policy, where it is about one of the candidates."""
    if fact.predicate != question.claim.predicate or question.entities.isdisjoint((fact.subject, fact.value)):
        return None
    predicate = question.store.predicates[fact.predicate]
    if predicate.policy != "mutual" and fact.subject not in question.entities:
        return None
    return explain_value(question.claim.checked, fact, predicate, question.store)


def _implied(fact: Fact, question: Question) -> Comparison | None:
    """What follows from facts of other predicates: as the judge takes them together."""
    return explain_implied(fact, question.claim, question.candidates, question.article, question.store)


Explain = Callable[[Fact, Question], Comparison | None]
_OF_SHAPE: dict[Shape, Explain] = {
    Shape.EDITION: _edition,
    Shape.EVENT_DATE: _event_date,
    Shape.EVENT_PLACE: _event_place,
    Shape.OFFICE: _office,
}
_OF_PREDICATE: dict[str, Explain] = {
    **dict.fromkeys(JUDGES, _implied),
    "holder_number": _holder_number,
    "age": _age,
    "titles": _titles,
    "titles_in_a_row": _titles,
}
