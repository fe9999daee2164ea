"""What a wording leaves out because it was named before: "Kazuo Ishiguro won it in 2017", "a member since 1949"."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from claims.extracting.anaphors import RESOLVED
from claims.extracting.antecedents import find_antecedents
from claims.extracting.compile_phrase import IMPLIED_SUBJECT, IMPLIED_TEAM, IMPLIED_VALUE, subject_kinds
from claims.extracting.event_mentions import EventMention
from claims.extracting.mask import Item, Masked
from claims.extracting.mentions import Reading
from claims.extracting.phrasings import Match
from claims.records import EntityMention, Sense, Span

VALUE_KIND = "org"
"""What a value that is left out may be: the body that somebody is a member of."""


class ReadSentence(NamedTuple):
    """A sentence with the events that it speaks of."""

    reading: Reading
    events: Sequence[EventMention]


_ROLES = (
    (IMPLIED_SUBJECT, "subject", "value"),
    (IMPLIED_TEAM, "subject", "value"),
    (IMPLIED_VALUE, "value", "subject"),
)
"""Sign, the role that is left out, and the one that stands where it would."""


def fill_implied(
    match: Match, masked: Masked, here: ReadSentence, before: ReadSentence | None
) -> tuple[Match, Masked] | None:
    """The match with what its wording leaves out; itself where it leaves out nothing, None where nothing fits."""
    for sign, role, anchor in _ROLES:
        if sign not in match.phrasing.phrase.split():
            continue
        beside = masked.items[match.items[anchor]]
        kinds = subject_kinds(match.phrasing.phrase, match.phrasing.predicate)
        item = _imply(kinds if role == "subject" else (VALUE_KIND,), beside, here, before)
        if item is None:
            return None
        filled = replace(match, items={**match.items, role: len(masked.items)})
        return filled, replace(masked, items=(*masked.items, item))
    return match, masked


def _imply(
    kinds: tuple[str, ...], beside: Item, here: ReadSentence, before: ReadSentence | None
) -> Item | None:
    if kinds == ("edition",):
        return _series(beside.span, here, before)
    span = Span(beside.span.start, beside.span.start)
    events = [event.span for part in (here, before) if part for event in part.events]
    earlier = before.reading if before else None
    found = find_antecedents("|".join(kinds), span, here.reading, earlier, events=events)
    if len(found) != 1:
        return None
    senses = tuple(Sense(entity, RESOLVED) for entity in found[0])
    return Item(beside.span, kinds, EntityMention(beside.span, "", senses))


def _series(beside: Span, here: ReadSentence, before: ReadSentence | None) -> Item | None:
    """The one contest or award that is named before in the sentence, else in the sentence before, of no year."""
    inside = [event for event in here.events if event.series and event.span.end <= beside.start]
    earlier = [event for event in before.events if event.series] if before else []
    meant = inside or earlier
    if len({event.series for event in meant}) != 1:
        return None
    mention = EventMention(beside, beside, series=meant[0].series, weak=meant[0].weak)
    return Item(beside, ("edition",), mention)
