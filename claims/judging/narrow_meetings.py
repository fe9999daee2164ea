"""Of the known meetings of the same parties, the one that a text speaks of, told by its time or its place.

No list of meetings is complete: leaders meet at funerals and on the sidelines, too. Only the same day in another
city, or the same city in another year, is a contradiction; of an organisation's summits, which are all known, also
the same month in another city and the same city and year in another month.
"""

from collections.abc import Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times
from claims.records import Candidate, Claim, Interval, Precision
from claims.store.open import Store

MET = "met"
"""The cue of an event that is told by who met."""
NARROW_DAYS = {True: 3, False: 31}
"""Longest stated time, in days, that tells one meeting from others: of two persons, of an organisation."""


def at_its_time(claim: Claim, candidates: Sequence[Candidate], store: Store) -> tuple[Candidate, ...]:
    """The meetings that fall into a narrow time of the sentence, in its likeliest reading."""
    readings = [
        r for slot in claim.all_slots("time") for r in slot.readings[:1] if _days(r) <= _narrow(candidates)
    ]
    return tuple(
        c
        for c in candidates
        for fact in store.facts(c.entity, "took_place")
        if readings and compare_times(readings, fact.valid, "during") is TimeRelation.AGREES
    )


def at_its_place(claim: Claim, candidates: Sequence[Candidate], store: Store) -> tuple[Candidate, ...]:
    """The meetings held at the place that the text gives."""
    places = claim.all_slots("place")
    return tuple(c for c in candidates if any(_is_at(c, slot.entities, store) for slot in places))


def may_be_meant(stated: Interval, candidate: Candidate, store: Store) -> bool:
    """Whether a time that differs can only be a slip: of two persons another year, of an organisation one in the same year."""
    years = {
        f.valid.start.year for f in store.facts(candidate.entity, "took_place") if f.valid and f.valid.start
    }
    same_year = stated.start is not None and stated.start.year in years
    fine = stated.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return fine and not stated.approximate and same_year is candidate.entity.startswith("edition/")


def _is_at(candidate: Candidate, places: tuple[str, ...], store: Store) -> bool:
    cities = tuple(place for place in places if place.startswith("place/"))
    facts = store.facts(candidate.entity, "located_in")
    return bool(cities and facts) and compare_places(cities, facts, store) in (
        PlaceRelation.EQUAL,
        PlaceRelation.INSIDE,
    )


def _narrow(candidates: Sequence[Candidate]) -> int:
    return NARROW_DAYS[any(c.entity.startswith("event/") for c in candidates)]


def _days(reading: Interval) -> int:
    if reading.start is None or reading.end is None:
        return 10**6
    return (reading.end - reading.start).days + 1
