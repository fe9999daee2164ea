"""A day of the week with a distance from now: "on Thursday, two years from now", "two months from today on Tuesday"."""

import re
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.times.outcome import Context, Found, Time

_GAP = re.compile(r",?\s+(?:on\s+)?")
_FROM_NOW = re.compile(r"\bfrom\s+(?:now|today)$", re.IGNORECASE)


def weekday_from_now(first: Found, last: Found, context: Context) -> Found | None:
    """The day of the week on or after the day that the distance leads to, or the one before; None where they are none."""
    if not _GAP.fullmatch(context.text, first.end, last.start):
        return None
    for named, distance in ((first, last), (last, first)):
        day, far = named.what, distance.what
        words = context.text[distance.start : distance.end]
        if isinstance(day, Time) and isinstance(far, Time) and day.weekly and _FROM_NOW.search(words):
            return _on_or_after(first, last, day, far)
    return None


def _on_or_after(first: Found, last: Found, day: Time, far: Time) -> Found | None:
    middle = _middle(far)
    start = day.readings[0].start if day.readings else None
    if middle is None or start is None:
        return None
    after = middle + timedelta(days=(start.weekday() - middle.weekday()) % 7)
    days = (after, after - timedelta(days=7))
    readings = tuple(Interval(each, each, Precision.DAY, approximate=True) for each in days)
    return Found(first.start, last.end, Time(readings, True))


def _middle(time: Time) -> date | None:
    reading = time.readings[0] if time.readings else None
    if reading is None or reading.start is None or reading.end is None:
        return None
    return reading.start + (reading.end - reading.start) // 2
