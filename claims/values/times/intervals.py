"""Arithmetic of the calendar: units around a day, shifts by units, parts of an interval."""

from calendar import monthrange
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import day_interval, month_interval, year_interval

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}
DAYS_OF = {"day": 1, "weekend": 7, "week": 7, "fortnight": 14}
PRECISION_OF = {
    "quarter": Precision.MONTH,
    "month": Precision.MONTH,
    "year": Precision.YEAR,
    "decade": Precision.DECADE,
    "century": Precision.CENTURY,
    "millennium": Precision.CENTURY,
}
"""Precision of a unit; those that are not here are known by the day."""


def add_months(day: date, months: int) -> date:
    """The same day of the month so many months on, or that month's last day. Raises ValueError beyond the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no year {year}")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, unit: str, count: float) -> date:
    """The day ``count`` units on; a half month is 15 days. Raises OverflowError or ValueError beyond the calendar."""
    if unit in MONTHS_OF:
        months = MONTHS_OF[unit] * count
        return add_months(day, int(months)) + timedelta(days=round((months - int(months)) * 30))
    return day + timedelta(days=round(DAYS_OF.get(unit, 0) * count))


def unit_around(unit: str, day: date, step: int = 0) -> Interval:
    """The unit that holds a day, or one ``step`` units on. Raises ValueError beyond the calendar, and for a unit shorter than a day."""
    if unit == "day":
        return day_interval(day + timedelta(days=step))
    if unit in DAYS_OF:
        return _weeks(unit, day, step)
    if unit == "month":
        moved = add_months(day.replace(day=1), step)
        return month_interval(moved.year, moved.month)
    if unit == "quarter":
        return quarter_interval(day.year, (day.month - 1) // 3 + 1, step)
    if unit == "year":
        return year_interval(day.year + step)
    return _years(unit, day.year, step)


def _weeks(unit: str, day: date, step: int) -> Interval:
    """Weeks begin on Monday; what news calls "last week" is loose by a day or two."""
    monday = day - timedelta(days=day.weekday()) + timedelta(days=DAYS_OF[unit] * step)
    first = monday + timedelta(days=5 if unit == "weekend" else 0)
    last = monday + timedelta(days=13 if unit == "fortnight" else 6)
    return Interval(first, last, Precision.DAY, approximate=True)


def weekend_near(day: Interval | None) -> Interval | None:
    """The Saturday and Sunday nearest to a day, and the day itself; None without one."""
    if day is None or day.start is None:
        return None
    saturday = day.start + timedelta(days=(8 - day.start.weekday()) % 7 - 3)
    first, last = min(saturday, day.start), max(saturday + timedelta(days=1), day.start)
    return Interval(first, last, Precision.DAY, approximate=True)


def _years(unit: str, year: int, step: int) -> Interval:
    if unit not in MONTHS_OF:
        raise ValueError(f"a {unit} is no stretch of days")
    width = MONTHS_OF[unit] // 12
    first = (year // width + step) * width
    return years_interval(first, first + width - 1, PRECISION_OF[unit])


def years_interval(first: int, last: int, precision: Precision) -> Interval:
    """The days of several years."""
    return Interval(date(first, 1, 1), date(last, 12, 31), precision)


def quarter_interval(year: int, quarter: int, step: int = 0) -> Interval:
    """A quarter of a calendar year, or one ``step`` quarters on."""
    return months_interval(year, quarter * 3 - 2 + 3 * step, 3)


def months_interval(year: int, first: int, count: int) -> Interval:
    """``count`` months from a month on; months past December run into the next year."""
    start = add_months(date(year, 1, 1), first - 1)
    end = add_months(start, count - 1)
    return Interval(start, month_interval(end.year, end.month).end, Precision.MONTH)


HALVES = {"early": (0, 2, 4), "mid": (1, 3, 4), "late": (2, 4, 4)}
"""Early, middle and late part of a week, month or quarter, in fourths: wide, for news uses them loosely."""
THIRDS = {"early": (0, 1, 3), "mid": (1, 2, 3), "late": (2, 3, 3)}
"""The same of a year and more: "late 2018" is September to December, "the early 1980s" are 1980 to 1983."""


def narrow(interval: Interval, part: str | None) -> Interval:
    """The early, middle or late part of an interval, on whole months where it has several."""
    if part is None or interval.start is None or interval.end is None:
        return interval
    months = (interval.end.year - interval.start.year) * 12 + interval.end.month - interval.start.month + 1
    first, last, shares = (THIRDS if months >= 12 else HALVES)[part]
    start = _at_share(interval.start, interval.end, first / shares, months)
    after = _at_share(interval.start, interval.end, last / shares, months)
    end = after - timedelta(days=1) if last < shares else interval.end
    return Interval(start, max(start, end), interval.precision, approximate=True)


def parts_of(interval: Interval, part: str | None) -> tuple[Interval, ...]:
    """The part as ``narrow`` has it, then for "early" and "late" in a year its half: "late 2018" may be said of August."""
    narrowed = narrow(interval, part)
    start = interval.start
    if part not in ("early", "late") or start is None or interval != year_interval(start.year):
        return (narrowed,)
    half = months_interval(start.year, 1 if part == "early" else 7, 6)
    return (narrowed, Interval(half.start, half.end, interval.precision, approximate=True))


def _at_share(start: date, end: date, share: float, months: int) -> date:
    """The first day after such a share of an interval; a whole year of several."""
    if months >= 36:
        return add_months(start, 12 * round(months / 12 * share + 0.2))
    if months >= 4:
        return add_months(start, round(months * share))
    return start + timedelta(days=int(((end - start).days + 1) * share))


def join(first: Interval, last: Interval) -> Interval:
    """From the beginning of one to the end of another; as exact as the coarser of the two."""
    order = list(Precision)
    precision = max(first.precision, last.precision, key=order.index)
    return Interval(first.start, last.end, precision, first.approximate or last.approximate)
