"""Times that only the article's date makes plain -> the same as dates: "last February" -> "in February 2022"."""

import re
from collections.abc import Iterator
from datetime import date

from claims.extracting.mentions import Reading
from claims.extracting.standalone.clause_words import any_of, words_of
from claims.extracting.standalone.edits import Edit
from claims.records import Interval, Precision, Span, TimeMention
from claims.values.dates import write_partial

_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d\b")
_PART_OF = re.compile(r"^(?P<part>early|earlier|mid|late|later)\b", re.IGNORECASE)
_PARTS = {"earlier": "", "later": "", "mid": "mid-", "early": "early ", "late": "late "}
_AGO = re.compile(r"^(?P<amount>.+?)\s+ago$", re.IGNORECASE)
_PAST = re.compile(r"^(?:the\s+)?(?:past|last)\s+(?P<amount>(?:\w+\s+)?\w+s)$", re.IGNORECASE)
_WEEK = re.compile(r"\b(?P<unit>week(?:end)?)$", re.IGNORECASE)
_SEASON = re.compile(r"\b(?P<season>spring|summer|autumn|fall|winter)$", re.IGNORECASE)
_ADVERB = re.compile(
    r"^(?:last|next|this|earlier|later|late|early|yesterday|today|tonight|tomorrow|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Times that need no preposition of their own; a date does."""
_OWNS = re.compile(r"^['’]s\b")


def date_times(reading: Reading) -> Iterator[Edit]:
    """An edit for each time of a sentence that is told from the article's date and that a date can say."""
    published = reading.article.published
    for time in reading.times:
        named = any(name.span.covers(time.span) for name in reading.names)
        if published and time.relative and time.readings and not named:
            edit = _edit(time, reading, published)
            if edit:
                yield edit


def _edit(time: TimeMention, reading: Reading, published: date) -> Edit | None:
    date_ = _written(time, published)
    if date_ is None:
        return None
    after = reading.between(time.span.end, reading.sentence.span.end)
    owns, part = _OWNS.match(after), re.match(rf"\s(?P<part>{any_of('day_part')})\b", after, re.IGNORECASE)
    end = time.span.end + (owns.end() if owns else part.end() if part else 0)
    left = reading.token_before(time.span.start)
    word = left.key if left and reading.between(left.end, time.span.start) == " " else ""
    span = Span(time.span.start, end)
    if part and left and word == "on":
        return Edit(Span(left.start, end), f"on the {part['part'].lower()} of {date_}")
    led = word in words_of("preposition") or word in words_of("determiner")
    if owns:
        owned = date_.removeprefix("the ")
        owned = owned.replace(" ", "-") if _WEEK.search(time.text) else owned.replace(" of ", " ")
        return Edit(span, owned if word in words_of("determiner") else f"the {owned}")
    if part:
        return Edit(span, f"{'' if led else 'on '}the {part['part'].lower()} of {date_}")
    if led or not _ADVERB.match(time.text) or _is_subject(after, word):
        return Edit(span, date_)
    return Edit(span, f"{'on' if _is_day(time.readings[0]) else 'in'} {date_}")


def _is_subject(after: str, word: str) -> bool:
    """Whether the time is what a verb is said of: "Last year was hot"."""
    following = re.match(r"\s([a-z]+)", after)
    return word == "" and following is not None and following[1] in words_of("be")


def _is_day(reading: Interval) -> bool:
    return reading.precision is Precision.DAY and reading.start == reading.end


def _written(time: TimeMention, published: date) -> str | None:
    """The time in words that need no date of an article; None where they cannot be had."""
    reading = time.readings[0]
    amount = _AGO.match(time.text) or _PAST.match(time.text)
    if amount and reading.end and reading.end <= published:
        before = f"before {write_partial(published.isoformat())}"
        return f"{amount['amount']} {before}" if _AGO.match(time.text) else f"the {amount['amount']} {before}"
    if reading.start is None or reading.end is None:
        return None
    if time.yearless:
        comma = "," if re.search(r"[A-Za-z.]\s+\d{1,2}$", time.text) else ""
        return None if _YEAR.search(time.text) else f"{time.text}{comma} {reading.start.year}"
    return _calendar(time.text, reading, reading.start)


def _calendar(text: str, reading: Interval, start: date) -> str | None:
    """A day, week, month, season or year of the calendar."""
    part = _PART_OF.match(text)
    lead = _PARTS[part["part"].lower()] if part else ""
    if _is_day(reading):
        return write_partial(start.isoformat())
    unit, season = _WEEK.search(text), _SEASON.search(text)
    if unit:
        return f"the {unit['unit'].lower()} of {write_partial(start.isoformat())}"
    if reading.precision is Precision.SEASON and season:
        return f"the {season['season'].lower()} of {start.year}"
    if reading.precision is Precision.MONTH and re.search(
        r"month$|^(?:last|next|this)\s", text, re.IGNORECASE
    ):
        return f"{lead}{write_partial(start.isoformat()[:7])}"
    if reading.precision is Precision.YEAR and re.search(r"\byear$", text, re.IGNORECASE):
        return f"{lead}{start.year}"
    return None
