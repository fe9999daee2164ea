"""Works of one title: a novel and the films of it, a film and its remakes."""

from collections.abc import Sequence

from claims.judging.namesakes import SLIP_YEARS
from claims.records import Claim, Fact, Slot
from claims.store.open import Store

WORK = "work/"


def nearest_work(slot: Slot, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Of the times of several works of a title those of the one work that came out near the stated year; all where none or several did."""
    if len({fact.subject for fact in facts}) < 2 or not all(fact.subject.startswith(WORK) for fact in facts):
        return facts
    stated = [reading.start.year for reading in slot.readings if reading.start]
    near = [
        fact
        for fact in facts
        if any(abs(year - known) <= SLIP_YEARS for year in stated for known in _years([fact]))
    ]
    return tuple(near) if len({fact.subject for fact in near}) == 1 else facts


def has_namesake(claim: Claim, work: str, store: Store) -> bool:
    """Whether another work of the title came out as this one did, whose maker we need not know.

    A year beside the title that is this one's tells them apart.
    """
    if store.predicates[claim.predicate].value_kind == "time":
        return False
    slot = claim.slot("subject")
    others = [e for e in slot.entities if e.startswith(WORK) and e != work] if slot else []
    own = _years(store.facts(work, "released"))
    if not own or not any(store.facts(other, "released") for other in others):
        return False
    named = {r.start.year for time in claim.all_slots("time") for r in time.readings if r.start}
    return named.isdisjoint(own)


def _years(facts: Sequence[Fact]) -> set[int]:
    return {fact.valid.start.year for fact in facts if fact.valid and fact.valid.start}
