"""Shape *event_date*: the anniversary of an event, which says how many years ago it was."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from claims.extracting.claiming import make_claim
from claims.extracting.event_mentions import EventMention
from claims.extracting.event_slots import event_cues, event_slot, event_text, participant_slots
from claims.extracting.mentions import Reading
from claims.records import Claim, Precision, Shape, Slot, Span
from claims.store.open import Store
from claims.values.dates import year_interval

_TENS = (
    "tenth",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
    "hundredth",
)
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    **{word: 10 * (i + 1) for i, word in enumerate(_TENS)},
}
_WORDS = frozenset(("anniversary", "years"))
_BEFORE_EVENT = re.compile(
    rf"\b(?P<stated>(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+anniversary)"
    r"\s+(?:of|since)\s+(?:the\s+)?(?:(?P<part>start|beginning|outbreak|end|deadly|historic|first)\s+(?:of\s+)?(?:the\s+)?)?$",
    re.IGNORECASE,
)
_EVENT_BEFORE = re.compile(
    rf"^['’]s?\s+(?P<stated>(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+anniversary)\b",
    re.IGNORECASE,
)
_COUNTS = {
    "ten": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "one hundred": 100,
}  # fmt: skip
_YEARS_SINCE = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|commemorat(?:e|es|ed|ing)|celebrat(?:e|es|ed|ing)|it\s(?:is|has\sbeen)|it[’']s(?:\sbeen)?)\s(?:now\s|exactly\s)?"
    rf"(?P<stated>(?:(?P<digits>\d{{1,3}})|(?P<word>{'|'.join(_COUNTS)}))\syears)"
    r"\ssince\s(?:the\s)?(?:(?P<part>start|beginning|outbreak|end)\sof\s(?:the\s)?)?$",
    re.IGNORECASE,
)
"""A count to the article's day; "in the 20 years since" may be told of any day."""
_PARTS = {"start": "start", "beginning": "start", "outbreak": "start", "end": "end"}
_OTHER_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:next|last)\s+year\b", re.IGNORECASE)
SLACK_YEARS = 1
"""An anniversary in the news may be the last or the next one."""


def read_anniversaries(reading: Reading, events: list[EventMention], store: Store) -> Iterator[Claim]:
    """A claim for each anniversary of a known event, where the article's year is the one that is counted to."""
    published = reading.article.published
    if published is None or _WORDS.isdisjoint(reading.words):
        return
    if _OTHER_YEAR.search(reading.sentence.text):
        return
    for event in events:
        stated = _stated(reading, event)
        if stated is None or event.head is not None:
            continue
        span, years, boundary = stated
        meant = range(published.year - years - SLACK_YEARS, published.year - years + SLACK_YEARS + 1)
        time = Slot("time", span, span.of(reading.article.text), (), tuple(year_interval(y) for y in meant))
        slots = [event_slot(reading, event), *participant_slots(event), time]
        cues = event_cues(event) | {boundary, f"counted:{published.year}"} | _recent(reading, published)
        text = event_text(reading, event, store)
        yield make_claim(reading, Shape.EVENT_DATE, "took_place", "time", slots, cues, text)


_NOW = re.compile(
    r"\b(?:marks|celebrates|commemorates|remembers|honou?rs|(?:is|are)\s(?:marking|celebrating|commemorating)|it\s(?:is|has\sbeen)|today|this\s(?:week|month|year))\b",
    re.IGNORECASE,
)
RECENT = timedelta(days=10)
"""An anniversary is told of as news within so many days."""


def _recent(reading: Reading, published: date) -> set[str]:
    """The cue ``recent`` where the sentence tells of the days around the article's."""
    days = (t.readings[0] for t in reading.times if t.readings and t.readings[0].precision is Precision.DAY)
    near = any(day.start is not None and abs(published - day.start) <= RECENT for day in days)
    return {"recent"} if near or _NOW.search(reading.sentence.text) else set()


def _stated(reading: Reading, event: EventMention) -> tuple[Span, int, str] | None:
    """Where the anniversary stands, of how many years it is, and of which part of the event."""
    start = reading.sentence.span.start
    before = reading.between(start, event.span.start)
    found, origin = _BEFORE_EVENT.search(before) or _YEARS_SINCE.search(before), start
    if found is None:
        found, origin = (
            _EVENT_BEFORE.match(reading.between(event.span.end, reading.sentence.span.end)),
            event.span.end,
        )
    if found is None:
        return None
    years = int(found["digits"]) if found["digits"] else (_ORDINALS | _COUNTS)[found["word"].casefold()]
    part = (found.groupdict().get("part") or "").casefold()
    return (
        Span(origin + found.start("stated"), origin + found.end("stated")),
        years,
        _PARTS.get(part, "during"),
    )
