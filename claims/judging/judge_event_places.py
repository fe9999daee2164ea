"""Shape *event_place*: where an event took place."""

from collections.abc import Mapping, Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times
from claims.judging.doubt_events import agree, another_meeting, block, nothing_known, still_to_come
from claims.judging.meant_events import at_likeliest_time, meant_candidates, nearest, places_of, times_of
from claims.judging.narrow_meetings import MET, at_its_time
from claims.judging.opinion import Opinion, silent
from claims.judging.plans_stand import is_to_come, plans_stand
from claims.judging.rival_editions import (
    editions_at,
    joined_span,
    repair_year,
    year_is_likelier,
)
from claims.judging.write_values import plain_name
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Precision,
    Reason,
    Repair,
    Slot,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store


def judge_event_place(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the place of an event."""
    slot = claim.checked
    meant = meant_candidates(claim, candidates, store)
    places = {c: places_of(c.entity, store) for c in meant}
    places = {c: facts for c, facts in places.items() if facts}
    if not places:
        return nothing_known(claim, "place", candidates)
    relations = {c: compare_places(slot.entities, facts, store) for c, facts in places.items()}
    agreeing = [c for c, r in relations.items() if r in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)]
    agreeing = nearest(agreeing, article, store)
    if not agreeing and _any_there(relations):
        return silent(
            Reason.TIME_UNKNOWN, "place", slot.span, "Which of several editions there is not known."
        )
    if agreeing:
        facts = [*places[agreeing[0]], *store.facts(agreeing[0].entity, "took_place")]
        return agree(claim, "place", facts, store)
    if MET in claim.cues:
        meant = at_its_time(claim, tuple(places), store)
        places, relations = {c: places[c] for c in meant}, {c: relations[c] for c in meant}
    else:
        meant = at_likeliest_time(tuple(places), claim, store)
        places, relations = {c: places[c] for c in meant}, {c: relations[c] for c in meant}
    known = next(iter(places.values()), ())
    times = times_of(meant, store)
    blocked = another_meeting(claim, "place", meant) or block(
        claim,
        tuple(fact for facts in places.values() for fact in facts if fact.predicate == "located_in"),
        "place",
        slipped=_is_dated(claim, places, store) or _was_there(claim, places, article, store),
        planned=is_to_come(times, article) and plans_stand("place", times, article, store),
    )
    blocked = blocked or still_to_come(claim, "place", times, article, store)
    if blocked:
        return blocked
    differing = {PlaceRelation.DIFFERENT} | (
        {PlaceRelation.ELSEWHERE} if _is_one_place(claim, next(iter(places)), store) else set()
    )
    if not set(relations.values()) <= differing:
        return silent(Reason.NOT_CLOSED, "place", slot.span, f"“{slot.text}” may be the same place.", known)
    return _different_place(claim, next(iter(places)), known, article, store)


def _is_dated(claim: Claim, places: Mapping[Candidate, object], store: Store) -> bool:
    """Whether the day beside the place is that of the one event named, which tells that the place is said of it.

    A name that other events share ("the Trump-Putin summit") is told from them by the day, and so is a final; a series'
    meetings are not, since others of the body fall on the same days.
    """
    cues = claim.cues
    shared = "weak" in cues and not all(_is_told_apart(c.entity, store) for c in places)
    if "dated" not in cues or shared or any(c.startswith("head:") for c in cues) or len(places) != 1:
        return False
    slots = claim.all_slots("time") or claim.all_slots("background")
    days = [r for slot in slots for r in slot.readings if r.precision is Precision.DAY]
    valid = (fact.valid for c in places for fact in store.facts(c.entity, "took_place"))
    return any(compare_times(days, time, "during") is TimeRelation.AGREES for time in valid)


def _is_told_apart(entity: str, store: Store) -> bool:
    """Whether the day tells an event from others of its name: a final is played on one, and somebody won it."""
    times = store.facts(entity, "took_place")
    brief = all(f.valid and f.valid.start and f.valid.start == f.valid.end for f in times)
    return entity.startswith("event/") or bool(times and brief and store.facts(entity, "won_by"))


def _was_there(claim: Claim, places: Mapping[Candidate, object], article: Article, store: Store) -> bool:
    """Whether the place held another edition, which tells that it is said of the edition: "since the 2010 Games in Turin"."""
    known = "elsewhere" in claim.cues and "weak" not in claim.cues and len(places) == 1
    return known and all(editions_at(claim, c.entity, article, store) for c in places)


MANY_VENUES = ("olympics", "paralympics", "youth-olympics", "commonwealth-games", "asian-games")
"""Families whose editions spread over a country: football at the Games is played in many cities."""


def _is_one_place(claim: Claim, candidate: Candidate, store: Store) -> bool:
    """Whether another city of the same country contradicts: not where only a part may be meant."""
    series = (fact.value for fact in store.facts(candidate.entity, "edition_of"))
    spread = any(store.series[s].family in MANY_VENUES for s in series if s in store.series)
    return "qualified" not in claim.cues and (not spread or "held" in claim.cues)


def _any_there(relations: dict[Candidate, PlaceRelation]) -> bool:
    """Whether any candidate lies at the claimed place."""
    return not {PlaceRelation.EQUAL, PlaceRelation.INSIDE}.isdisjoint(relations.values())


def _different_place(
    claim: Claim, candidate: Candidate, facts: tuple[Fact, ...], article: Article, store: Store
) -> Opinion:
    """The place disagrees; where the place held another edition, the year may be the slip instead."""
    slot = claim.checked
    rivals = editions_at(claim, candidate.entity, article, store)
    year = repair_year(claim, rivals)
    repairs = _place_repairs(slot, facts, store)
    where = slot.text if slot.text[:1].isupper() else store.name(slot.entities[0])  # "the city"
    text = f"{store.name(candidate.entity)} was not in {where}. Known: {facts[0].text}."
    evidence = (*facts, *store.facts(candidate.entity, "took_place"))
    if year:
        first = year_is_likelier(claim, rivals, article)
        repairs = (year, *repairs) if first else (*repairs[:1], year, *repairs[1:])
        text += f" {where} held {store.name(rivals[0].entity)}."
        evidence += (*rivals[0].places, *((rivals[0].time,) if rivals[0].time else ()))
    span = joined_span(claim) if year else slot.span
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_PLACE, "place", span, text, evidence, repairs)


def _place_repairs(slot: Slot, facts: tuple[Fact, ...], store: Store) -> tuple[Repair, ...]:
    """The event's own places, those of the claimed kind (city, country) first."""
    kind = slot.entities[0].split("/")[0]
    order = sorted(facts, key=lambda fact: (fact.value.split("/")[0] != kind, fact.predicate))
    return tuple(Repair(slot.span, plain_name(store.name(fact.value)), (fact.id,)) for fact in order)
