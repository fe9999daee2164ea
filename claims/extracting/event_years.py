"""The year and the city that belong to the name of an edition: "the 2022 Beijing Winter Olympics"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extracting.event_mentions import PLACE_KINDS, EventMention
from claims.extracting.firm_names import is_firm, is_weak
from claims.extracting.mentions import Reading
from claims.records import Slot, Span
from claims.store.open import Store

_YEAR = re.compile(r"(?P<year>(?:1[89]|20)\d\d)$")

_YEAR_INSIDE = re.compile(r"\b(?:1[89]|20)\d\d\b")

_GAP_TO_NAME = re.compile(r"^[\s-]{1,2}$")

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR_AFTER = re.compile(rf"^(?:\s+(?:in|of)\s+(?:(?:{_MONTHS})\s+)?|\s+)(?P<year>(?:1[89]|20)\d\d)(?![\d-])")

_COORDINATED = re.compile(
    r"(?P<year>(?:1[89]|20)\d\d)(?P<more>(?:,\s(?:1[89]|20)\d\d)*),?\s(?:and|or|&)\s(?:the\s)?$"
)


def find_coordinated(mention: EventMention, reading: Reading, store: Store) -> Iterator[EventMention]:
    """The year before the mention's own that shares its name: "the 2018 and 2022 World Cups"."""
    if mention.year_span is None or mention.year_span.start != mention.span.start:
        return
    match = _COORDINATED.search(reading.between(reading.sentence.span.start, mention.span.start))
    if match is None or int(match["year"]) == mention.year:
        return
    start = reading.sentence.span.start + match.start("year")
    span, year = Span(start, start + 4), int(match["year"])
    name = mention.name.of(reading.article.text)
    firm = not is_weak(mention.series, name, store) or is_firm(mention.series, name, year, reading, store)
    yield replace(
        mention, span=span, entities=(), year=year, year_span=span, place=None, weak=mention.weak or not firm
    )


def with_place_and_year(mention: EventMention, reading: Reading) -> EventMention:
    """Take in a city before the name and a year before or after it."""
    start = mention.span.start
    before = next(
        (n for n in reading.names if n.span.end < start and adjoins(reading, n.span.end, start)), None
    )
    if mention.series and before and before.of_kind(*PLACE_KINDS) and not before.alias_kinds() <= {"metonym"}:
        entities = before.ids(*PLACE_KINDS)
        place = Slot("place", before.span, before.text, entities)
        mention = replace(mention, span=Span(before.span.start, mention.span.end), place=place)
    if not mention.series:
        return mention
    return (
        _with_year_inside(mention, reading)
        or with_year_before(mention, reading)
        or with_year_after(mention, reading)
        or mention
    )


def adjoins(reading: Reading, left: int, right: int) -> bool:
    """Whether only a space or a hyphen stands between two offsets."""
    return bool(_GAP_TO_NAME.match(reading.between(left, right)))


def _with_year_inside(mention: EventMention, reading: Reading) -> EventMention | None:
    """The year of a name that holds one: "2022 Winter Olympics", "Tokyo 2020"."""
    match = _YEAR_INSIDE.search(reading.between(mention.name.start, mention.name.end))
    if match is None:
        return None
    start = mention.name.start + match.start()
    return replace(mention, year=int(match.group()), year_span=Span(start, start + 4))


def with_year_before(mention: EventMention, reading: Reading) -> EventMention | None:
    """The mention with the year right before it: “the 2022 Winter Olympics”; None where none stands there."""
    token = reading.token_before(mention.span.start)
    if token is None or not adjoins(reading, token.end, mention.span.start):
        return None
    match = _YEAR.fullmatch(reading.between(token.start, token.end))
    if match is None:
        return None
    year = Span(token.start, token.end)
    return replace(mention, span=Span(token.start, mention.span.end), year=int(match["year"]), year_span=year)


def with_year_after(mention: EventMention, reading: Reading) -> EventMention | None:
    """The mention with the year after it: “the Winter Olympics of 2022”; None where none stands there."""
    match = _YEAR_AFTER.match(reading.between(mention.span.end, reading.sentence.span.end))
    if match is None:
        return None
    start = mention.span.end + match.start("year")
    year = Span(start, start + 4)
    return replace(mention, span=Span(mention.span.start, year.end), year=int(match["year"]), year_span=year)
