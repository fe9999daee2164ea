"""Days of the week: "Friday", "next Tuesday", "Tuesday of last week", "the first Monday in May"."""

import re
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import day_interval
from claims.values.times.amounts import count_of, is_vague
from claims.values.times.choosing import choose_weekday, choose_year, step_of
from claims.values.times.holidays import nth_weekday
from claims.values.times.intervals import add_months, unit_around, weekend_near
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


_DAY_FOLLOWS = re.compile(r"\s*,?\s*(?:the\s+)?(?:\d|[A-Z][a-z]{2})")
"""After "on Wed": a date, or a name."""


def read_short_weekday(parts: Parts, context: Context) -> Time | None:
    """ "on Thurs.", "next Tue"; Sun, Sat and Mon, which are other things as well, only with their full stop."""
    token = parts["w"]
    if not context.text[token.start].isupper() or _DAY_FOLLOWS.match(context.text, token.end):
        return None
    joined = context.text[: token.start].rstrip().casefold().endswith((" or", " and"))
    if joined and not (context.found and token.start - context.found[-1].end <= 5):
        return None
    if token.key in ("sun", "sat", "mon") and context.text[token.end - 1] != ".":
        return None
    return read_weekday(parts, context)


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


def read_nth_weekday_of_year(parts: Parts, _context: Context) -> Time | None:
    """ "the last Friday of 2018": of its December, and the first of its January."""
    number = _number(parts)
    if not -1 <= number <= 4 or number == 0:
        return None
    found = _yearly(1 if number > 0 else 12, parts["w"].value, number)(parts["y"].value)
    return Time((found,)) if found else Time()


def _number(parts: Parts) -> int:
    """Which of several: -1 is the last, 0 none ("this Monday in May")."""
    number, last = parts.get("n"), parts.get("l")
    return number.value if number else -1 if last and last.key == "last" else 0


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
        return Time((week_of(year.value, month.value if month else None, number),))
    if month:
        of = month.value
        return choose_year(lambda each: week_of(each, of, number), context, parts.start)
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    first = context.reference.replace(day=1)
    which = parts.get("which")
    step = step_of(which.value) if which else 0
    if parts.get("year"):
        return Time((week_of(first.year + step, None, number),), True)
    first = add_months(first, step)
    return Time((week_of(first.year, first.month, number),), True)


def read_nth_weekend(parts: Parts, context: Context) -> Time | None:
    """ "the first weekend of May", "the last weekend in July 2018": by its Saturday."""
    number, month, year = _number(parts), parts["m"].value, parts.get("y")
    if not -1 <= number <= 4 or number == 0:
        return None

    def make(each: int) -> Interval | None:
        return weekend_near(_yearly(month, 5, number)(each))

    if year is None:
        return choose_year(make, context, parts.start)
    found = make(year.value)
    return Time((found,)) if found else Time()


def week_of(year: int, month: int | None, number: int) -> Interval:
    """A week of a year or month by ISO 8601, from Monday; -1 is the last."""
    fourth = date(year, month or 1, 4)
    if number > 0:
        return unit_around("week", fourth, number - 1)
    last = add_months(date(year, month, 1), 1) if month else date(year + 1, 1, 1)
    return unit_around("week", last - timedelta(days=4))


def read_week_number(parts: Parts, context: Context) -> Time | None:
    """ "week 31 of 2018", "2018 week 31" by ISO 8601; a bare "Week 10" may be of a season of football."""
    number, year = parts["n"].value, parts["y"].value
    if not 1 <= number <= 53 or not 1900 <= year <= 2100 or context.reference is None:
        return None
    return Time((unit_around("week", date(year, 1, 4), number - 1),))


def read_weekdays_of_week(parts: Parts, context: Context) -> Time:
    """ "next week between Wednesday and Friday"."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    monday = unit_around("week", context.reference, step_of(parts["which"].value)).start
    first, last = parts["w"].value, parts["e"].value
    if monday is None or first > last:
        return UNRESOLVED_RELATIVE
    days = [monday + timedelta(days=number) for number in (first, last)]
    return Time((Interval(days[0], days[1], Precision.DAY),), True)


_ENDS = re.compile(r"\s*(?:$|[.,;!?)])")


def read_nth_weekday_of_a_month(parts: Parts, context: Context) -> Time | None:
    """ "the first Sunday" closing a clause: of the month that runs; unresolved where something else may follow."""
    reference, number = context.reference, parts["n"].value
    if number > 5:
        return None
    if reference is None or not _ENDS.match(context.text, parts.end):
        return UNRESOLVED_RELATIVE
    weekday = parts["w"].value
    months = [add_months(reference.replace(day=1), step) for step in (0, -1, 1)]
    found = [day for m in months if (day := _yearly(m.month, weekday, number)(m.year))]
    own = [
        day
        for day in found
        if day.start and (day.start.year, day.start.month) == (reference.year, reference.month)
    ]
    return Time(tuple(found), True) if own else UNRESOLVED_RELATIVE


def read_weekdays_away(parts: Parts, context: Context) -> Time | None:
    """ "two Sundays from now", "three Fridays ago"."""
    count, reference = count_of(parts), context.reference
    if count is None or is_vague(parts) or not 1 <= count <= 20:
        return None
    if reference is None:
        return UNRESOLVED_RELATIVE
    weeks = timedelta(days=7 * (int(count) - 1))
    if parts.get("on"):
        day = reference + timedelta(days=(parts["w"].value - reference.weekday() - 1) % 7 + 1) + weeks
    else:
        day = reference - timedelta(days=(reference.weekday() - parts["w"].value - 1) % 7 + 1) - weeks
    return Time((day_interval(day),), True)
