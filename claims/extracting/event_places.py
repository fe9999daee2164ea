"""Shape *event_place*: an event and the place where it is said to have been held."""

import re
from collections.abc import Iterator

from claims.extracting.claiming import make_claim
from claims.extracting.event_dates import (
    event_cues,
    event_slot,
    event_text,
    is_close,
    is_coordinated,
    participant_slots,
    tie_cues,
)
from claims.extracting.events import PLACE_KINDS, EventMention
from claims.extracting.mentions import Reading
from claims.extracting.phrases import Phrases
from claims.records import Claim, EntityMention, Shape, Slot, TimeMention
from claims.store.open import Store

_FOR_EVENT = re.compile(
    r"^,?\s+(?:to\s+(?:attend|see|watch|open)|for|at|during)\s+(?:the\s+)?(?:(?:opening|closing)\s+(?:ceremony|day|session)\s+(?:of|at)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_TIME_BETWEEN = re.compile(r"^\s+(?:in|on|of|last|earlier)?\s*$", re.IGNORECASE)


def read_event_places(
    reading: Reading, events: list[EventMention], phrases: Phrases, store: Store
) -> Iterator[Claim]:
    """A claim for each event and place that the wording ties together."""
    for event in events:
        if event.place and event.year is None and event.series:
            continue  # "the Beijing Olympics": the city says which edition, it is not said of one
        for name in reading.names:
            if (
                _is_place(name, reading)
                and is_close(event.span, name.span)
                and _tied(reading, event, name, phrases)
            ):
                yield _claim(reading, event, name, store)


def _is_place(name: EntityMention, reading: Reading) -> bool:
    """Whether the name is a place here: no metonym, no demonym, no part of a longer name we do not know."""
    senses = name.of_kind(*PLACE_KINDS)
    if (
        not senses
        or len(senses) < len(name.senses)
        or all(s.alias_kind in ("metonym", "demonym") for s in senses)
    ):
        return False
    after = reading.token_after(name.span.end)
    return after is None or not after.capital or reading.between(name.span.end, after.start) not in (" ", "-")


def _tied(reading: Reading, event: EventMention, name: EntityMention, phrases: Phrases) -> bool:
    after = reading.between(event.span.end, name.span.start)
    if after:
        return bool(phrases.held_in.match(_without_time(reading, event.span.end, name.span.start)))
    gap = reading.between(name.span.end, event.span.start)
    before = reading.between(reading.sentence.span.start, name.span.start)
    if phrases.hosts.match(gap):
        return True
    return bool(_FOR_EVENT.match(gap)) and bool(phrases.travelled.search(before))


def _without_time(reading: Reading, left: int, right: int) -> str:
    """What stands between, less one time: "the summit last June in Osaka"."""
    inside = [t for t in reading.times if left <= t.span.start and t.span.end <= right]
    if len(inside) != 1:
        return reading.between(left, right)
    time: TimeMention = inside[0]
    before = reading.between(left, time.span.start)
    if not _TIME_BETWEEN.match(before):
        return reading.between(left, right)
    return reading.between(time.span.end, right)


_ELSEWHERE = re.compile(
    r"\b(?:for|from|before|after|since|about|on|over|around|into)\s+(?:the\s+)?$", re.IGNORECASE
)
_AWARDED = re.compile(
    r"\b(?:won|wins|winning|secured|awarded|award|awarding|vote|voted|votes|chosen|chose|choice|chance|landed|lost|bids?|rights?|sought|gave|given|booked)\b",
    re.IGNORECASE,
)
"""Words by which a place may be that of the session which gave an edition to its host."""


def _loose(reading: Reading, event: EventMention, name: EntityMention) -> set[str]:
    """The cue ``loose`` where the place may be that of something else.

    What stands right after an edition is its own place, but "qualified for the Games in Lima", "won the
    Games in Singapore" and "a vigil after the shooting in New York" are not said of the event.
    """
    before = reading.between(reading.sentence.span.start, event.span.start)
    gap = reading.between(event.span.end, name.span.start)
    tie = "adjacent" if re.fullmatch(r",?\s+(?:in|at)\s+(?:the\s+)?", gap) else "verb"
    named = bool(event.entities) and event.head is None and bool(_AT_EVENT.search(before))
    if tie == "verb" or not (event.series or named):
        subject = gap == "" or not tie_cues(reading, event, "verb")
        return set() if subject else {"loose"}
    awarded = _AWARDED.search(before) and not _AT_EVENT.search(before)
    doubtful = "," in gap or is_coordinated(before) or _ELSEWHERE.search(before) or awarded
    return {"loose"} if doubtful else set()


_AT_EVENT = re.compile(r"\b(?:at|in|during)\s+(?:the\s+)?$", re.IGNORECASE)
"""Who won something at an edition was there; it was not given away where the text says."""
_QUALIFIED = re.compile(r"^,\s+[A-Z]")


def _place_cues(reading: Reading, event: EventMention, name: EntityMention) -> set[str]:
    """``held`` where a verb says that the whole was held there, ``qualified`` for "Athens, Georgia"."""
    words = reading.between(event.span.end, name.span.start).split()
    held = {"held"} if len(words) > 1 or name.span.end <= event.span.start else set()
    following = reading.between(name.span.end, reading.sentence.span.end)
    return held | ({"qualified"} if _QUALIFIED.match(following) else set())


def _claim(reading: Reading, event: EventMention, name: EntityMention, store: Store) -> Claim:
    entities = tuple(
        s.entity for s in name.of_kind(*PLACE_KINDS) if s.alias_kind not in ("metonym", "demonym")
    )
    times = [Slot.of_time(t) for t in reading.times if t.relation == "at" and not t.span.overlaps(event.span)]
    slots = [
        event_slot(reading, event),
        *participant_slots(event),
        Slot("place", name.span, name.text, entities),
        *times,
    ]
    cues = event_cues(event) | _loose(reading, event, name) | _place_cues(reading, event, name)
    text = event_text(reading, event, store)
    return make_claim(reading, Shape.EVENT_PLACE, "located_in", "place", slots, cues, text)
