"""Claim -> every entity that may be what it is about, with why those that are not taken are left out."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from claims.records import Candidate, Claim, Considered, Precision
from claims.settings import Settings
from claims.store.open import Store

NEAREST = 40
"""Events looked at by vector, of which names and head nouns keep a few."""

SUBJECTS = ("edition", "event", "person", "subject")
"""The slots that name what a claim is about."""


def consider_candidates(
    claim: Claim, vector: NDArray[np.float32] | None, store: Store, settings: Settings
) -> tuple[Considered, ...]:
    """All that was considered, in the order in which it was found.

    Names give what they stand for; a series stands for all its editions. A described event is
    looked for by vector among the events with the same head noun in which a named party takes part.
    Obstacles: ``other_year``, ``other_time`` (of editions); by vector ``too_unlike`` (below ``Settings.event_similarity``),
    ``no_common_party``, ``no_common_head_noun``.
    """
    subject = next((s for n in SUBJECTS if (s := claim.slot(n))), None)
    if subject is None:
        return ()
    if subject.entities:
        entities = _expand(subject.entities, store)
        if subject.name == "subject":
            return _of_time(entities, claim, store)
        return _named(entities, entities, "")
    if vector is None:
        return ()
    return _described(claim, store.nearest_events(vector, NEAREST), store, settings)


def _named(entities: Iterable[str], kept: Sequence[str], obstacle: str) -> tuple[Considered, ...]:
    """Entities that names stand for; those that are not ``kept`` have the obstacle."""
    taken = set(kept)
    return tuple(Considered(Candidate(e, "alias", 1.0), "" if e in taken else obstacle) for e in entities)


def _expand(entities: Sequence[str], store: Store) -> list[str]:
    expanded: list[str] = []
    for entity in entities:
        is_series = entity.startswith("series/")
        expanded += [edition.entity for edition in store.editions(entity)] if is_series else [entity]
    return list(dict.fromkeys(expanded))


def _of_time(entities: list[str], claim: Claim, store: Store) -> tuple[Considered, ...]:
    """Of several editions those of the year named with them, else those of a time in the sentence; else all."""
    year = next((cue[5:] for cue in claim.cues if cue.startswith("year:")), None)
    if year is not None:
        kept = [e for e in entities if any(f.value == year for f in store.facts(e, "edition_year"))]
        return _named(entities, kept, "other_year")
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
        return _named(
            entities, fitting or by_year, "other_time"
        )  # "in 1990" is not said of the prize of 1991
    return _named(entities, fitting or by_year or entities, "other_time")


def _described(
    claim: Claim, nearest: Sequence[tuple[str, float]], store: Store, settings: Settings
) -> tuple[Considered, ...]:
    heads = {cue.removeprefix("head:") for cue in claim.cues if cue.startswith("head:")}
    parties = {entity for slot in claim.all_slots("participant") for entity in slot.entities}
    return tuple(
        Considered(
            Candidate(entity, "vector", round(cosine, 4)),
            "too_unlike" if cosine < settings.event_similarity else _obstacle(entity, heads, parties, store),
        )
        for entity, cosine in nearest
    )


def _obstacle(entity: str, heads: set[str], parties: set[str], store: Store) -> str:
    if parties.isdisjoint(fact.value for fact in store.facts(entity, "involves")):
        return "no_common_party"
    return "no_common_head_noun" if heads.isdisjoint(store.heads_of(entity)) else ""
