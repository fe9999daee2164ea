"""Power is not office: who is said to have ruled since some year may have done so before, or without, the office that the store knows."""

from collections.abc import Sequence
from datetime import date, timedelta

from claims.records import Fact, Interval
from claims.store.open import Store

POWER = {"power_from": "start", "power_to": "end"}
"""Predicates that give one end of somebody's power, with that end; ``ruled`` gives a whole."""
BEFORE_OFFICE = timedelta(days=8 * 366)
"""So long before their first office some were in charge: Paul Kagame six years, Mohammed bin Salman five."""
SETTLING = timedelta(days=2 * 366)
"""So far apart people date a power that came, or went, step by step."""
OWN_TERM = timedelta(days=366)
"""Between an election or a coup and the office that came of it."""

End = tuple[Interval, str]
"""A stated time with the end of power that it gives, ``start`` or ``end``."""


def ends_of(reading: Interval, boundary: str) -> tuple[End, ...]:
    """The ends of power that a stated time gives; none where it gives neither."""
    if boundary != "whole":
        return ((reading, boundary),) if boundary in ("start", "end") else ()
    days = ((reading.start, "start"), (reading.end, "end"))
    return tuple(
        (Interval(date(day.year, 1, 1), date(day.year, 12, 31), reading.precision), end)
        for day, end in days
        if day
    )


def may_date_power(ends: Sequence[End], power: Fact, store: Store) -> bool:
    """Whether each stated end is near that of the power known, or of any office of the person."""
    return bool(ends) and all(_may_be(stated, end, power, store) for stated, end in ends)


def _may_be(stated: Interval, end: str, power: Fact, store: Store) -> bool:
    known = _day(power.valid, end)
    if known is None or stated.start is None or stated.end is None:
        return True
    before = BEFORE_OFFICE if end == "start" else SETTLING
    if known - before <= stated.end and stated.start <= known + SETTLING:
        return True
    terms = (
        _day(fact.valid, end)
        for predicate in ("held_by", "held_by_acting")
        for fact in store.facts_with_value(predicate, power.subject)
    )
    return any(day and day - OWN_TERM <= stated.end and stated.start <= day + OWN_TERM for day in terms)


def _day(valid: Interval | None, end: str) -> date | None:
    if valid is None:
        return None
    return valid.start if end == "start" else valid.end
