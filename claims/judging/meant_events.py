"""The events that a claim may mean, and what is known of them."""

from collections.abc import Sequence
from datetime import date

from claims.judging.compare_times import TimeRelation, compare_times
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Shape,
    Slot,
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
    slots = claim.all_slots("time") or claim.all_slots("background")
    readings = [reading for slot in slots for reading in slot.readings]
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


def at_likeliest_time(candidates: tuple[Candidate, ...], claim: Claim, store: Store) -> tuple[Candidate, ...]:
    """Of candidates that fit a time in several readings those that fit its likeliest; all where none does."""
    readings = [slot.readings[0] for slot in claim.all_slots("time") if slot.readings]
    fitting = tuple(
        c
        for c in candidates
        if any(
            compare_times(readings, f.valid, "during") is TimeRelation.AGREES for f in times_of([c], store)
        )
    )
    return fitting or candidates


NEWS_DAYS = 300
FAR_DAYS = 1000
"""Of editions that share a name the one within ``NEWS_DAYS`` of the article is meant where each other one lies ``FAR_DAYS`` away."""


NOW_DAYS = 45
"""Of the editions of a series named without a year the one so near to the article is meant, where each other one is out of the news."""


def _names_series(event: Slot) -> bool:
    return bool(event.entities) and all(entity.startswith("series/") for entity in event.entities)


def _days_away(fact: Fact, day: date) -> int:
    return abs((day - fact.valid.start).days) if fact.valid and fact.valid.start else 0


def in_the_news(claim: Claim, times: tuple[Fact, ...], article: Article) -> tuple[Fact, ...]:
    """The one edition that a city's name means around the article's date, told by a time without its year: "the Paris Games"."""
    event, published = claim.slot("event"), article.published
    if event is not None and published is not None and _names_series(event) and claim.checked.yearless:
        near = [f for f in times if _days_away(f, published) <= NOW_DAYS]
        alone = all(_days_away(f, published) >= NEWS_DAYS for f in times if f not in near)
        return (near[0],) if len(near) == 1 and alone else times
    named = (
        event is not None
        and len(event.entities) > 1
        and all(e.startswith("edition/") for e in event.entities)
    )
    if not named or published is None or not claim.checked.yearless:
        return times
    away = {f: abs((published - f.valid.start).days) for f in times if f.valid and f.valid.start}
    near = [f for f, days in away.items() if days <= NEWS_DAYS]
    if len(near) != 1 or len(away) < len(times):
        return times
    others = [days for f, days in away.items() if f is not near[0]]
    return (near[0],) if all(days >= FAR_DAYS for days in others) else times
