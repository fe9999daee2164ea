"""Claim -> the entities of the store that it may be about, by name and by vector."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.records import Candidate, Claim, Precision, Shape
from claims.settings import Settings
from claims.store.open import Store

NEAREST = 40
"""Events looked at by vector, of which names and head nouns keep a few."""

SUBJECTS = ("edition", "event", "person", "subject")
"""The slots that name what a claim is about."""

EVENT_SHAPES = (Shape.EVENT_DATE, Shape.EVENT_PLACE)


def needs_vector(claim: Claim) -> bool:
    """Whether names alone cannot say what the claim is about: an event that is described."""
    event = claim.slot("event")
    return claim.shape in EVENT_SHAPES and event is not None and not event.entities


def find_candidates(
    claim: Claim, vector: NDArray[np.float32] | None, store: Store, settings: Settings
) -> tuple[Candidate, ...]:
    """The candidates for the claim's subject, the likeliest first.

    Names give what they stand for; a series stands for all its editions. A described event is
    looked for by vector among the events with the same head noun in which a named party takes part.
    """
    subject = next((s for n in SUBJECTS if (s := claim.slot(n))), None)
    if subject is None:
        return ()
    if subject.entities:
        entities = _expand(subject.entities, store)
        if subject.name == "subject":
            entities = _of_time(entities, claim, store)
        return tuple(Candidate(e, "alias", 1.0) for e in entities)
    if vector is None:
        return ()
    return _described(claim, store.nearest_events(vector, NEAREST), store, settings)


def _expand(entities: Sequence[str], store: Store) -> list[str]:
    expanded: list[str] = []
    for entity in entities:
        is_series = entity.startswith("series/")
        expanded += [edition.entity for edition in store.editions(entity)] if is_series else [entity]
    return list(dict.fromkeys(expanded))


def _of_time(entities: list[str], claim: Claim, store: Store) -> list[str]:
    """Of several editions those of the year named with them, else those of a time in the sentence; else all."""
    year = next((cue[5:] for cue in claim.cues if cue.startswith("year:")), None)
    if year is not None:
        return [e for e in entities if any(f.value == year for f in store.facts(e, "edition_year"))]
    named = [reading for slot in claim.all_slots("time") for reading in slot.readings]
    editions = [e for e in entities if e.startswith("edition/")]
    fitting = [
        e
        for e in editions
        for fact in store.facts(e, "took_place")
        if any(fact.valid and fact.valid.overlaps(time) for time in named)
    ]
    years = {str(t.start.year) for t in named if t.precision is Precision.YEAR and t.start}
    by_year = [e for e in editions if any(f.value in years for f in store.facts(e, "edition_year"))]
    if "bound" in claim.cues and years and editions == entities:
        return fitting or by_year  # "won the prize in 1990" is not said of the prize of 1991
    return fitting or by_year or entities


def _described(
    claim: Claim, nearest: Sequence[tuple[str, float]], store: Store, settings: Settings
) -> tuple[Candidate, ...]:
    heads = {cue.removeprefix("head:") for cue in claim.cues if cue.startswith("head:")}
    parties = {entity for slot in claim.all_slots("participant") for entity in slot.entities}
    found = []
    for entity, cosine in nearest:
        shared = parties & {fact.value for fact in store.facts(entity, "involves")}
        if cosine >= settings.event_similarity and shared and store.heads_of(entity) & heads:
            found.append(Candidate(entity, "vector", round(cosine, 4)))
    return tuple(found)
