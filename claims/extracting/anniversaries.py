"""Shape *event_date*: the anniversary of an event, which says how many years ago it was."""

import re
from collections.abc import Iterator

from claims.extracting.claiming import make_claim
from claims.extracting.event_mentions import EventMention
from claims.extracting.event_slots import event_cues, event_slot, event_text, participant_slots
from claims.extracting.mentions import Reading
from claims.records import Claim, Shape, Slot, Span
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
_WORD = "anniversary"
_BEFORE_EVENT = re.compile(
    rf"\b(?P<stated>(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+anniversary)"
    r"\s+(?:of|since)\s+(?:the\s+)?(?:(?P<part>start|beginning|outbreak|end|deadly|historic|first)\s+(?:of\s+)?(?:the\s+)?)?$",
    re.IGNORECASE,
)
_EVENT_BEFORE = re.compile(
    rf"^['’]s?\s+(?P<stated>(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+anniversary)\b",
    re.IGNORECASE,
)
_PARTS = {"start": "start", "beginning": "start", "outbreak": "start", "end": "end"}
_OTHER_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b|\b(?:next|last)\s+year\b", re.IGNORECASE)
SLACK_YEARS = 1
"""An anniversary in the news may be the last or the next one."""


def read_anniversaries(reading: Reading, events: list[EventMention], store: Store) -> Iterator[Claim]:
    """A claim for each anniversary of a known event, where the article's year is the one that is counted to."""
    published = reading.article.published
    if published is None or _WORD not in reading.words:
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
        cues = event_cues(event) | {boundary, f"counted:{published.year}"}
        text = event_text(reading, event, store)
        yield make_claim(reading, Shape.EVENT_DATE, "took_place", "time", slots, cues, text)


def _stated(reading: Reading, event: EventMention) -> tuple[Span, int, str] | None:
    """Where the anniversary stands, of how many years it is, and of which part of the event."""
    start = reading.sentence.span.start
    found, origin = _BEFORE_EVENT.search(reading.between(start, event.span.start)), start
    if found is None:
        found, origin = (
            _EVENT_BEFORE.match(reading.between(event.span.end, reading.sentence.span.end)),
            event.span.end,
        )
    if found is None:
        return None
    years = int(found["digits"]) if found["digits"] else _ORDINALS[found["word"].casefold()]
    part = (found.groupdict().get("part") or "").casefold()
    return (
        Span(origin + found.start("stated"), origin + found.end("stated")),
        years,
        _PARTS.get(part, "during"),
    )
