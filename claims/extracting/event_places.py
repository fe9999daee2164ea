"""Shape *event_place*: an event and the place where it is said to have been held."""

import re
from collections.abc import Iterator
from functools import partial

from claims.extracting.claiming import make_claim
from claims.extracting.event_mentions import PLACE_KINDS, EventMention
from claims.extracting.event_slots import event_cues, event_slot, event_text, participant_slots
from claims.extracting.event_ties import is_close, is_coordinated, tie_cues, with_noun, without_agent
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
    for event in map(partial(with_noun, reading), events):
        if event.place and event.year is None and event.series:
            continue  # "the Beijing Olympics": the city says which edition, it is not said of one
        for name in (*reading.names, *reading.anaphors):
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
        gap = _without_time(reading, event.span.end, name.span.start)
        return bool(phrases.held_in.match(without_agent(gap) if event.told else gap))
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
    """The cue ``loose`` where the place may be that of something else; ``elsewhere`` where that is so only if no other edition was held there.

    What stands right after an edition is its own place, but "qualified for the Games in Lima", "won the
    Games in Singapore" and "a vigil after the shooting in New York" are not said of the event.
    """
    before = reading.between(reading.sentence.span.start, event.span.start)
    gap = reading.between(event.span.end, name.span.start)
    if event.told and _OF_ANOTHER.search(before):
        return {"loose"}
    if event.told or event.met:
        return set() if event.met or _IN_PLACE.fullmatch(without_agent(gap)) else {"loose"}
    tie = "adjacent" if re.fullmatch(r",?\s+(?:in|at)\s+(?:the\s+)?", gap) else "verb"
    there = bool(_AT_EVENT.search(before) or _TOOK_PART.search(before)) and not _FELT.search(before)
    named = bool(event.entities) and event.head is None and there
    if tie == "verb" or not (event.series or named):
        subject = gap == "" or not tie_cues(reading, event, "verb")
        return set() if subject else {"loose"}
    awarded = _AWARDED.search(before) and not _AT_EVENT.search(before)
    if (
        awarded
        and _WON.search(before)
        and event.year is not None
        and all(map(_is_land, name.ids(*PLACE_KINDS)))
    ):
        awarded = False
    elsewhere = _ELSEWHERE.search(before) and not _BUILT_FOR.search(before)
    supposed = _SUPPOSED.match(reading.between(name.span.end, reading.sentence.span.end))
    if "," in gap or is_coordinated(before) or awarded or supposed:
        return {"loose"}
    if elsewhere:
        return {"elsewhere"} if event.year is not None and _SINCE.search(before) else {"loose"}
    return set()


_WON = re.compile(r"\b(?:won|lost|winning|losing)\s(?:the\s|its\s|their\s)?$", re.IGNORECASE)
"""The session that gives an edition to its host is said to be in a city; in a country the edition itself was won."""


def _is_land(place: str) -> bool:
    return place.startswith("country/")


_SUPPOSED = re.compile(r"^,?\s+(?:would|could|might)\b", re.IGNORECASE)
"""What did not happen need not have happened where it did: "the 2016 Olympics in Madrid would have been"."""
_SINCE = re.compile(r"\b(?:since|after|before|from)\s+(?:the\s+)?$", re.IGNORECASE)

_TOOK_PART = re.compile(
    r"\b(?:opened|closed|hosted|chaired|ended|attended|addressed|joined|left|skipped)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BUILT_FOR = re.compile(r"\b(?:built|erected|constructed|put\s+up)\s+for\s+(?:the\s+)?$", re.IGNORECASE)
"""What was built for an edition stands where it was held."""
_IN_PLACE = re.compile(r"\s+(?:in|at)\s+(?:the\s+)?", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    r"\b(?:at|over|about|against|of|to|from|for|by|on|with|after|before|since)\s+(?:the\s+)?$", re.IGNORECASE
)
"""What is said of another word than the event: "anger at the killing in Paris"."""
_FELT = re.compile(
    r"\b(?:anger|outrage|fury|rage|shock|horror|dismay|disgust|indignation|grief|sorrow|alarm|disbelief|protests?|angry|outraged|shocked"
    r"|horrified|appalled|dismayed)\s+at\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Who is angry at an event need not be where it was."""
_AT_EVENT = re.compile(r"\b(?:at|in|during)\s+(?:the\s+)?$", re.IGNORECASE)
"""Who won something at an edition was there; it was not given away where the text says."""
_QUALIFIED = re.compile(r"^,\s+[A-Z]")


def _place_cues(reading: Reading, event: EventMention, name: EntityMention) -> set[str]:
    """``held`` where a verb says that the whole was held there, ``qualified`` for "Athens, Georgia"."""
    words = reading.between(event.span.end, name.span.start).split()
    held = {"held"} if len(words) > 1 or name.span.end <= event.span.start else set()
    following = reading.between(name.span.end, reading.sentence.span.end)
    before = reading.between(reading.sentence.span.start, event.span.start)
    if event.series and (_HOSTED.search(before) or not tie_cues(reading, event, "verb")):
        held |= {"held"}
    dated = any(_BESIDE.match(reading.between(name.span.end, time.span.start)) for time in reading.times)
    held |= (
        {"dated"}
        if dated and _IN_PLACE.fullmatch(reading.between(event.span.end, name.span.start))
        else set()
    )
    return held | ({"qualified"} if _QUALIFIED.match(following) else set())


_HOSTED = re.compile(
    r"\b(?:hosted|hosting|hosts|staged|staging|stages)\s(?:the\s|its\s|their\s)?$", re.IGNORECASE
)
"""Who hosted an edition hosted the whole of it, and in "the 1964 Olympics in Osaka changed Japan" the whole did so."""
_BESIDE = re.compile(r"^,?\s+(?:(?:in|on)\s+)?(?:the\s+)?$", re.IGNORECASE)


def _is_at(reading: Reading, time: TimeMention, name: EntityMention) -> bool:
    """Whether a time stands right beside a place: "in Riga in July", "on Monday in Riga"."""
    gaps = (
        reading.between(name.span.end, time.span.start),
        reading.between(time.span.end, name.span.start),
    )
    return any(_BESIDE.match(gap) for gap in gaps)


def _claim(reading: Reading, event: EventMention, name: EntityMention, store: Store) -> Claim:
    entities = tuple(
        s.entity for s in name.of_kind(*PLACE_KINDS) if s.alias_kind not in ("metonym", "demonym")
    )
    times = [
        Slot.of_time(t)
        for t in reading.times
        if t.relation == "at"
        and not t.span.overlaps(event.span)
        and (not event.met or _is_at(reading, t, name))
    ]
    slots = [
        event_slot(reading, event),
        *participant_slots(event),
        Slot("place", name.span, name.text, entities),
        *times,
        *(Slot.of_time(time, "background") for time in event.times),
    ]
    cues = event_cues(event) | _loose(reading, event, name) | _place_cues(reading, event, name)
    cues |= {"dated"} if event.times else set()
    text = event_text(reading, event, store)
    before = reading.between(reading.sentence.span.start, event.span.start)
    adjoins = _IN_PLACE.fullmatch(reading.between(event.span.end, name.span.start))
    given = event.year is not None and bool(adjoins) and bool(_SINCE.search(before))
    return make_claim(reading, Shape.EVENT_PLACE, "located_in", "place", slots, cues, text, presupposed=given)
