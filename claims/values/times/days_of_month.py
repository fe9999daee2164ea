"""Days without their month, and weeks by one of their days: "on the 5th", "Friday the 13th", "the week of May 3"."""

import re
from datetime import date

from claims.records import Interval
from claims.values.dates import day_interval
from claims.values.times.absolute import UNRESOLVED, day_span
from claims.values.times.choosing import choose_year, step_of
from claims.values.times.intervals import add_months, unit_around, weekend_near
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Parts, Time
from claims.values.times.yearless import yearly_day

_CLOSES = re.compile(r"\s*(?:$|[.,;!?)](?!\d))")


def read_weekday_and_day(parts: Parts, context: Context) -> Time | None:
    """ "Friday the 13th": the nearest month in which the two fit; not "on Friday 31 people", "on Monday, the 29th member"."""
    reference, number = context.reference, parts["d"].value
    bare = parts["d"].kind != "day_ordinal" and parts.get("the") is None
    if bare and (parts["d"].word == "spelled" or not _CLOSES.match(context.text, parts.end)):
        return None
    if not AFTER_DAY.match(context.text, parts.end):
        return None
    if reference is None:
        return Time((), True, weekday=parts.weekday)
    days = [day for back in range(-11, 12) if (day := _in_month(reference, back, number))]
    fitting = [day for day in days if day.weekday() == parts.weekday]
    past = sorted(day for day in fitting if day <= reference)[-1:]
    coming = sorted(day for day in fitting if day > reference)[:1]
    order = sorted(past + coming, key=lambda day: abs((day - reference).days))
    return Time(tuple(day_interval(day) for day in order), True, weekday=parts.weekday)


def _in_month(reference: date, step: int, number: int) -> date | None:
    try:
        return add_months(reference.replace(day=1), step).replace(day=number)
    except ValueError:
        return None


AFTER_DAY = re.compile(
    r"\s*(?:$|[.,;:!?)”\"]|\s-\s|(?:and|or|in|at|to|with|when|for|as|that|but|after|before|by|he|she|it|they|we|the)\b)"
)


def read_day_of_month(parts: Parts, context: Context) -> Time | None:
    """ "on the 5th", where nothing follows that it could count: of this month or the one before or after."""
    if not AFTER_DAY.match(context.text, parts.end):
        return None
    return _nearest_day(parts["d"].value, context)


_NAMES = ("9/11", "24/7", "7/7", "50/50")


def read_pair(parts: Parts, context: Context) -> Time | None:
    """ "on 5/12": month first or day first; not "9/11", nor a fraction."""
    key = parts["d"].key
    if key in _NAMES or not AFTER_DAY.match(context.text, parts.end):
        return None
    first, second = (int(number) for number in key.split("/"))
    times = [
        choose_year(yearly_day(*order), context, parts.start, parts.weekday)
        for order in ((first, second), (second, first))
        if order[0] <= 12
    ]
    readings = tuple(dict.fromkeys(reading for time in times for reading in time.readings))
    return Time(readings, True, weekday=parts.weekday) if readings else None


def read_bare_day_span(parts: Parts, context: Context) -> Time | None:
    """ "between the 21st and 23rd": of this month or the one before or after."""
    reference, first, last = context.reference, parts["d"].value, parts["e"].value
    if not AFTER_DAY.match(context.text, parts.end) or first > last:
        return None
    if reference is None:
        return UNRESOLVED_RELATIVE
    months = [add_months(reference.replace(day=1), step) for step in (-1, 0, 1)]
    spans = [span for month in months if (span := day_span(month.year, month.month, first, last))]
    begun = [span for span in spans if span.start and span.start <= reference]
    return Time(tuple(begun[-1:] + spans[len(begun) : len(begun) + 1]), True)


def _nearest_day(number: int, context: Context) -> Time:
    reference = context.reference
    if reference is None:
        return UNRESOLVED_RELATIVE
    days = [day for step in (-2, -1, 0, 1, 2) if (day := _in_month(reference, step, number))]
    past = [day for day in days if day <= reference][-1:]
    coming = [day for day in days if day > reference][:1]
    return Time(tuple(day_interval(day) for day in past + coming), True)


def read_day_of_this_month(parts: Parts, context: Context) -> Time:
    """ "the 20th of next month"."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    which = parts.get("which")
    day = _in_month(context.reference, which.value if which else 0, parts["d"].value)
    return Time((day_interval(day),), True) if day else UNRESOLVED_RELATIVE


def read_day_span_of_month(parts: Parts, context: Context) -> Time | None:
    """ "from 4 to 22 of this month"."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    month = add_months(context.reference.replace(day=1), step_of(parts["which"].value))
    span = day_span(month.year, month.month, parts["d"].value, parts["e"].value)
    return Time((span,), True) if span else None


def read_week_of(parts: Parts, context: Context) -> Time:
    """ "the week of May 3", "the week of the 18th": the week, from Monday, that holds the day."""
    month, year = parts.get("m"), parts.get("y")
    if month is None:
        nearest = _nearest_day(parts["d"].value, context).readings
        return Time(tuple(week for day in nearest if (week := _week(day))), True)
    day = yearly_day(month.value, parts["d"].value)
    if year is None:
        return choose_year(lambda each: _week(day(each)), context, parts.start)
    found = _week(day(year.value))
    return Time((found,)) if found else UNRESOLVED


def _week(day: Interval | None) -> Interval | None:
    if day is None or day.start is None:
        return None
    return unit_around("week", day.start)


def read_weekend_of(parts: Parts, context: Context) -> Time:
    """ "the weekend of May 5": its Saturday and Sunday, with a Friday or Monday that is named."""
    day, year = yearly_day(parts["m"].value, parts["d"].value), parts.get("y")
    if year is None:
        return choose_year(lambda each: weekend_near(day(each)), context, parts.start)
    found = weekend_near(day(year.value))
    return Time((found,)) if found else UNRESOLVED
