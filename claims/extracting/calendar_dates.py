"""Shape *calendar*: a date that is given with its day of the week."""

import re
from collections.abc import Iterator

from claims.extracting.claiming import make_claim
from claims.extracting.mentions import Reading
from claims.records import Claim, Shape, Slot

_DIGIT = re.compile(r"\d")
"""A date in words alone may be none: "on Tuesday, the Second Amendment"."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def read_calendar_dates(reading: Reading) -> Iterator[Claim]:
    """A claim for each date with a day of the week.

    A date without its year carries the cue ``yearless``, and every year that the article names as ``year:1941``.
    """
    for time in reading.times:
        if time.weekday is None or not time.readings or not _DIGIT.search(time.text):
            continue
        cues = {f"weekday:{time.weekday}"}
        if time.yearless:
            cues |= {"yearless"} | {f"year:{word}" for word in reading.article_words if _YEAR.fullmatch(word)}
        yield make_claim(
            reading, Shape.CALENDAR, "weekday", "time", [Slot.of_time(time)], cues, presupposed=True
        )
