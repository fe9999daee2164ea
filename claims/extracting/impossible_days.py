"""Shape *calendar*: a date that no calendar of today holds, "on 31 September"."""

import re
from calendar import isleap, month_abbr, month_name
from collections.abc import Iterator

from claims.extracting.claiming import make_claim
from claims.extracting.mentions import Reading
from claims.records import Claim, Shape, Slot, Span

NO_SUCH_DAY = "no_such_day"
"""The cue of a date that does not exist."""
SHORT = {"february": 28, "april": 30, "june": 30, "september": 30, "november": 30}
"""Months without a 31st, and their last day."""
_ABBREVIATED = {month_abbr[n].casefold(): month_name[n].casefold() for n in range(1, 13)} | {
    "sept": "september"
}
SINCE = 1940
"""Before, a date may be of another calendar: Sweden had a 30 February in 1712, the Soviet Union in 1930."""
LEAP_DAY = 29

_MONTH = r"(?P<month>February|April|June|September|November|(?:Feb|Apr|Jun|Sept?|Nov)\b\.?)"
_DAY = r"(?P<day>29|30|31)(?:st|nd|rd|th)?"
_LATE = re.compile(r"29|3[01]")
"""What every date must hold that may not exist."""
_YEARS = re.compile(r"\b1[5-9]\d\d\b")
_YEAR = r"(?:,?\s(?P<year>(?:1[5-9]|20)\d\d))"
_END = r"(?=[.,;:)!?—–]|\s[—–-]\s|$|\s(?:and|or|but|to|when|where|after|before|at|by|for|from|with|because|if|until|in|as)\b)"
"""What may stand behind a date; a noun may not: "in June 31 people were hurt"."""
_DATES = (
    re.compile(
        rf"(?<!\d\s)(?<![\d.:/–-])\b{_DAY}\s(?:of\s)?\b{_MONTH}(?:{_YEAR}\b(?!\s[A-Z])|(?!\s?(?:[A-Z]|\d)))"
    ),
    re.compile(
        rf"\b(?:on|until|till|by|from|since|before|after|due|dated|ends?|ended|is|was)\s(?P<date>{_MONTH}\s{_DAY}(?:{_YEAR}\b|{_END}))"
    ),
)
_MONTHS = frozenset((*SHORT, "feb", "apr", "jun", "sep", "sept", "nov"))
_TAKEN_BACK = re.compile(
    r"\b(?:impossible|exist|exists|existed|non-?existent|typo|misprint|joked?|calendars?|imaginary|fictional|fictitious|instead|erroneously|mistakenly|wrongly)\b",
    re.IGNORECASE,
)
"""Words of sentences that know that the date is odd."""
_DENIED = re.compile(r"\b(?:no|not|never|n't|without)\s(?:\w+\s){0,2}$", re.IGNORECASE)
"""What denies the date right behind it: "there is no 31 June"."""
_QUOTES = "\"“”'‘’"


def read_impossible_days(reading: Reading) -> Iterator[Claim]:
    """A claim for each date that does not exist, with the last day of its month as ``last:30``; none where the sentence knows it."""
    sentence = reading.sentence
    if _MONTHS.isdisjoint(reading.words) or not _LATE.search(sentence.text):
        return
    if _TAKEN_BACK.search(sentence.text) or any(int(y) < SINCE for y in _YEARS.findall(sentence.text)):
        return
    for pattern in _DATES:
        for match in pattern.finditer(sentence.text):
            last = _last_day(match)
            start, end = match.span("date") if "date" in pattern.groupindex else match.span()
            if last is None or int(match["day"]) <= last or _is_aside(sentence.text, start, end):
                continue
            span = Span(sentence.span.start + start, sentence.span.start + end)
            slot = Slot("time", span, span.of(reading.article.text))
            cues = {NO_SUCH_DAY, f"last:{last}", f"month:{_month(match)}"}
            yield make_claim(reading, Shape.CALENDAR, "calendar_day", "time", [slot], cues, presupposed=True)


def _month(match: re.Match[str]) -> str:
    word = match["month"].casefold().rstrip(".")
    return _ABBREVIATED.get(word, word)


def _last_day(match: re.Match[str]) -> int | None:
    """The last day of the month in the year that is meant, or None where that may be of another calendar."""
    year = int(match["year"]) if match["year"] else None
    if year is not None and year < SINCE:
        return None
    last = SHORT[_month(match)]
    return LEAP_DAY if _month(match) == "february" and (year is None or isleap(year)) else last


def _is_aside(text: str, start: int, end: int) -> bool:
    """Whether the date is denied or a title."""
    if _DENIED.search(text[:start]):
        return True
    return text[max(0, start - 1) : start] in tuple(_QUOTES) and text[end : end + 1] in tuple(_QUOTES)
