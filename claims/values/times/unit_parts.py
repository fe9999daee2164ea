"""Parts of the week, month or year that runs: "earlier this year", "the end of the month", "the third quarter of last year"."""

from datetime import date

from claims.records import Interval
from claims.values.times.choosing import resolve, step_of
from claims.values.times.intervals import months_interval, narrow, quarter_interval, unit_around
from claims.values.times.outcome import Context, Parts, Time


def side_of(unit: Interval, side: str, reference: date) -> Interval:
    """ "earlier this year" ends, and "later this year" begins, with the reference."""
    if not (unit.start and unit.end and unit.start <= reference <= unit.end):
        return narrow(unit, side)
    first, last = (unit.start, reference) if side == "early" else (reference, unit.end)
    return Interval(first, last, unit.precision, approximate=True)


def read_side_of_unit(parts: Parts, context: Context) -> Time:
    """ "later in the day", "the rest of the year"."""
    compared = parts.get("c")
    side = compared.word if compared else "late"
    return resolve(
        lambda reference: side_of(unit_around(parts["u"].word, reference), side, reference), context
    )


def read_part_of_unit(parts: Parts, context: Context) -> Time | None:
    """ "the end of the year", "mid-year", "year-end": this one or the one before."""
    unit, part = parts["u"].word, parts.part or "late"
    if unit not in ("week", "month", "year", "decade", "century"):
        return None
    make = lambda reference: tuple(narrow(unit_around(unit, reference, step), part) for step in (0, -1))  # noqa: E731
    return resolve(make, context)


def read_which_quarter(parts: Parts, context: Context) -> Time | None:
    """ "the third quarter of this year", "the first half of last year", "Q3" of this year or the last."""
    number, which = parts["n"].value, parts.get("which")
    half = parts.get("half") is not None
    if number > (2 if half else 4):
        return None
    steps = (step_of(which.value),) if which else (0, -1)

    def make(reference: date) -> tuple[Interval, ...]:
        years = [reference.year + step for step in steps]
        spans = tuple(
            months_interval(y, number * 6 - 5, 6) if half else quarter_interval(y, number) for y in years
        )
        begun = [span for span in spans if span.start and span.start <= reference]
        return spans if which else (*begun, *(span for span in spans if span not in begun))

    return resolve(make, context)
