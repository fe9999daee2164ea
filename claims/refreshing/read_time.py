"""Wikidata's times -> partial dates: what is written is the precision."""

import re
from datetime import date, timedelta

from claims.refreshing.statements import Cause

YEAR, MONTH, DAY = 9, 10, 11
"""Wikidata's precisions; 8 is a decade, 12 an hour."""
JULIAN = "Q1985786"
_TIME = re.compile(r"([+-]?)(\d{4,16})-(\d\d)-(\d\d)T")


def read_time(text: str, precision: int, calendar: str = "") -> str | Cause:
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, or why there is none.

    A dump gives days of the Julian calendar as they were written; they become Gregorian, as facts are.
    """
    match = _TIME.match(text)
    if match is None:
        return Cause.NO_DATE
    if precision < YEAR:
        return Cause.IMPRECISE
    sign, digits, month, day = match.groups()
    year = int(digits)
    if sign == "-" or year < 1:
        return Cause.BEFORE_CHRIST
    if year > date.max.year:
        return Cause.NO_DATE
    return _write(year, int(month), int(day), precision, calendar.endswith(JULIAN))


def _write(year: int, month: int, day: int, precision: int, julian: bool) -> str | Cause:
    if precision == YEAR:
        return f"{year:04}"
    if not 1 <= month <= 12:
        return Cause.NO_DATE
    if precision == MONTH:
        return f"{year:04}-{month:02}"
    try:
        return (_gregorian(year, month, day) if julian else date(year, month, day)).isoformat()
    except (ValueError, OverflowError):
        return Cause.NO_DATE


def _gregorian(year: int, month: int, day: int) -> date:
    """The same day in the Gregorian calendar, by way of the number of days since 1 March of the year 0."""
    if not 1 <= day <= 31:
        raise ValueError(day)
    shifted, month_index = (year, month - 3) if month > 2 else (year - 1, month + 9)
    days = shifted * 365 + shifted // 4 + (153 * month_index + 2) // 5 + day - 1
    return date(1, 1, 1) + timedelta(days=days - 308)
