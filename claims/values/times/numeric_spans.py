"""Days in numbers without their year that stand together: "from 10/1 to 11/7", "10/1-11/2/2017", "on 11/20 or 11/22"."""

import re
from dataclasses import replace
from datetime import date

from claims.records import Interval, Precision
from claims.values.times.choosing import choose_year
from claims.values.times.days_of_month import AFTER_DAY, read_pair
from claims.values.times.outcome import Context, Parts, Time, Yearly
from claims.values.times.tokens import Token


def _orders(token: Token) -> tuple[tuple[int, int], ...]:
    """Month and day of "10/1" by either custom, the American first."""
    first, second = (int(number) for number in token.key.split("/"))
    return tuple((m, d) for m, d in ((first, second), (second, first)) if 1 <= m <= 12 and 1 <= d <= 31)


def _span(start: tuple[int, int], end: tuple[int, int]) -> Yearly:
    """From one day to another, in the next year where its month is an earlier one."""

    def make(year: int) -> Interval | None:
        try:
            return Interval(date(year, *start), date(year + 1 if end < start else year, *end), Precision.DAY)
        except ValueError:
            return None

    return make


def read_pair_span(parts: Parts, context: Context) -> Time | None:
    """ "from 10/1 to 11/7", "5/1-5/7, 2020", "2/29-3/1"; not "1/2-3/4", which may be fractions or cups."""
    spans = [_span(a, b) for a, b in zip(_orders(parts["d"]), _orders(parts["e"]), strict=False)]
    named, year = parts.get("from") or parts.get("y"), parts.get("y")
    if not spans or not AFTER_DAY.match(context.text, parts.end):
        return None
    if not named and (not _is_no_fraction(parts) or context.text[parts["d"].end] not in "-–—"):
        return None
    if year:
        return Time(tuple(found for make in spans if (found := make(year.value))))
    times = [choose_year(make, context, parts.start) for make in spans]
    return replace(times[0], readings=tuple(r for time in times for r in time.readings))


def _is_no_fraction(parts: Parts) -> bool:
    """Whether one of the two can only be a day, and the second comes after the first in the year."""
    first, last = _orders(parts["d"])[0], _orders(parts["e"])[0]
    return first < last and max(first[1], last[1]) > 16


def read_pair_to_date(parts: Parts, _context: Context) -> Time | None:
    """ "10/1-11/2/2017": the year of the second is that of both."""
    numbers = [int(number) for number in re.split(r"[/.-]", parts["e"].key)]
    if numbers[2] < 100:
        return None
    orders = zip(_orders(parts["d"]), ((numbers[0], numbers[1]), (numbers[1], numbers[0])), strict=False)
    spans = [_span(a, b)(numbers[2] - (b < a)) for a, b in orders]
    readings = tuple(span for span in spans if span)
    return Time(readings) if readings else None


_LIST = re.compile(r"\s*(?:,|,?\s*(?:or|and))\s*")


def read_next_pair(parts: Parts, context: Context) -> Time | None:
    """The second of "on 11/20, 11/22 or 11/25"; a first one must have been read as a day."""
    before = context.found[-1] if context.found else None
    if before is None or not re.fullmatch(r"\d\d?/\d\d?", context.text[before.start : before.end]):
        return None
    return read_pair(parts, context) if _LIST.fullmatch(context.text, before.end, parts.start) else None
