"""The publication date that an article's own first lines state."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from claims.reading.read_date import read_date

# Headline, standfirst, byline, place and date: what stands further down is the story.
_HEAD_LINES = 6
# No dateline that the pattern below allows is longer.
_DATELINE_CHARS = 240

_LABEL = re.compile(
    r"(?:(?:first|originally|last)\s+)?"
    r"(?:(?P<later>updated|modified)|published|posted|released|issued|dated|(?:publication\s+)?date(?:\s+published)?)"
    r"(?:\s+(?:on|at)\b)?\s*[:–—-]?\s*",
    re.IGNORECASE,
)
_DATE = (
    r"(?P<date>(?:[A-Z][a-z]{2,8}\.?,?\s+)?"
    r"(?:[A-Z][a-z]{2,8}\.?\s+\d\d?(?:st|nd|rd|th)?,?|\d\d?\s+[A-Z][a-z]{2,8}\.?,?)\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d\d?\.\s?\d\d?\.\s?\d{4})"
)
_AGENCY = r"(?:\([^)]{2,40}\)|/[\w ]{2,40}/)?"
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' /-]{0,40}[A-Z]\.?"  # LONDON, ST. PAUL
    r"(?:,\s+[A-Z][A-Za-z.’' -]{0,30}?)?"  # Minn. or Germany
    r"(?:\s+\([^)]{2,40}\))?"  # an agency may stand here
    rf"\s?[,:–—-]?\s+{_DATE}"
    rf"\s?{_AGENCY}\s?(?:$|[–—]|-(?!\w))"  # the agency, and the dash before the story
)
# "Berlin, 30.12.2022 – The council": so could a caption begin, but for the dash and a sentence after it.
_PLACE = r"[A-Z][\w.’'-]{1,20}(?:\s[A-Z][\w.’'-]{1,20}){0,2}"
_OPEN_DATELINE = re.compile(
    rf"{_PLACE}(?:,\s+{_PLACE})?(?:\s+\([^)]{{2,40}}\))?,?\s+{_DATE}\s?{_AGENCY}\s?(?:[–—]|--?\s)\s*[A-Z“\"‘]"
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


def _pieces(text: str) -> Iterator[str]:
    """The head's lines without markup, short ones split where a bar or dot parts byline and date."""
    lines = (match.group().strip() for match in re.finditer(r"[^\r\n]+", text))
    for line in islice(filter(None, lines), _HEAD_LINES):
        if len(line) > _DATELINE_CHARS:
            yield line[:_DATELINE_CHARS]
        else:
            yield from (piece.strip() for piece in _SEPARATORS.split(_MARKUP.sub("", line)))


def _read_dateline(line: str) -> date | None:
    dateline = _DATELINE.match(line) or _OPEN_DATELINE.match(line)
    return read_date(dateline["date"]) if dateline else None
