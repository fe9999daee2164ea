"""Meetings told by who met: two leaders who "met in Singapore", an organisation's leaders "at their summit".

The store knows them as events that involve two persons, and as editions of the organisation's series.
"""

import re
from collections.abc import Iterator, Sequence

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import EntityMention, Span
from claims.store.once_a_store import once_a_store
from claims.store.open import Store

_MEETING = re.compile(
    r"\b(?:met|shook\shands|sat\sdown|signed\sa\sjoint\s(?:statement|declaration)|(?:[Ii]ts|[Tt]heir|his|her|[Aa]n?|[Tt]he)\s(?:(?:annual|first|second|third|two-day|three-day|one-day|bilateral|historic|latest)\s){0,2}(?:summit|meeting|talks))\b"
)
_WORDS = frozenset(("met", "shook", "sat", "signed", "summit", "meeting", "talks"))
"""Without these no meeting is told."""
_BARRED = re.compile(
    r"\b(?:foreign|defen[cs]e|finance|trade|ministers?|ministerial|envoys?|aides?|officials|ambassadors?|secretary|virtual|video|online|telephone|phone)\b",
    re.IGNORECASE,
)
"""Words by which others than the leaders met, or not face to face."""
PAIR = 2
_TO_PARTY = re.compile(r"^\s(?:with\s|between\s|of\s)?[^,;:.()]{0,45}$")
"""From the word to a party behind it: "met Chinese President Xi Jinping"."""


def find_meetings(reading: Reading, store: Store, taken: Sequence[Span]) -> Iterator[EventMention]:
    """The meeting that a sentence tells of, where its parties leave one pair or one organisation."""
    sentence = reading.sentence
    if _WORDS.isdisjoint(reading.words):
        return
    if _BARRED.search(sentence.text):
        return
    for match in _MEETING.finditer(sentence.text):
        span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
        meetings = _meetings_of(_parties(reading, "person"), store)
        series = _series_of(reading, store) if match.group().endswith("summit") and not meetings else ()
        whole = _with_parties(span, reading)
        if (meetings or len(series) == 1) and not any(whole.overlaps(other) for other in taken):
            yield EventMention(whole, span, meetings, series, met=True)


def _with_parties(span: Span, reading: Reading) -> Span:
    """The span with the parties that stand right behind it."""
    for name in reading.names:
        behind = name.span.start >= span.end and bool(_ids(name, "person"))
        if behind and _TO_PARTY.match(reading.between(span.end, name.span.start)):
            span = Span(span.start, name.span.end)
    return span


def _parties(reading: Reading, kind: str) -> list[tuple[str, ...]]:
    """Whom the names of a kind may mean, each once, in text order."""
    return list(dict.fromkeys(ids for name in reading.names if (ids := _ids(name, kind))))


def _ids(name: EntityMention, kind: str) -> tuple[str, ...]:
    senses = name.of_kind(kind)
    return tuple(sorted({s.entity for s in senses})) if len(senses) == len(name.senses) else ()


def _meetings_of(persons: Sequence[tuple[str, ...]], store: Store) -> tuple[str, ...]:
    """The events that have both of two parties, each of whom a name may leave open."""
    if len(persons) != PAIR:
        return ()
    parties = _parties_of(store)
    return tuple(
        meeting
        for meeting, known in parties.items()
        if meeting.startswith("event/") and all(known.intersection(ids) for ids in persons)
    )


def _series_of(reading: Reading, store: Store) -> tuple[str, ...]:
    """The series of summits of the organisations that the sentence names."""
    orgs = {org for name in reading.names for org in name.ids("org")}
    parties = _parties_of(store).items()
    return tuple(m for m, known in parties if m.startswith("series/") and known & orgs)


@once_a_store
def _parties_of(store: Store) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for meeting, party in store.wordings("meeting_parties"):
        found.setdefault(meeting, set()).add(party)
    return {meeting: frozenset(parties) for meeting, parties in found.items()}
