"""The events that a claim may mean, and what is known of them."""

from collections.abc import Sequence

from claims.judging.compare_times import TimeRelation, compare_times
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Shape,
)
from claims.store.open import Store


def nearest(agreeing: list[Candidate], article: Article, store: Store) -> list[Candidate]:
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


def times_of(candidates: Sequence[Candidate], store: Store) -> tuple[Fact, ...]:
    """When the candidates took place, without those that were cancelled."""
    return tuple(
        f
        for c in candidates
        for f in store.facts(c.entity, "took_place")
        if f.valid and f.status != "cancelled"
    )


def places_of(entity: str, store: Store) -> tuple[Fact, ...]:
    """Where an event took place: its city or venue, and its country."""
    return store.facts(entity, "located_in") + store.facts(entity, "located_in_country")
