"""Parts of the week, month or year that runs: "earlier this year", "the end of the month", "the third quarter of last year"."""

import re
from datetime import date

from claims.records import Interval, Precision
from claims.values.times.choosing import resolve, step_of
from claims.values.times.intervals import months_interval, parts_of, quarter_interval, unit_around
from claims.values.times.outcome import Context, Parts, Time


def sides_of(unit: Interval, side: str, reference: date) -> tuple[Interval, ...]:
    """ "earlier this year" ends, and "later this year" begins, with the reference; or it is the half of the year."""
    if not (unit.start and unit.end and unit.start <= reference <= unit.end):
        return parts_of(unit, side)
    first, last = (unit.start, reference) if side == "early" else (reference, unit.end)
    return (Interval(first, last, unit.precision, approximate=True), parts_of(unit, side)[-1])


def read_side_of_unit(parts: Parts, context: Context) -> Time:
    """ "later in the day", "the rest of the year"."""
    compared = parts.get("c")
    side = compared.word if compared else "late"
    return resolve(
        lambda reference: sides_of(unit_around(parts["u"].word, reference), side, reference), context
    )


def read_part_of_unit(parts: Parts, context: Context) -> Time | None:
    """ "the end of the year", "mid-year", "year-end": this one or the one before."""
    unit, part = parts["u"].word, parts.part or "late"
    if unit not in ("week", "month", "year", "decade", "century"):
        return None
    return resolve(lambda reference: _parts_near(unit, part, reference), context)


def _parts_near(unit: str, part: str, reference: date) -> tuple[Interval, ...]:
    """The part of the unit that runs and of the one before, then either of them wider."""
    near = [parts_of(unit_around(unit, reference, step), part) for step in (0, -1)]
    return (*(parts[0] for parts in near), *(wider for parts in near for wider in parts[1:]))


_OPENS = re.compile(r"(?:^|\b(?:the|in|for|this|from|sales|results)\s+)$", re.IGNORECASE)
"""Before "year to date"; in "their best year to date" the two do not belong together."""


def read_unit_to_date(parts: Parts, context: Context) -> Time | None:
    """ "year to date", "YTD": from the beginning of the unit to the reference."""
    written = parts.get("u")
    unit = written.word if written else "year"
    named = written is None or "-" in context.text[parts.start : parts.end]
    if unit in ("second", "minute", "hour") or not (named or _OPENS.search(context.before(parts.start))):
        return None
    return resolve(lambda day: Interval(unit_around(unit, day).start, day, Precision.DAY), context)


_UP = re.compile(r"\bup\s+$", re.IGNORECASE)
"""Before "to date": as new as it gets."""
_CLOSES = re.compile(r"\s*(?:$|[.,;:!?)])")


def read_to_date(parts: Parts, context: Context) -> Time | None:
    """ "the largest to date": any time up to the reference; not "to date a singer"."""
    if not _CLOSES.match(context.text, parts.end) or _UP.search(context.before(parts.start)):
        return None
    return resolve(lambda day: Interval(None, day, Precision.DAY), context)


def read_end_of_unit(parts: Parts, context: Context) -> Time:
    """ "EOY", "EOM": the end of the year or month that runs."""
    unit = "year" if parts.tokens()[-1].key == "eoy" else "month"
    return resolve(lambda day: parts_of(unit_around(unit, day), "late"), context)


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
