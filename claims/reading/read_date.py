"""A date as people and programs write it, alone in its text -> a day."""

import re
from datetime import date

from claims.values.times import find_times

# "Wednesday, 30th of September, 2022, 10:30:00 p.m. GMT+05:30" is 59 long; longer lines are prose.
_DATE_CHARS = 60
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"(?P<day>{'|'.join(_WEEKDAYS)})[a-z]*\.?,?\s+", re.IGNORECASE)
_ZONE = r"(?:\s*(?:Z|[A-Z]{2,4}|(?:GMT|UTC)?[+-]\d\d?(?::?\d\d)?))?"
_CLOCK = re.compile(
    r"(?:T|,?\s+(?:at\s+)?|\s*[-–—]\s*)"
    rf"(?:\d\d?[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:\s*[ap]\.?m\b\.?)?|\d\d?\s*[ap]\.?m\b\.?){_ZONE}$",
    re.IGNORECASE,
)
# With dots the day always comes first; with strokes nobody can tell.
_DOTTED = re.compile(r"(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})")


def read_date(text: str) -> date | None:
    """The day that the whole text states ("Fri, 4 Jan 2019, 10:30 GMT"), or None."""
    if len(text) > _DATE_CHARS:
        return None
    bare = _CLOCK.sub("", text.strip(" \t.,;"))
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday else bare
    day = _read_dotted(bare) or _read_words(bare)
    if day is None:
        return None
    belied = weekday is not None and _WEEKDAYS[day.weekday()] != weekday["day"].lower()
    return None if belied else day


def _read_dotted(text: str) -> date | None:
    parts = _DOTTED.fullmatch(text)
    try:
        return date(int(parts[3]), int(parts[2]), int(parts[1])) if parts else None
    except ValueError:
        return None


def _read_words(text: str) -> date | None:
    times = find_times(text, None)
    if len(times) != 1 or times[0].text != text or len(times[0].readings) != 1:
        return None
    reading = times[0].readings[0]
    return reading.start if reading.start == reading.end else None
