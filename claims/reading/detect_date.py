"""The publication date that an article's own first lines state."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from claims.values.times import find_times

# Headline, standfirst, byline, place and date: what stands further down is the story.
_HEAD_LINES = 6
# No dateline that the pattern below allows is longer.
_DATELINE_CHARS = 240
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
_LABEL = re.compile(
    r"(?:(?:first|originally|last)\s+)?"
    r"(?:(?P<later>updated|modified)|published|posted|released|issued|dated|(?:publication\s+)?date(?:\s+published)?)"
    r"(?:\s+(?:on|at)\b)?\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' /-]{0,40}[A-Z]\.?"  # LONDON, ST. PAUL
    r"(?:,\s+[A-Z][A-Za-z.’' -]{0,30}?)?"  # Minn. or Germany
    r"(?:\s+\([^)]{2,40}\))?"  # an agency may stand here
    r"\s?[,:–—-]?\s+"
    r"(?P<date>(?:[A-Z][a-z]{2,8}\.?,?\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d\d?(?:st|nd|rd|th)?,?|\d\d?\s+[A-Z][a-z]{2,8}\.?,?)\s+\d{4}|\d{4}-\d\d-\d\d)"
    r"\s?(?:\([^)]{2,40}\)|/[\w ]{2,40}/)?\s?(?:$|[–—]|-(?!\w))"  # the agency, and the dash before the story
)
_MARKUP = re.compile(r"[*_#>]+")
_SEPARATORS = re.compile(r"\s*[|•·]\s*")


def detect_date(text: str) -> date | None:
    """The date in the first lines that stands alone, after a label such as "Published:", or in a dateline.

    Only a date with day, month and year counts, and none in the middle of prose. An "Updated" line is
    taken where no other states a date. None where there is no such date, where it does not exist, or
    where its weekday belies it.
    """
    updated = None
    for piece in _pieces(text):
        label = _LABEL.match(piece)
        found = read_date(piece[label.end() :]) if label else read_date(piece) or _read_dateline(piece)
        if found and not (label and label["later"]):
            return found
        updated = updated or found
    return updated


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


def _pieces(text: str) -> Iterator[str]:
    """The head's lines without markup, short ones split where a bar or dot parts byline and date."""
    lines = (match.group().strip() for match in re.finditer(r"[^\r\n]+", text))
    for line in islice(filter(None, lines), _HEAD_LINES):
        if len(line) > _DATELINE_CHARS:
            yield line[:_DATELINE_CHARS]
        else:
            yield from (piece.strip() for piece in _SEPARATORS.split(_MARKUP.sub("", line)))


def _read_dateline(line: str) -> date | None:
    dateline = _DATELINE.match(line)
    return read_date(dateline["date"]) if dateline else None
