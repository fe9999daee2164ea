"""Dates of the store and of the text: ``2022``, ``2022-02`` and ``2022-02-04`` as intervals."""

from calendar import month_name, monthrange
from datetime import date

from claims.records import Interval, Precision


def year_interval(year: int) -> Interval:
    """The days of a year."""
    return Interval(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)


def month_interval(year: int, month: int) -> Interval:
    """The days of a month."""
    last = monthrange(year, month)[1]
    return Interval(date(year, month, 1), date(year, month, last), Precision.MONTH)


def day_interval(day: date) -> Interval:
    """One day."""
    return Interval(day, day, Precision.DAY)


def parse_partial(text: str) -> Interval:
    """The interval a partial ISO date stands for. Raises ValueError where it is none."""
    parts = [int(part) for part in text.split("-")]
    match parts:
        case [year]:
            return year_interval(year)
        case [year, month]:
            return month_interval(year, month)
        case [year, month, day]:
            return day_interval(date(year, month, day))
    raise ValueError(f"not a date: {text!r}")


def write_partial(text: str) -> str:
    """A partial ISO date as prose: ``4 February 2022``, ``February 2022`` or ``2022``."""
    parts = text.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, month_name[int(parts[1])])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def write_interval(interval: Interval) -> str:
    """An interval as prose, by its precision: a day, a month, a year, or both ends."""
    start, end = interval.start, interval.end
    if start is None or end is None:
        known = start or end
        return "at an unknown time" if known is None else write_partial(known.isoformat())
    if start == end:
        return write_partial(start.isoformat())
    if interval.precision is Precision.YEAR and start.year == end.year:
        return str(start.year)
    if interval.precision is Precision.MONTH and start.month == end.month:
        return write_partial(start.isoformat()[:7])
    return f"{write_partial(start.isoformat())} to {write_partial(end.isoformat())}"
