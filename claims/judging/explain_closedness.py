"""Whether what is known leaves room for what a claim says: without that, silence of the store proves nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.records import Claim, Shape
from claims.store.open import Store
from claims.store.recording import LookUp


@dataclass(frozen=True, slots=True)
class Closedness:
    """One reason why a claim may be refuted, or may not.

    ``kind`` is ``series`` (every edition of that year is known), ``list`` (every member in that year), ``predicate`` (its
    values leave room for no other) or ``titles`` (no other contest goes by the name of the series ``of``).
    """

    kind: str
    of: str
    closed: bool
    details: Mapping[str, str | int | bool] = field(default_factory=dict)


def explain_closedness(claim: Claim, asked: Sequence[LookUp], store: Store) -> tuple[Closedness, ...]:
    """Everything that closes the claim's slot or leaves it open; nothing for claims that no fact is needed for."""
    if claim.shape is Shape.EDITION:
        return tuple(_series(claim, store))
    return (*_predicate(claim, store), *_lists(asked), *_titles(claim, asked, store))


def _series(claim: Claim, store: Store) -> Iterable[Closedness]:
    series, year = claim.slot("series"), claim.slot("year")
    for entity in series.entities if series and year else ():
        known, stated = store.series.get(entity), int(year.text) if year else 0
        details: dict[str, str | int | bool] = {"year": stated}
        if known and known.complete:
            details |= {"complete_from": known.complete[0], "complete_to": known.complete[1]}
        yield Closedness("series", entity, known is not None and known.knows_year(stated), details)


def _predicate(claim: Claim, store: Store) -> Iterable[Closedness]:
    predicate = store.predicates.get(claim.predicate)
    if predicate is not None:
        details: dict[str, str | int | bool] = {
            "closed_by": predicate.closed,
            "single_valued": predicate.single,
            "interval": predicate.interval,
        }
        yield Closedness("predicate", predicate.name, bool(predicate.closed), details)


def _lists(asked: Sequence[LookUp]) -> Iterable[Closedness]:
    for one in asked:
        if one.by == "list":
            details: dict[str, str | int | bool] = {"predicate": one.predicate, "year": one.year or 0}
            yield Closedness("list", one.entity, bool(one.complete), details)


def _titles(claim: Claim, asked: Sequence[LookUp], store: Store) -> Iterable[Closedness]:
    if claim.predicate not in ("titles", "titles_in_a_row"):
        return
    contests = (fact.value for one in asked if one.predicate == "record_in" for fact in one.facts)
    for series in dict.fromkeys(contests):
        yield Closedness("titles", series, series in store.refuting_series)
