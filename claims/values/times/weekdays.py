"""Days of the week: "Friday", "next Tuesday", "Tuesday of last week", "the first Monday in May"."""

from datetime import date, timedelta

from claims.records import Interval
from claims.values.dates import day_interval
from claims.values.times.choosing import choose_weekday, choose_year, step_of
from claims.values.times.holidays import nth_weekday
from claims.values.times.intervals import add_months, unit_around
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Parts, Time, Yearly


def read_weekday(parts: Parts, context: Context) -> Time:
    """ "Friday", "last Friday", "this Friday"."""
    which = parts.get("which")
    return choose_weekday(parts["w"].value, which.key if which else "", context, parts.start)


def read_weekday_of_week(parts: Parts, context: Context) -> Time:
    """ "Tuesday of last week", "next week on Friday"."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    step = step_of(parts["which"].value)
    monday = unit_around("week", context.reference, step).start
    if monday is None:
        return UNRESOLVED_RELATIVE
    return Time((day_interval(monday + timedelta(days=parts["w"].value)),), True)


def read_week_from(parts: Parts, context: Context) -> Time:
    """ "a week from Friday": the Friday after the coming one."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    on = (parts["w"].value - context.reference.weekday()) % 7
    return Time((day_interval(context.reference + timedelta(days=on + 7)),), True)


def read_nth_weekday(parts: Parts, context: Context) -> Time | None:
    """ "the first Monday in May", "the last Friday of this month"; a fifth that there is not stays unresolved."""
    weekday, number = parts["w"].value, _number(parts)
    if not -1 <= number <= 5 or number == 0:
        return None
    if parts.get("m"):
        make = _yearly(parts["m"].value, weekday, number)
        year = parts.get("y")
        if year is None:
            return choose_year(make, context, parts.start)
        found = make(year.value)
        return Time((found,)) if found else Time()
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    month = add_months(context.reference.replace(day=1), step_of(parts["which"].value))
    found = _yearly(month.month, weekday, number)(month.year)
    return Time((found,), True) if found else UNRESOLVED_RELATIVE


def _number(parts: Parts) -> int:
    number = parts.get("n")
    return number.value if number else -1


def _yearly(month: int, weekday: int, number: int) -> Yearly:
    def make(year: int) -> Interval | None:
        try:
            return day_interval(nth_weekday(year, month, weekday, number))
        except ValueError:
            return None

    return make


def read_nth_week(parts: Parts, context: Context) -> Time | None:
    """ "the first week of May", "the last week of 2015": weeks from Monday, the first holds the 4th (ISO 8601)."""
    number = _number(parts)
    if not -1 <= number <= 5 or number == 0:
        return None
    month, year = parts.get("m"), parts.get("y")
    if year:
        return Time((_week_of(year.value, month.value if month else None, number),))
    if month:
        of = month.value
        return choose_year(lambda each: _week_of(each, of, number), context, parts.start)
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    first = context.reference.replace(day=1)
    step = step_of(parts["which"].value)
    if parts.get("year"):
        return Time((_week_of(first.year + step, None, number),), True)
    first = add_months(first, step)
    return Time((_week_of(first.year, first.month, number),), True)


def _week_of(year: int, month: int | None, number: int) -> Interval:
    fourth = date(year, month or 1, 4)
    if number > 0:
        return unit_around("week", fourth, number - 1)
    last = add_months(date(year, month, 1), 1) if month else date(year + 1, 1, 1)
    return unit_around("week", last - timedelta(days=4))
