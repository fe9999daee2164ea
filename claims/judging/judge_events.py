"""Shapes *event_date* and *event_place*: when and where an event took place."""

from collections.abc import Mapping, Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times, readings_for
from claims.judging.narrow_meetings import MET, at_its_place, at_its_time, may_be_meant
from claims.judging.opinion import Opinion, silent
from claims.judging.plans_stand import plans_stand
from claims.judging.rival_editions import (
    editions_at,
    editions_during,
    joined_span,
    repair_year,
    year_is_likelier,
)
from claims.judging.slips import is_slip
from claims.judging.write_times import write_time_like
from claims.judging.write_values import plain_name, write_ordinal
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Modality,
    Precision,
    Reason,
    Repair,
    Shape,
    Slot,
    Span,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store
from claims.values.dates import write_interval

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION)


def judge_event_date(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the time of an event."""
    slot = claim.checked
    if slot.unresolved or not slot.readings:
        return silent(
            slot.unresolved or Reason.TIME_UNKNOWN, "time", slot.span, f"“{slot.text}” cannot be resolved."
        )
    if MET in claim.cues and not at_its_time(claim, candidates, store):
        candidates = at_its_place(claim, candidates, store) or candidates
    times = _times(meant_candidates(claim, candidates, store), store)
    if not times:
        return _nothing_known(claim, "time", candidates)
    boundary = next((b for b in ("start", "end") if b in claim.cues), "during")
    relations = {fact: compare_times(readings_for(slot, fact.valid), fact.valid, boundary) for fact in times}
    agreeing = [fact for fact, relation in relations.items() if relation is TimeRelation.AGREES]
    exact = [f for f in agreeing if compare_times(slot.readings, f.valid, boundary) is TimeRelation.AGREES]
    if agreeing:
        return _agrees(claim, "time", (exact or agreeing)[:1], store)
    if MET in claim.cues:
        meant = [c for c in candidates if may_be_meant(slot.readings[0], c, store)]
        times = _times(meant, store) if claim.slot("place") else ()
        relations = {fact: relations[fact] for fact in times}
    slips = _slips(claim, times, store)
    if slips:
        times, relations = slips, {fact: relations[fact] for fact in slips}
    blocked = (
        _another_meeting(claim, "time", times)
        or _blocked(claim, times, "time", slipped=bool(slips))
        or _many_dates(claim, times, store)
        or _still_to_come(claim, "time", times, article, store)
        or _too_near(claim, relations)
    )
    if blocked:
        return blocked
    return _different_time(claim, times[0], boundary, store)


def judge_event_place(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the place of an event."""
    slot = claim.checked
    meant = meant_candidates(claim, candidates, store)
    places = {c: _places(c.entity, store) for c in meant}
    places = {c: facts for c, facts in places.items() if facts}
    if not places:
        return _nothing_known(claim, "place", candidates)
    relations = {c: compare_places(slot.entities, facts, store) for c, facts in places.items()}
    agreeing = [c for c, r in relations.items() if r in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)]
    agreeing = _nearest(agreeing, article, store)
    if not agreeing and _any_there(relations):
        return silent(
            Reason.TIME_UNKNOWN, "place", slot.span, "Which of several editions there is not known."
        )
    if agreeing:
        facts = [*places[agreeing[0]], *store.facts(agreeing[0].entity, "took_place")]
        return _agrees(claim, "place", facts, store)
    if MET in claim.cues:
        meant = at_its_time(claim, tuple(places), store)
        places, relations = {c: places[c] for c in meant}, {c: relations[c] for c in meant}
    known = next(iter(places.values()), ())
    blocked = _another_meeting(claim, "place", meant) or _blocked(
        claim,
        tuple(fact for facts in places.values() for fact in facts if fact.predicate == "located_in"),
        "place",
        slipped=_is_dated(claim, places, store) or _was_there(claim, places, article, store),
    )
    blocked = blocked or _still_to_come(claim, "place", _times(meant, store), article, store)
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

    A name that other events share ("the Trump-Putin summit") is told from them by the day; a series' meetings are not,
    since others of the body fall on the same days.
    """
    cues = claim.cues
    shared = "weak" in cues and not all(c.entity.startswith("event/") for c in places)
    if "dated" not in cues or shared or any(c.startswith("head:") for c in cues) or len(places) != 1:
        return False
    days = [r for slot in claim.all_slots("time") for r in slot.readings if r.precision is Precision.DAY]
    valid = (fact.valid for c in places for fact in store.facts(c.entity, "took_place"))
    return any(compare_times(days, time, "during") is TimeRelation.AGREES for time in valid)


def _was_there(claim: Claim, places: Mapping[Candidate, object], article: Article, store: Store) -> bool:
    """Whether the place held another edition, which tells that it is said of the edition: "since the 2010 Games in Turin"."""
    known = "elsewhere" in claim.cues and "weak" not in claim.cues and len(places) == 1
    return known and all(editions_at(claim, c.entity, article, store) for c in places)


def _another_meeting(claim: Claim, slot: str, meant: Sequence[object]) -> Opinion | None:
    """Why one of the meetings that nobody lists may be meant."""
    if MET not in claim.cues or len(meant) == 1:
        return None
    return silent(Reason.NOT_CLOSED, slot, claim.checked.span, "Another of their meetings may be meant.")


def _too_near(claim: Claim, relations: dict[Fact, TimeRelation]) -> Opinion | None:
    if set(relations.values()) == {TimeRelation.DIFFERENT}:
        return None
    text = "The dates differ by too little to say."
    return silent(Reason.LOW_CONFIDENCE, "time", claim.checked.span, text, tuple(relations))


MANY_VENUES = ("olympics", "paralympics", "youth-olympics")
"""Families whose editions spread over a country: football at the Games is played in many cities."""


def _is_one_place(claim: Claim, candidate: Candidate, store: Store) -> bool:
    """Whether another city of the same country contradicts: not where only a part may be meant."""
    series = (fact.value for fact in store.facts(candidate.entity, "edition_of"))
    spread = any(store.series[s].family in MANY_VENUES for s in series if s in store.series)
    return "qualified" not in claim.cues and (not spread or "held" in claim.cues)


def _any_there(relations: dict[Candidate, PlaceRelation]) -> bool:
    """Whether any candidate lies at the claimed place."""
    return not {PlaceRelation.EQUAL, PlaceRelation.INSIDE}.isdisjoint(relations.values())


def _nearest(agreeing: list[Candidate], article: Article, store: Store) -> list[Candidate]:
    """The candidates nearest to the article's date first; none where several fit and it is unknown."""
    if len(agreeing) < 2:
        return agreeing
    if article.published is None:
        return []
    day = article.published.toordinal()

    def distance(candidate: Candidate) -> int:
        starts = [
            f.valid.start for f in store.facts(candidate.entity, "took_place") if f.valid and f.valid.start
        ]
        return min((abs(day - start.toordinal()) for start in starts), default=10**6)

    return sorted(agreeing, key=lambda candidate: (distance(candidate), candidate.entity))


def meant_candidates(claim: Claim, candidates: Sequence[Candidate], store: Store) -> tuple[Candidate, ...]:
    """The candidates of the year in the mention; for a place, those of them that took place at a time named, if any did."""
    of_year = _of_year(candidates, claim, store)
    return _at_time(of_year, claim, store) if claim.shape is Shape.EVENT_PLACE else of_year


def _of_year(candidates: Sequence[Candidate], claim: Claim, store: Store) -> tuple[Candidate, ...]:
    """The candidates of the year in the mention ("the 2022 NATO summit"), all where it has none."""
    year = next((int(cue[5:]) for cue in claim.cues if cue.startswith("year:")), None)
    if year is None:
        return tuple(candidates)
    return tuple(
        c for c in candidates if any(f.value == str(year) for f in store.facts(c.entity, "edition_year"))
    )


def _at_time(candidates: tuple[Candidate, ...], claim: Claim, store: Store) -> tuple[Candidate, ...]:
    """The candidates that took place at a time named in the sentence; all where none did."""
    readings = [reading for slot in claim.all_slots("time") for reading in slot.readings]
    fitting = tuple(
        c
        for c in candidates
        for fact in store.facts(c.entity, "took_place")
        if compare_times(readings, fact.valid, "during") is TimeRelation.AGREES
    )
    return fitting or candidates


def _times(candidates: Sequence[Candidate], store: Store) -> tuple[Fact, ...]:
    return tuple(
        f
        for c in candidates
        for f in store.facts(c.entity, "took_place")
        if f.valid and f.status != "cancelled"
    )


def _places(entity: str, store: Store) -> tuple[Fact, ...]:
    return store.facts(entity, "located_in") + store.facts(entity, "located_in_country")


def _nothing_known(claim: Claim, slot: str, candidates: Sequence[Candidate]) -> Opinion:
    reason = Reason.NO_FACT if candidates else Reason.NO_ENTITY
    event = claim.slot("event")
    what = event.text if event else claim.checked.text
    return silent(reason, slot, claim.checked.span, f"The store does not know this of “{what}”.")


def _agrees(claim: Claim, slot: str, facts: Sequence[Fact], store: Store) -> Opinion:
    name = store.name(facts[0].subject)
    return Opinion(
        Verdict.SUPPORTED,
        Reason.AGREES,
        slot,
        claim.checked.span,
        f"Agrees with what is known of {name}.",
        tuple(facts),
    )


def _slips(claim: Claim, times: tuple[Fact, ...], store: Store) -> tuple[Fact, ...]:
    """The one event whose date the stated one miswrites; none where several are, or the kind comes often."""
    slipped = tuple(
        f for f in times if is_slip(claim.checked, f.valid) and ("start" in claim.cues or _is_brief(f))
    )
    if len({fact.subject for fact in slipped}) != 1:
        return ()
    event = claim.slot("event")
    named = event is not None and event.entities == (slipped[0].subject,) and "weak" not in claim.cues
    return slipped if named or store.heads_of(slipped[0].subject) & store.word_list("once") else ()


BRIEF_DAYS = 2
"""Of an event that lasts longer another day may be meant."""


def _is_brief(fact: Fact) -> bool:
    valid = fact.valid
    return valid is None or not valid.start or not valid.end or (valid.end - valid.start).days <= BRIEF_DAYS


def _blocked(claim: Claim, facts: tuple[Fact, ...], slot: str, slipped: bool = False) -> Opinion | None:
    """Why a disagreement may not be called one: mode, wording, several events, doubtful facts.

    ``slipped`` says that the stated date is nearly a known one's, which tells what the wording leaves open.
    """
    span = claim.checked.span
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, slot, span, "The statement is not asserted.", facts)
    doubt = None if slipped else _doubtful_event(claim, facts, slot)
    if doubt:
        return silent(Reason.AMBIGUOUS_ENTITY, slot, span, doubt, facts[:2])
    if any(fact.status in ("unconfirmed", "scheduled") for fact in facts):
        return silent(Reason.UNCONFIRMED_FACT, slot, span, "What is known is not certain enough.", facts[:2])
    return None


def _doubtful_event(claim: Claim, facts: tuple[Fact, ...], slot: str) -> str | None:
    """Why another event may be meant, or None."""
    subjects = {fact.subject for fact in facts}
    if len(subjects) > 1 and not any(cue.startswith("year:") for cue in claim.cues):
        return "Several events may be meant."
    if "weak" in claim.cues or any(cue.startswith("head:") for cue in claim.cues):
        return "Another event of the kind may be meant."
    return f"The {slot} may belong to something else." if claim.cues & {"loose", "elsewhere"} else None


def _still_to_come(
    claim: Claim, slot: str, times: tuple[Fact, ...], article: Article, store: Store
) -> Opinion | None:
    """Plans change: in 2019 the Tokyo Games were to open on 24 July 2020, and nobody was wrong to say so."""
    starts = [fact.valid.start for fact in times if fact.valid and fact.valid.start]
    if article.published is None and claim.modality is Modality.FUTURE:
        text = "It was still to come, and who knows since when plans have changed."
        return silent(Reason.TIME_UNKNOWN, slot, claim.checked.span, text, times[:2])
    if article.published is None or not starts or min(starts) <= article.published:
        return None
    if plans_stand(slot, times, article, store):
        return None
    text = "It was still to come when the article was written, and plans change."
    return silent(Reason.UNCONFIRMED_FACT, slot, claim.checked.span, text, times[:2])


def _many_dates(claim: Claim, times: tuple[Fact, ...], store: Store) -> Opinion | None:
    """A treaty is signed, ratified, left: "in 2017" after its name may be any of these."""
    types = {fact.value for time in times for fact in store.facts(time.subject, "event_type")}
    if "adjacent" in claim.cues and "treaty" in types:
        text = "A treaty has several dates, and the text does not say which is meant."
        return silent(Reason.AMBIGUOUS_ENTITY, "time", claim.checked.span, text, times[:2])
    return None


def _different_time(claim: Claim, fact: Fact, boundary: str, store: Store) -> Opinion:
    slot = claim.checked
    name = store.name(fact.subject)
    # A day without its year is that of the event's own year, whatever the tense makes of it.
    stated = write_interval(readings_for(slot, fact.valid)[-1] if slot.yearless else slot.readings[0])
    known = write_interval(fact.valid) if fact.valid else "unknown"
    text = f"The text says {stated}; {name} is dated {known}."
    if any(cue.startswith(COUNTED) for cue in claim.cues):
        return _other_anniversary(claim, fact, f"{name} is dated {known}.")
    replacement = write_time_like(slot, fact, boundary)
    repairs = (Repair(slot.span, replacement, (fact.id,)),) if replacement else ()
    rivals = editions_during(claim, fact.subject, boundary, store)
    year = repair_year(claim, rivals)
    if year is None:
        span = _with_place(claim) if MET in claim.cues else slot.span
        return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", span, text, (fact,), repairs)
    text += f" {store.name(rivals[0].entity)} fits the time."
    evidence = (fact, *((rivals[0].time,) if rivals[0].time else ()), *rivals[0].places)
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", joined_span(claim), text, evidence, (year, *repairs)
    )


def _with_place(claim: Claim) -> Span:
    """The span of a time and of the place beside it: of a meeting either may be wrong."""
    time, place = claim.checked.span, claim.slot("place")
    if place is None:
        return time
    span = Span(min(time.start, place.span.start), max(time.end, place.span.end))
    return span if span.end - span.start <= NEAR_PLACE else time


NEAR_PLACE = 60
"""Characters from the place of a meeting to its time within which the two are marked as one."""
COUNTED = "counted:"
"""Begins the cue of an anniversary with the year to which it is counted."""


def _other_anniversary(claim: Claim, fact: Fact, text: str) -> Opinion:
    """Another anniversary than the one of the year it is counted to."""
    slot, valid = claim.checked, fact.valid
    start = (valid.end if "end" in claim.cues else valid.start) if valid else None
    year = next(int(cue.removeprefix(COUNTED)) for cue in claim.cues if cue.startswith(COUNTED))
    right = f"{write_ordinal(str(year - start.year))} anniversary" if start and year > start.year else ""
    repairs = (Repair(slot.span, right, (fact.id,)),) if right else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", slot.span, text, (fact,), repairs)


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
