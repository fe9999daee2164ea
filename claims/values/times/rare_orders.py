"""Dates that name their year in an order or a form that news seldom writes: "2016 10 16", "15 April of 87", "2015 June"."""

import re
from datetime import date

from claims.records import Interval
from claims.values.dates import day_interval, month_interval, year_interval
from claims.values.times.absolute import UNRESOLVED, read_date, whole_year
from claims.values.times.guards import is_year
from claims.values.times.outcome import Context, Parts, Time

_CLOSES = re.compile(r"\s*(?:$|[.,;:!?)\]-]|(?:and|to|until|till|through|the)\b)")
_OPENS = re.compile(r"(?:^|[(,;]\s?|\b(?:on|the|from|of|dated|since|until|by|to)\s+)$", re.IGNORECASE)


def read_spaced_date(parts: Parts, context: Context) -> Time | None:
    """ "2016 10 16"; not "in 2016 10 16-year-olds"."""
    year = parts["y"]
    if not is_year(year.start, year.end, year.value, context) or not _CLOSES.match(context.text, parts.end):
        return None
    day = _day(year.value, parts["m"].value, parts["d"].value)
    return Time((day,)) if day else None


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        return day_interval(date(year, month, day))
    except ValueError:
        return None


def read_dotted_date(parts: Parts, context: Context) -> Time | None:
    """ "16. Nov. 2016"; not "when he was 16. November 2016 was"."""
    return read_date(parts, context) if _OPENS.search(context.before(parts.start)) else None


def read_short_year_date(parts: Parts, context: Context) -> Time:
    """ "15 April of 87", "May 5, '98"."""
    day = _day(whole_year(parts["y"].value, context), parts["m"].value, parts["d"].value)
    return Time((day,), weekday=parts.weekday) if day else UNRESOLVED


def read_year_then_month(parts: Parts, context: Context) -> Time | None:
    """ "between 2015 June and 2018 May"; not "in 2018 May said"."""
    year = parts["y"]
    if not is_year(year.start, year.end, year.value, context) or not _CLOSES.match(context.text, parts.end):
        return None
    if context.text[year.end : parts["m"].start].strip():
        return None
    return Time((month_interval(year.value, parts["m"].value),))


def read_nth_month(parts: Parts, _context: Context) -> Time | None:
    """ "the third month of 2021"."""
    number = parts["n"].value
    return Time((month_interval(parts["y"].value, number),)) if number <= 12 else None


def read_short_year(parts: Parts, context: Context) -> Time | None:
    """ "in '98", "the class of '08", where nothing follows that it could count or be quoted with."""
    if not _CLOSES.match(context.text, parts.end):
        return None
    return Time((year_interval(whole_year(parts["y"].value, context)),))
