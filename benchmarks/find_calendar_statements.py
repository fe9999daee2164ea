"""Sentences -> dates written with their day of the week; the calendar confirms them."""

import re
from collections.abc import Iterator
from datetime import date

from statement import Passage, Statement

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTH = r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
DATED = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}),? {MONTH} (?P<day>\d\d?)(?:, (?P<year>(?:19|20)\d\d))?\b"
)


def find_calendar_statements(passage: Passage) -> Iterator[Statement]:
    """Weekday and date that agree; without a year only where the article's date leaves one."""
    for match in DATED.finditer(passage.text):
        year = int(match["year"]) if match["year"] else passage.published.year if passage.published else None
        if year is None:
            continue
        try:
            day = date(year, MONTHS.index(match["month"][:3]) + 1, int(match["day"]))
        except ValueError:
            continue
        if passage.published and not match["year"] and abs((day - passage.published).days) > 60:
            continue
        if day.weekday() == DAYS.index(match["weekday"]):
            wrong = tuple(DAYS[(day.weekday() + gap) % 7] for gap in (-2, -1, 1, 2))
            kind = "weekday of a full date" if match["year"] else "weekday of a date without its year"
            span = passage.span(*match.span("weekday"))
            right = (match["weekday"], *_days_with(day))
            yield Statement("calendar", kind, span, right, wrong)


def _days_with(day: date) -> tuple[str, ...]:
    """The right weekday is the repair that is looked for; a date that fits the wrong one is another way."""
    return (day.strftime("%A"),)
