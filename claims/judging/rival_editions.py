"""An edition and a place that do not go together: either may be the slip, so both are offered."""

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.compare_times import TimeRelation, compare_times
from claims.records import Article, Claim, Fact, Repair, Slot, Span
from claims.store.open import Store
from claims.store.series import Edition

JOINED_SPAN = 120
"""Longest stretch, in characters, that is marked as one when either end of it may be wrong."""


def editions_at(claim: Claim, edition: str, article: Article, store: Store) -> list[Edition]:
    """The other editions of the series, or of those that share its name, held at the claimed place, nearest first."""
    event = claim.slot("event")
    named = event.entities if event else ()
    series = {fact.value for fact in store.facts(edition, "edition_of")}
    series |= {entity for entity in named if entity.startswith("series/")}
    there = [e for s in series for e in store.editions(s) if e.held and _is_there(e, claim.checked, store)]
    year = article.published.year if article.published else int(_year(claim) or 0)
    return sorted(there, key=lambda e: (abs(e.year - year), e.entity))


def editions_during(claim: Claim, edition: str, boundary: str, store: Store) -> list[Edition]:
    """The other editions of the series that took place at the claimed time."""
    series = {fact.value for fact in store.facts(edition, "edition_of")}
    return [
        other
        for one in sorted(series)
        for other in store.editions(one)
        if other.held
        and other.time
        and compare_times(claim.checked.readings, other.time.valid, boundary) is TimeRelation.AGREES
    ]


def _is_there(edition: Edition, place: Slot, store: Store) -> bool:
    relation = compare_places(place.entities, edition.places, store)
    return relation in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)


def _year(claim: Claim) -> str | None:
    return next((cue.removeprefix("year:") for cue in claim.cues if cue.startswith("year:")), None)


def repair_year(claim: Claim, rivals: list[Edition]) -> Repair | None:
    """The edit that keeps the place and mends the year, or None where the mention has no year."""
    event, year = claim.slot("event"), _year(claim)
    if event is None or year is None or not rivals:
        return None
    edition = rivals[0]
    facts: tuple[Fact, ...] = (*edition.places, *((edition.time,) if edition.time else ()))
    replacement = event.text.replace(year, str(edition.year), 1)
    return Repair(event.span, replacement, tuple(fact.id for fact in facts))


def year_is_likelier(claim: Claim, rivals: list[Edition], article: Article) -> bool:
    """Whether the year is the slip rather than the place: the article's own date lies nearer the rival."""
    year = _year(claim)
    if article.published is None or year is None or not rivals:
        return False
    return abs(article.published.year - rivals[0].year) < abs(article.published.year - int(year))


def joined_span(claim: Claim) -> Span:
    """The stretch from event to place where it is short, else the place alone."""
    event, place = claim.slot("event"), claim.checked
    if event is None:
        return place.span
    span = Span(min(event.span.start, place.span.start), max(event.span.end, place.span.end))
    return span if span.end - span.start <= JOINED_SPAN else place.span
