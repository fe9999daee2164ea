"""Shapes *event_date* and *event_place*: when and where an event took place."""

from collections.abc import Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times
from claims.judging.opinion import Opinion, silent
from claims.judging.write_times import write_time_like
from claims.records import Article, Candidate, Claim, Fact, Modality, Reason, Repair, Slot, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.values.dates import write_interval

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION)


def judge_event_date(
    claim: Claim, candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the time of an event."""
    slot = claim.checked
    if slot.unresolved or not slot.readings:
        return silent(
            slot.unresolved or Reason.TIME_UNKNOWN, "time", slot.span, f"“{slot.text}” cannot be resolved."
        )
    times = _times(_of_year(candidates, claim, store), store)
    if not times:
        return _nothing_known(claim, "time", candidates)
    boundary = next((b for b in ("start", "end") if b in claim.cues), "during")
    relations = {fact: compare_times(slot.readings, fact.valid, boundary) for fact in times}
    agreeing = [fact for fact, relation in relations.items() if relation is TimeRelation.AGREES]
    if agreeing:
        return _agrees(claim, "time", agreeing[:1], store)
    blocked = _blocked(claim, times, "time")
    if blocked:
        return blocked
    if set(relations.values()) != {TimeRelation.DIFFERENT}:
        return silent(
            Reason.LOW_CONFIDENCE, "time", slot.span, "The dates differ by too little to say.", times
        )
    return _different_time(claim, times[0], boundary, store)


def judge_event_place(
    claim: Claim, candidates: Sequence[Candidate], _article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the place of an event."""
    slot = claim.checked
    meant = _at_time(_of_year(candidates, claim, store), claim, store)
    places = {c: _places(c.entity, store) for c in meant}
    places = {c: facts for c, facts in places.items() if facts}
    if not places:
        return _nothing_known(claim, "place", candidates)
    relations = {c: compare_places(slot.entities, facts, store) for c, facts in places.items()}
    agreeing = [c for c, r in relations.items() if r in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)]
    if agreeing:
        facts = [*places[agreeing[0]], *store.facts(agreeing[0].entity, "took_place")]
        return _agrees(claim, "place", facts, store)
    known = next(iter(places.values()))
    blocked = _blocked(
        claim,
        tuple(fact for facts in places.values() for fact in facts if fact.predicate == "located_in"),
        "place",
    )
    if blocked:
        return blocked
    if set(relations.values()) != {PlaceRelation.DIFFERENT}:
        return silent(Reason.NOT_CLOSED, "place", slot.span, f"“{slot.text}” may be the same place.", known)
    return _different_place(claim, next(iter(places)), known, store)


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


def _blocked(claim: Claim, facts: tuple[Fact, ...], slot: str) -> Opinion | None:
    """Why a disagreement may not be called one: mode, wording, several events, doubtful facts."""
    span = claim.checked.span
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, slot, span, "The statement is not asserted.", facts)
    subjects = {fact.subject for fact in facts}
    if len(subjects) > 1 and not any(cue.startswith("year:") for cue in claim.cues):
        return silent(Reason.AMBIGUOUS_ENTITY, slot, span, "Several events may be meant.")
    if "weak" in claim.cues or any(cue.startswith("head:") for cue in claim.cues):
        return silent(
            Reason.AMBIGUOUS_ENTITY, slot, span, "Another event of the kind may be meant.", facts[:2]
        )
    if "loose" in claim.cues:
        return silent(Reason.AMBIGUOUS_ENTITY, slot, span, f"The {slot} may belong to something else.", facts[:2])
    if any(fact.status in ("unconfirmed", "scheduled") for fact in facts):
        return silent(Reason.UNCONFIRMED_FACT, slot, span, "What is known is not certain enough.", facts[:2])
    return None


def _different_time(claim: Claim, fact: Fact, boundary: str, store: Store) -> Opinion:
    slot = claim.checked
    name = store.name(fact.subject)
    stated = write_interval(slot.readings[0])
    text = f"{name}: the text says {stated}. Known: {fact.text}."
    replacement = write_time_like(slot, fact, boundary)
    repairs = (Repair(slot.span, replacement, (fact.id,)),) if replacement else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", slot.span, text, (fact,), repairs)


def _different_place(claim: Claim, candidate: Candidate, facts: tuple[Fact, ...], store: Store) -> Opinion:
    slot: Slot = claim.checked
    name = store.name(candidate.entity)
    order = sorted(
        facts, key=lambda f: (f.value.split("/")[0] != slot.entities[0].split("/")[0], f.predicate)
    )
    text = f"{name} was not in {slot.text}: {facts[0].text}."
    repairs = tuple(Repair(slot.span, store.name(f.value), (f.id,)) for f in order)
    evidence = (*facts, *store.facts(candidate.entity, "took_place"))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_PLACE, "place", slot.span, text, evidence, repairs)
