"""Shape *edition*: does the series have an edition of that year, and was it held at the named place?"""

from collections.abc import Sequence

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.opinion import Opinion, silent
from claims.judging.rank_editions import rank_editions
from claims.records import Article, Candidate, Claim, Fact, Modality, Reason, Repair, Slot, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.store.series import Edition

REPAIRS = 3
"""How many editions are offered; an editor reads no more."""


def judge_edition(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on an edition claim."""
    slot, series, year = claim.checked, _slot(claim, "series"), int(_slot(claim, "year").text)
    editions = [e for s in series.entities for e in store.editions(s)]
    same_year = [e for e in editions if e.year == year]
    fitting = [e for e in same_year if fits_place(e, claim, store)]
    if fitting:
        return _of_that_year(fitting, slot, article, store)
    if not same_year and (held := [e for e in editions if _held_in(e, year) and fits_place(e, claim, store)]):
        return _supported(held[0], slot, store)
    if claim.modality in (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION):
        return silent(Reason.NOT_ASSERTED, "edition", slot.span, f"“{slot.text}” is not asserted here.")
    if "weak" in claim.cues or not all(
        s in store.series and store.series[s].knows_year(year) for s in series.entities
    ):
        return silent(Reason.NOT_CLOSED, "edition", slot.span, f"Not every edition around {year} is known.")
    if same_year:
        return _wrong_place(claim, same_year, editions, year, article, store)
    return _no_such(claim, year, article, store)


def _of_that_year(fitting: Sequence[Edition], slot: Slot, article: Article, store: Store) -> Opinion:
    """Supported by the best known of the editions; open where it was due and never held."""
    if not all(_was_brought_forward(edition, article) for edition in fitting):
        return _supported(_best_known(fitting, store), slot, store)
    text = f"That of {fitting[0].year} was due then, and held before."
    return silent(Reason.NOT_CLOSED, "edition", slot.span, text)


def _was_brought_forward(edition: Edition, article: Article) -> bool:
    """Whether it is an election that was due in that year, and spoken of until another took its place."""
    later = article.published is not None and article.published.year > edition.year
    return later and not edition.held and edition.series.endswith("-election")


def _best_known(editions: Sequence[Edition], store: Store) -> Edition:
    """Of editions of several series that share a name that of a series whose list is complete, else of the longest."""
    return min(
        editions,
        key=lambda e: (
            not store.series[e.series].knows_year(e.year),
            -len(store.editions(e.series)),
            e.entity,
        ),
    )


def _slot(claim: Claim, name: str) -> Slot:
    return next(slot for slot in claim.slots if slot.name == name)


def fits_place(edition: Edition, claim: Claim, store: Store) -> bool:
    """Whether the edition is one of those the name allows and lies where the text says."""
    named = [e for e in _slot(claim, "edition").entities if e.startswith("edition/")]
    if named and edition.entity not in named:
        return False
    place = claim.slot("place")
    return (
        place is None or compare_places(place.entities, edition.places, store) is not PlaceRelation.DIFFERENT
    )


def _held_in(edition: Edition, year: int) -> bool:
    """Whether it took place in that year, whatever its name: the 2020 Games of 2021."""
    valid = edition.time.valid if edition.time else None
    return valid is not None and any(end is not None and end.year == year for end in (valid.start, valid.end))


def evidence(edition: Edition, store: Store) -> tuple[Fact, ...]:
    """The facts an editor wants to see of an edition: when, where."""
    time = (edition.time,) if edition.time else ()
    return (*time, *edition.places, *store.facts(edition.entity, "edition_year"))


def _supported(edition: Edition, slot: Slot, store: Store) -> Opinion:
    name = store.name(edition.entity)
    return Opinion(
        Verdict.SUPPORTED, Reason.AGREES, "edition", slot.span, f"{name} is known.", evidence(edition, store)
    )


def _no_such(claim: Claim, year: int, article: Article, store: Store) -> Opinion:
    ranked = rank_editions(claim, year, article, store)
    best = [edition for edition, _points in ranked[:REPAIRS]]
    names = " or ".join(sorted({store.name(s) for s in _slot(claim, "series").entities}))
    text = f"There was no edition of the {names} in {year}."
    if best:
        text += f" The likeliest meant: {store.name(best[0].entity)}{_where(best[0], store)}."
    margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 1.0
    features = frozenset({"clear_repair"} if margin >= 1 else ())
    return _mismatch(claim, Reason.NO_SUCH_EDITION, text, best, store, features)


def _wrong_place(
    claim: Claim, same_year: list[Edition], editions: list[Edition], year: int, article: Article, store: Store
) -> Opinion:
    slot = _slot(claim, "edition")
    elsewhere = [
        e for e in editions if fits_place(e, claim, store) and e.held and _is_at_place(e, claim, store)
    ]
    if not elsewhere:
        # "the 2016 Chicago Olympics" is a bid far more often than an error.
        return silent(Reason.NOT_CLOSED, "edition", slot.span, "The place named never held the series.")
    ranked = rank_editions(claim, year, article, store)
    best = [edition for edition, _points in ranked[:REPAIRS]]
    there = _where(same_year[0], store).removeprefix(", ")
    text = f"The {year} edition was in {there}; {_where(elsewhere[0], store).removeprefix(', ')} is {store.name(elsewhere[0].entity)}."
    return _mismatch(claim, Reason.DIFFERENT_PLACE, text, best, store, frozenset({"two_slots"}))


def _is_at_place(edition: Edition, claim: Claim, store: Store) -> bool:
    place = claim.slot("place")
    if place is None:
        return edition.entity in _slot(claim, "edition").entities
    relation = compare_places(place.entities, edition.places, store)
    return relation in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)


def _where(edition: Edition, store: Store) -> str:
    names = [store.name(fact.value) for fact in edition.places]
    return f", {', '.join(names)}" if names else ""


def _mismatch(
    claim: Claim, reason: Reason, text: str, best: list[Edition], store: Store, features: frozenset[str]
) -> Opinion:
    slot = _slot(claim, "edition")
    facts = tuple(dict.fromkeys(fact for edition in best for fact in evidence(edition, store)))
    repairs = tuple(
        Repair(slot.span, _reworded(claim, edition, store), tuple(f.id for f in evidence(edition, store)))
        for edition in best
    )
    return Opinion(Verdict.MISMATCH, reason, "edition", slot.span, text, facts, repairs, features)


def _reworded(claim: Claim, edition: Edition, store: Store) -> str:
    """The claim's own wording with the other year, or the edition's name where the series differs."""
    slot, year = _slot(claim, "edition"), _slot(claim, "year")
    start = year.span.start - slot.span.start
    same_series = edition.series in _slot(claim, "series").entities
    place = claim.slot("place")
    fits = (
        place is None or compare_places(place.entities, edition.places, store) is not PlaceRelation.DIFFERENT
    )
    if same_series and fits:
        return slot.text[:start] + str(edition.year) + slot.text[start + len(year.text) :]
    return store.name(edition.entity)
