"""What the sentences around say of the time that is spoken of: a paragraph tells one story."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Interval, Slot
from claims.store.once_a_store import once_a_store
from claims.store.open import Store

SENTENCES_BEFORE = 4
"""Sentences of the same paragraph that may set the time of a statement."""

LEAST_BEFORE = 2
"""News has paragraphs of one sentence; so many are looked at in any case."""


@dataclass(frozen=True, slots=True)
class Background:
    """The times named or implied nearby, and whether the wording tells of the past."""

    times: tuple[Slot, ...]
    narrative: bool
    people: tuple[Slot, ...] = ()
    """Those named nearby who held an office, each with the terms as ``readings``."""


def read_background(
    index: int, readings: Sequence[Reading], events: Sequence[Sequence[EventMention]], store: Store
) -> Background:
    """The background of the sentence at ``index``: its own times and events, and those just before."""
    first = _first(index, readings)
    slots = [slot for i in range(first, index + 1) for slot in _slots(readings[i], events[i], store)]
    words = " ".join(readings[i].sentence.text for i in range(max(first, index - 1), index + 1))
    people = [slot for i in range(first, index + 1) for slot in _people(readings[i], store)]
    return Background(tuple(slots), bool(_cues(store).search(words)), tuple(people))


def _first(index: int, readings: Sequence[Reading]) -> int:
    """The first sentence that belongs to the background of the one at ``index``."""
    text, end = readings[index].article.text, readings[index].sentence.span.start
    paragraph = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    first = index
    while (
        first > 0
        and index - first < SENTENCES_BEFORE
        and readings[first - 1].sentence.span.start >= paragraph
    ):
        first -= 1
    return max(0, min(first, index - LEAST_BEFORE))


def _slots(reading: Reading, events: Sequence[EventMention], store: Store) -> list[Slot]:
    times = [Slot.of_time(t, "background") for t in reading.times]
    return times + [
        Slot("background", event.span, event.span.of(reading.article.text), readings=known)
        for event in events
        if (known := _known(event, store))
    ]


def _people(reading: Reading, store: Store) -> list[Slot]:
    """The persons of a sentence who ever held an office; a name that means two of them, or is part of a date, is left out."""
    found = []
    for name in (*reading.names, *reading.anaphors):
        if any(name.span.overlaps(time.span) for time in reading.times):
            continue
        terms = {person: _terms_of(person, store) for person in name.ids("person")}
        known = [(person, held) for person, held in terms.items() if held]
        if len(known) == 1:
            found.append(Slot("around", name.span, name.text, (known[0][0],), known[0][1]))
    return found


def _terms_of(person: str, store: Store) -> tuple[Interval, ...]:
    """The stretches in which somebody is known to have held an office."""
    return tuple(
        Interval(fact.valid.start, fact.valid.end or fact.as_of, fact.valid.precision)
        for fact in store.facts_with_value("held_by", person)
        if fact.valid
    )


def _known(event: EventMention, store: Store) -> tuple[Interval, ...]:
    facts = (fact for entity in event.entities for fact in store.facts(entity, "took_place"))
    return tuple(fact.valid for fact in facts if fact.valid)


@once_a_store
def _cues(store: Store) -> re.Pattern[str]:
    wordings = sorted(
        (wording for _effect, wording in store.wordings("narrative_cues")), key=len, reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wordings))})\b", re.IGNORECASE)
