"""A sentence with every mention replaced by a mark of its kinds, so that wordings can be matched around them.

"Angela Merkel was born in Hamburg" becomes "‹person:0› was born in ‹place:1›"; the marks are written
with control characters that no text holds.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.extracting.quantities_of import quantities_of
from claims.extracting.titles import TitleMention
from claims.records import EntityMention, Span, TimeMention
from claims.values.quantities.mention import Kind, QuantityMention

OPEN, CLOSE = "\x02", "\x03"
Mention = EntityMention | TimeMention | EventMention | TitleMention | QuantityMention


@dataclass(frozen=True, slots=True)
class Item:
    """One mention in a masked sentence."""

    span: Span
    kinds: tuple[str, ...]
    mention: Mention


@dataclass(frozen=True, slots=True)
class Masked:
    """The masked text, its items by number, and where its stretches come from in the article."""

    text: str
    items: tuple[Item, ...]
    _starts: tuple[int, ...]
    _origins: tuple[int, ...]

    def origin(self, position: int) -> int:
        """The article's position of a position outside the marks."""
        index = bisect_right(self._starts, position) - 1
        return self._origins[index] + position - self._starts[index]


def mask_sentence(reading: Reading, events: Sequence[EventMention], titles: Sequence[TitleMention]) -> Masked:
    """The sentence with its events, offices, times and names as marks; of overlapping ones the longest."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    position, length = reading.sentence.span.start, 0
    items = _disjoint(
        [
            *_events(events),
            *_titles(titles),
            *(item for item in _names(reading.names) if _quotes(reading, item)),
            *_times(reading.times),
            *_names(reading.anaphors),
            *_names(reading.names),
            *_quantities(reading),
        ]
    )
    for number, item in enumerate(items):
        quotes = _quotes(reading, item)
        plain = reading.between(position, item.span.start - (1 if quotes else 0))
        mark = f"{OPEN}{','.join(item.kinds)}:{number}{CLOSE}"
        parts += (plain, mark)
        starts.append(length)
        origins.append(position)
        length += len(plain) + len(mark)
        position = item.span.end + _stop_length(reading, item)
        if quotes:
            parts.append(quotes[:-1])
            starts.append(length)
            origins.append(position)
            length += len(quotes) - 1
            position += len(quotes)
    parts.append(reading.between(position, reading.sentence.span.end))
    starts.append(length)
    origins.append(position)
    return Masked("".join(parts), tuple(items), tuple(starts), tuple(origins))


_STOP = re.compile(r"[.!?](?=,|\s+[a-z(])")


def _stop_length(reading: Reading, item: Item) -> int:
    """The stop that belongs to a name inside a sentence ("Apple Inc. was", "Yahoo! in") is left out of the masked text."""
    end = item.span.end
    return 1 if isinstance(item.mention, EntityMention) and _STOP.match(reading.between(end, end + 3)) else 0


_OPENING, _CLOSING = "\"“‘'", re.compile(r"[,.!?;:]?[\"”’'](?!\w)")


def _quotes(reading: Reading, item: Item) -> str:
    """What closes the quotation marks around a title, with a comma inside them; empty where none stand around it."""
    if "work" not in item.kinds or reading.between(item.span.start - 1, item.span.start) not in tuple(
        _OPENING
    ):
        return ""
    closing = _CLOSING.match(reading.between(item.span.end, item.span.end + 3))
    return closing[0] if closing else ""


def number_of(mark: str) -> int:
    """The number of the item that a mark stands for."""
    return int(mark.rpartition(":")[2].rstrip(CLOSE))


def _events(events: Iterable[EventMention]) -> list[Item]:
    return [
        Item(event.span, ("edition",) if event.series else ("event",), event)
        for event in events
        if (event.entities or event.series) and not (event.told or event.loose or event.begun)
    ]


def _titles(titles: Iterable[TitleMention]) -> list[Item]:
    return [
        Item(title.span, ("office",), title) for title in titles if title.effect not in ("other", "future")
    ]


def _times(times: Iterable[TimeMention]) -> list[Item]:
    return [Item(time.span, ("time", *_manners(time)), time) for time in times]


TIME_KINDS = frozenset(("ago", "part", "span", "time"))
"""The kinds of mark that times may get."""
_PART = re.compile(r"(?:early|late|mid|(?:the\s+)?(?:first|second|latter|last))\b", re.IGNORECASE)


_FROM = re.compile(r"(?:from|between)\b", re.IGNORECASE)


def _manners(time: TimeMention) -> tuple[str, ...]:
    """Kinds by which a wording asks for a time that needs no "in" before it: "founded 20 years ago", "born late in 1740"."""
    if time.text.casefold().endswith(" ago"):
        return ("ago",)
    if _FROM.match(time.text):
        return ("span",)
    return ("part",) if _PART.match(time.text) else ()


def _quantities(reading: Reading) -> list[Item]:
    """Numbers with their unit; what is only counted stays outside, for the wording to read ("27 members")."""
    return [
        Item(_span(mention), _sorts(mention), mention)
        for mention in quantities_of(reading.sentence)
        if not (
            mention.kind is Kind.ORDINAL
            and _RANKED.match(reading.between(mention.span.end, reading.sentence.span.end))
        )
    ]


_RANKED = re.compile(
    r"[-\s](?:largest|biggest|highest|tallest|longest|most[-\s]populous|city)\b", re.IGNORECASE
)
"""Behind an ordinal that is no number of anything, but part of a superlative, which the wordings hold: "second-largest"."""


NUMBER_KINDS = frozenset(("age", "quantity"))
"""The kinds of mark that numbers may get."""


def _sorts(mention: QuantityMention) -> tuple[str, ...]:
    """An age is a quantity that some wordings ask for by name."""
    return ("age", "quantity") if mention.kind is Kind.AGE else ("quantity",)


_COUNTS = (Kind.CARDINAL, Kind.COUNT, Kind.ORDINAL)


def _span(mention: QuantityMention) -> Span:
    return Span(mention.span.start, mention.number.end) if mention.kind in _COUNTS else mention.span


def _names(names: Iterable[EntityMention]) -> list[Item]:
    return [Item(name.span, _kinds(name), name) for name in names]


def _kinds(name: EntityMention) -> tuple[str, ...]:
    """The kinds of entity the name may stand for; a demonym is no country, and a metonym no government."""
    kinds = [
        "demonym" if sense.alias_kind == "demonym" else sense.entity.partition("/")[0]
        for sense in name.senses
        if sense.alias_kind != "metonym"
    ]
    return tuple(sorted(set(kinds)))


def _disjoint(items: list[Item]) -> list[Item]:
    """The items in text order; of two that overlap the longer, of equals the one given first."""
    kept: list[Item] = []
    for item in sorted(items, key=lambda i: i.span.start - i.span.end):
        if not any(item.span.overlaps(other.span) for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda i: i.span)
