"""Shape *event_date*: an event and the time at which it is said to have happened."""

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.extracting.claiming import make_claim, place_slots
from claims.extracting.event_mentions import EventMention
from claims.extracting.event_slots import event_cues, event_slot, event_text, participant_slots
from claims.extracting.event_ties import is_close, is_coordinated, tie_cues, without_agent
from claims.extracting.mentions import Reading
from claims.extracting.phrases import Phrases
from claims.records import Claim, Precision, Shape, Slot, TimeMention
from claims.store.open import Store

_EVENT_THEN_TIME = re.compile(
    r"^(?:\s+|,?\s+(?:back\s+)?(?:in|on)\s+(?:the\s+)?(?:(?:early|late)\s+)?(?:(?:night|morning|evening|afternoon)\s+of\s+)?|\s+of\s+)$",
    re.IGNORECASE,
)

_FOLLOWS = re.compile(r"\b(?:after|before|since|following|until)\s(?:the\s)?$", re.IGNORECASE)

_TOLD_THEN_TIME = re.compile(
    r"^\s(?:in|at|near|outside|inside|aboard|on|with|off)\s(?:(?!(?:who|which|that|where|when|he|she|they|it|was|were|had|has|and|but|as|after|before|since|in|on)\b)(?!\w+ed\b)[\w’'-]+\s){1,6}(?:in|on)\s(?:the\s)?$",
    re.IGNORECASE,
)
"""One phrase of place or manner between a verb and its time, and no other verb: "died in a penal colony on"."""

_TIME_THEN_EVENT = re.compile(r"^(?:['’]s?)?\s$")

_TIME_OF_NOUN = re.compile(
    r"^(?:['’]s?|,)?\s(?=(?:terror|terrorist|bomb|mass|suicide)?\s?(?:attack|bombing|shooting|massacre|war|election|invasion|crash|earthquake))"
)

_TIME_AT_EVENT = re.compile(
    r"^,?\s+(?:when|at|during|on\s+the\s+(?:sidelines|margins)\s+of)\s+(?:the|a|an|this\s+year['’]s)\s+$",
    re.IGNORECASE,
)


def read_event_dates(
    reading: Reading, events: list[EventMention], phrases: Phrases, store: Store
) -> Iterator[Claim]:
    """A claim for each event and time that the wording ties together; the year of an edition's name is none."""
    for event in events:
        for time in reading.times:
            if (
                (time.relation != "at" and not _is_of_name(reading, event, time))
                or not (is_close(event.span, time.span) or _is_inside(reading, event, time))
                or _opens_event(reading, time, event, events)
                or _is_its_day(reading, event, time)
                or _IN_ITS_COURSE.match(reading.between(time.span.end, event.span.start))
            ):
                continue
            boundary = _boundary(reading, event, time, phrases)
            if boundary == "during" and _is_onset(reading, event, time, store):
                boundary = "start"
            if boundary and _is_nearest(event, time, events):
                yield _claim(reading, event, time, boundary, store)


def _is_inside(reading: Reading, event: EventMention, time: TimeMention) -> bool:
    """Whether a time stands among the words of a clause that tells an event: "Britain voted on 23 June to leave the EU"."""
    told = (
        event.told
        and not event.loose
        and event.span.start < time.span.start
        and time.span.end < event.span.end
    )
    return told and bool(_ON.search(reading.between(event.span.start, time.span.start)))


_ON = re.compile(r"\s(?:on|in)\s(?:the\s)?$")

_IN_ITS_COURSE = re.compile(r"^\s(?:during|amid|throughout)\s(?:the\s)?$")
"""What is dated is something else: "in February 2016, during the presidential election, it wrote"."""

_LAUNCHED = re.compile(
    r"\b(?:launch|start|mount|unleash|beg[ai]n)(?:ed|es|s|ing|ning)?\s(?:its|his|her|their|the|a|an)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)


_LAUNCHED_THEN = re.compile(
    r"^,?\s(?:[\w’'-]+\s){1,4}" + _LAUNCHED.pattern.removeprefix(r"\b"), re.IGNORECASE
)
"""Who began it, between a time that opens the sentence and the event: "Two years ago, Russia launched its invasion"."""


def _is_onset(reading: Reading, event: EventMention, time: TimeMention, store: Store) -> bool:
    """Whether the time is that of the beginning: "invaded on", "launched its invasion on", "the invasion on 24 February"."""
    before = reading.between(reading.sentence.span.start, event.span.start)
    if event.begun or _LAUNCHED.search(before):
        return True
    day = bool(time.readings) and time.readings[0].precision is Precision.DAY
    return (
        day
        and (event.act or any(map(store.is_act, event.entities)))
        and reading.between(event.span.end, time.span.start) == " on "
    )


def _is_its_day(reading: Reading, event: EventMention, time: TimeMention) -> bool:
    """Whether a day of the week is part of a recurring event's name: "Super Bowl Sunday"."""
    joined = reading.between(event.span.end, time.span.start) == " "
    return joined and bool(event.series) and event.year is None and time.text in _DAYS


_DAYS = frozenset(f"{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun"))


def _boundary(reading: Reading, event: EventMention, time: TimeMention, phrases: Phrases) -> str | None:
    """``start``, ``end`` or ``during`` where the two belong together, else None."""
    if time.span.overlaps(event.span):
        return "during"
    after = without_place(reading, event.span.end, time.span.start)
    after = _THING.sub("", _ADJUNCT.sub(" ", without_agent(_OBJECT.sub("", after)))) if event.told else after
    after = _VENUE.sub("", after) if event.series or event.entities else after
    if after:
        if after == ", " and _AGO.search(time.text):
            return "during"
        if _EVENT_THEN_TIME.match(after) or (after == ", " and _is_full_day(time)):
            return "during"
        return phrases.boundary(after)
    before = reading.between(time.span.end, event.span.start)
    fronted = _FRONTED.match(before) if event.told else before in (", ", ", the ") and _acts(reading, event)
    fronted = fronted or _LAUNCHED_THEN.match(before)
    fronted = fronted or (event.told and bool(_AGO.search(time.text)) and bool(_TO_THE_DAY.match(before)))
    if fronted and _opens_sentence(reading, time):
        return "during"
    adjacent = _TIME_THEN_EVENT.match(before) and not event.year
    return "during" if before and (adjacent or _TIME_AT_EVENT.match(before)) else None


_AGO = re.compile(r"\byears?\sago\b", re.IGNORECASE)
_TO_THE_DAY = re.compile(r"^\s(?:today|this\s(?:week|month)),\s(?:the\s)?$")
""""Three years ago this month, fire tore through the tower"."""

_ADJUNCT = re.compile(
    r"^\s+(?:(?:in|at|near|outside|inside|aboard|over|on)\s+(?:an?|the|his|her|its|their)\s+(?:[^\s,;:.()]+\s+){1,5}?"
    r"|from\s+(?:prison|jail|captivity)\s+)(?=(?:(?:on|in)\s+)?$)"
)
"""Where it was, between what a clause tells and when: "died in an Arctic penal colony on 16 February"."""

_VENUE = re.compile(
    r"(?:(?<=\w)|^)\s(?:along|beside|at|inside)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,3}(?=\s(?:on|in)\s(?:the\s)?$)"
)
"""A venue that the store need not know: "was held at the Maracana on 5 August"."""

_OBJECT = re.compile(
    r"^\s(?:\d[\d,]*|[a-z]+ty(?:-[a-z]+)?|dozens\sof|hundreds\sof|scores\sof|many|several)\s[a-z]+(?=\s)"
)
"""Whom a deed struck: "Breivik shot 69 people on 22 July"."""
_THING = re.compile(
    r"^(?:\s(?!(?:and|or|but|who|which|that|where|when|after|before|since|as|in|on|at|of|for|by|to|from|with|was|were|had|has)\b)"
    r"(?![a-z]+(?:ed|ing)\b)[a-z]+){1,3}(?=\s(?:in|on)\s$)"
)
"""What belongs to the name that ends what a clause tells: "wrecked the Fukushima nuclear plant in"."""
_FRONTED = re.compile(r"^(?:,?\s(?:the\s)?|\swhen\s(?:the\s)?)$")

_ACTED = re.compile(
    r"^(?:,[^,;]{1,60},)?\s(?:killed|struck|hit|destroyed|devastated|flattened|shook|broke\sout|began|erupted|ended|swept|claimed|tore|was\ssigned|were\ssigned)\b"
)


def _acts(reading: Reading, event: EventMention) -> bool:
    """Whether the event is the subject of a verb by which it took place: "In 2003, the tsunami killed"."""
    following = reading.between(event.span.end, reading.sentence.span.end)
    firm = bool(event.entities) and not event.series and event.head is None
    return firm and bool(_ACTED.match(following))


_OPENING = re.compile(
    r"^\W*(?:(?:[Ii]t\s+was\s+)?(?:[Ii]n|[Oo]n|[Aa]nd|[Bb]ut|[Ee]arly|[Ll]ate|[Bb]ack)\s+(?:the\s+)?)*$"
)


def _opens_sentence(reading: Reading, time: TimeMention) -> bool:
    """Whether a time is the first that a sentence says: "In 1986, the reactor blew up"."""
    before = reading.between(reading.sentence.span.start, time.span.start)
    return bool(_OPENING.match(before)) or (_is_full_day(time) and bool(_AGO_ON.match(before)))


_AGO_ON = re.compile(r"^\W*[\w-]+(?:\s[\w-]+){0,2}\syears?\sago,\son\s(?:the\s)?$", re.IGNORECASE)
""""Ten years ago, on 15 September 2008, ..."."""


def _is_full_day(time: TimeMention) -> bool:
    """Whether a time is a day with its year, as in "D-Day, 6 June 1944"."""
    precise = bool(time.readings) and time.readings[0].precision is Precision.DAY
    return precise and not time.yearless and not time.relative


def without_place(reading: Reading, left: int, right: int) -> str:
    """What stands between, less one place: "opened in Rio de Janeiro on August 15"."""
    gap = reading.between(left, right)
    for name in reading.names:
        if left <= name.span.start and name.span.end <= right and name.of_kind("place", "country"):
            if _GOES_ON.match(reading.between(name.span.end, right)):
                continue  # "at Westminster Abbey"
            before = _IN_PLACE.sub("", reading.between(left, name.span.start))
            if before != reading.between(left, name.span.start):
                return before + reading.between(name.span.end, right)
    return gap


_GOES_ON = re.compile(r"\s[A-Z]")
_IN_PLACE = re.compile(
    r"\s+(?:in|at|near|over|off|outside|to)\s+(?:the\s+)?(?:(?:north|south)?-?(?:eastern|western|northern|southern|central)\s+)?$"
    r"|(?<=\sstruck)\s+(?:the\s+)?$|(?<=\shit)\s+(?:the\s+)?$|(?<=\sdevastated)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def _is_nearest(event: EventMention, time: TimeMention, events: list[EventMention]) -> bool:
    """Whether no other event stands between the two."""
    left, right = sorted((event.span, time.span))
    return not any(left.end <= other.span.start and other.span.end <= right.start for other in events)


def _opens_event(
    reading: Reading, time: TimeMention, event: EventMention, events: list[EventMention]
) -> bool:
    """Whether the time belongs to another event that follows it: "the Sept. 11, 2001, attacks"."""
    following = reading.between(time.span.end, reading.sentence.span.end)
    noun = _TIME_OF_NOUN.match(following)
    start = time.span.end + (noun.end() if noun else 0)
    return (
        bool(noun)
        and event.span.start != start
        and not any(e.span.start == start and e is event for e in events)
    )


def _claim(reading: Reading, event: EventMention, time: TimeMention, boundary: str, store: Store) -> Claim:
    slots = [
        event_slot(reading, event),
        *participant_slots(event),
        Slot.of_time(time),
        *([event.place] if event.place else []),
        *place_slots(reading),
        *_meeting_places(reading, event, time),
    ]
    gap = without_place(reading, event.span.end, time.span.start)
    gap = without_agent(gap) if event.told else gap
    tie = "of" if gap.strip() == "of" else "adjacent" if not gap or _EVENT_THEN_TIME.match(gap) else "verb"
    told = event.told and _TOLD_THEN_TIME.match(gap)
    tie = "adjacent" if told or time.span.overlaps(event.span) else tie
    adjacent = (
        {"adjacent"} if _EVENT_THEN_TIME.match(reading.between(event.span.end, time.span.start)) else set()
    )
    own = _is_of_name(reading, event, time)
    cues = event_cues(event) | {boundary} | adjacent | ({"own"} if own else tie_cues(reading, event, tie))
    before = reading.between(reading.sentence.span.start, event.span.start)
    if gap.startswith(",") and not _is_full_day(time) and (event.told or _FOLLOWS.search(before)):
        cues |= {
            "loose"
        }  # "twenty years after the towers fell, in 2021, ...", "built after the battle, in 1932"
    query = event_text(reading, event, store)
    given = not (event.told or event.met) and bool(
        _BEFORE_NOUN.match(reading.between(time.span.end, event.span.start))
    )
    return make_claim(reading, Shape.EVENT_DATE, "took_place", "time", slots, cues, query, presupposed=given)


_BEFORE_NOUN = re.compile(r"^(?:['’]s)?\s$")
"""A time right before the event is part of its name, and taken to be so: "Russia’s 2014 annexation", "this year’s midterms"."""


_NAMED = re.compile(
    r"(?:\b(?:the|this|that)|['’]s?)\s(?:(?!(?:and|or|of|in|on|at|to|for|by|with|from)\s)[a-z][a-z-]+\s)?$",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(
    r"^(?:['’]?[”\")]?[.,;:!?)–—]|[”\"]|\s[–—-]\s|$"
    r"|\s(?:in|on|at|by|of|that|which|who|whom|when|where|while|and|or|but|as|after|before|since|because|to|for|from|with|without|into|over|through"
    r"|under|until|was|were|is|are|had|has|have|did|does|will|would|could|should|may|might|killed|left|began|ended|led|showed|remains?|took|came|became|made|spoke|last|this|next|[a-z]+ed)\b)",
    re.IGNORECASE,
)


def _is_of_name(reading: Reading, event: EventMention, time: TimeMention) -> bool:
    """Whether a time is part of an event's name: "the 1995 Oklahoma City bombing", and no "1995 Oklahoma City bombing trial"."""
    if event.told or event.met or event.series or event.head or time.relative:
        return False
    sentence = reading.sentence.span
    before, after = (
        reading.between(sentence.start, time.span.start),
        reading.between(event.span.end, sentence.end),
    )
    return (
        reading.between(time.span.end, event.span.start) == " "
        and bool(_NAMED.search(before))
        and not is_coordinated(reading.between(sentence.start, event.span.start))
        and bool(_NAME_ENDS.match(after))
    )


def _meeting_places(reading: Reading, event: EventMention, time: TimeMention) -> list[Slot]:
    """Where a meeting is said to have been at that time: "met in Singapore in 2018", "Bali, where they met in May"."""
    if not event.met:
        return []
    return [
        replace(slot, name="place")
        for slot in place_slots(reading)
        if event.span.end <= slot.span.start < time.span.start
        or _WHERE.match(reading.between(slot.span.end, event.span.start))
    ]


_WHERE = re.compile(r"^,?\s+where\b[^,;]{0,80}$")
