"""A date or time as programs write it -> a day."""

import re
from datetime import date

# RFC 3339, and the ways it is written in practice: a space for the T, no seconds, no zone, a zone without colon.
_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt ](?:[01][0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9]|:60)?(?:[.,][0-9]+)? ?(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)


def read_iso_day(written: str) -> date | None:
    """The day as it is written, whatever the zone: a newsroom's own date, not that of Greenwich.

    None where the text is no such date or time. Raises ValueError where the day is none of the calendar;
    its text is the day.
    """
    found = _ISO.fullmatch(written)
    if found is None:
        return None
    try:
        return date.fromisoformat(found["day"])
    except ValueError as error:
        raise ValueError(found["day"]) from error
