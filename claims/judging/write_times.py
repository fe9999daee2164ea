"""A fact's time in the manner in which the text wrote its own: a year for a year, a day for a day."""

import re
from calendar import month_abbr, month_name
from datetime import date

from claims.records import Fact, Precision, Slot

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_ABBREVIATED = re.compile(r"\b(?:jan|feb|aug|sept?|oct|nov|dec)\.", re.IGNORECASE)
_DAY_FIRST = re.compile(r"^\d{1,2}\s+[A-Za-z]")


def write_time_like(slot: Slot, fact: Fact, boundary: str) -> str | None:
    """The replacement for a time slot, or None where the fact's time is not known well enough."""
    valid = fact.valid
    day = None if valid is None else valid.end if boundary == "end" else valid.start
    if day is None or valid is None or not slot.readings:
        return None
    precision = slot.readings[0].precision
    if precision is Precision.YEAR or valid.precision is Precision.YEAR:
        return _YEAR.sub(str(day.year), slot.text, count=1) if _YEAR.search(slot.text) else str(day.year)
    month = _month(day, slot.text)
    year = f" {day.year}" if _YEAR.search(slot.text) else ""
    if precision is not Precision.DAY or valid.precision is not Precision.DAY:
        return f"{month}{year or f' {day.year}'}"
    if _DAY_FIRST.match(slot.text):
        return f"{day.day} {month}{year}"
    return f"{month} {day.day}{',' + year if year else ''}"


def _month(day: date, written: str) -> str:
    """The month's name, short with a full stop where the text writes it so."""
    if _ABBREVIATED.search(written) and len(month_name[day.month]) > 5:
        return "Sept." if day.month == 9 else f"{month_abbr[day.month]}."
    return month_name[day.month]
