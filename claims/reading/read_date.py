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


def read_date(text: str) -> date | None:
    """The day that the whole text states ("Fri, 4 Jan 2019, 10:30 GMT"), or None."""
    if len(text) > _DATE_CHARS:
        return None
    bare = _CLOCK.sub("", text.strip(" \t.,;"))
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday else bare
    times = find_times(bare, None)
    if len(times) != 1 or times[0].text != bare or len(times[0].readings) != 1:
        return None
    reading = times[0].readings[0]
    day = reading.start
    if day is None or day != reading.end:
        return None
    belied = weekday is not None and _WEEKDAYS[day.weekday()] != weekday["day"].lower()
    return None if belied else day
