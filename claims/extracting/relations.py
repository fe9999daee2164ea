"""Claims of every predicate that is worded in ``vocabulary/phrasings.csv``: who, what, and since when."""

import re
from collections.abc import Iterator, Sequence

from claims.extracting.claiming import make_claim
from claims.extracting.compile_figure import words_of
from claims.extracting.event_mentions import EventMention
from claims.extracting.implied import ReadSentence, fill_implied
from claims.extracting.mask import NUMBER_KINDS, TIME_KINDS, Item, Masked, mask_sentence
from claims.extracting.mentions import Reading
from claims.extracting.misread_relations import is_misread
from claims.extracting.name_parts import is_part
from claims.extracting.phrasings import Match, Phrasing, PhrasingIndex
from claims.extracting.relation_slots import (
    item_of,
    jurisdiction_of,
    name_cues,
    place_of,
    read_holder,
    read_subject,
    read_value,
)
from claims.extracting.say_aside import says_aside
from claims.extracting.superlatives import is_narrowed
from claims.extracting.titles import TitleMention
from claims.records import Claim, Shape, Slot, Span, TimeMention
from claims.values.quantities.find_quantities import may_hold_quantity

TIME_BOUNDARIES = ("start", "end", "elected", "whole")
"""Wordings with one of these give a time of the fact, which is what is checked."""
PLAIN_KINDS = ("body", "element")
"""Kinds of subject of which the wordings themselves say that no namesake is meant."""
_BOUND = "bound"
"""The cue of a claim whose wording gives the time that its value is of."""
TERM = "held_by"
"""The predicate whose boundaries make the shape *term* and not *office*."""


def read_relations(
    reading: Reading,
    events: Sequence[EventMention],
    titles: Sequence[TitleMention],
    index: PhrasingIndex,
    before: ReadSentence | None = None,
) -> Iterator[Claim]:
    """A claim for each wording found; of two that read the same value for the same predicate the one with its own time."""
    kinds = _kinds(reading, events, titles)
    phrasings = index.near(reading, kinds, kinds | _more_kinds(reading, events))
    if not phrasings:
        return
    masked = mask_sentence(reading, events, titles)
    found: dict[tuple[str, Span, Span], Claim] = {}
    here = ReadSentence(reading, events)
    for match in index.match(phrasings, masked):
        filled = fill_implied(match, masked, here, before)
        claim = _claim(*filled, reading) if filled else None
        if claim is None:
            continue
        key = (claim.predicate, claim.checked.span, claim.slots[0].span)
        if key not in found or _BOUND in claim.cues - found[key].cues:
            found[key] = claim
    yield from found.values()


def _kinds(
    reading: Reading, events: Sequence[EventMention], titles: Sequence[TitleMention]
) -> frozenset[str]:
    mentions = (*reading.names, *reading.anaphors)
    names = {sense.entity.partition("/")[0] for name in mentions for sense in name.senses}
    return frozenset(names | ({"office"} if titles else set()) | ({"edition"} if events else set()))


def _more_kinds(reading: Reading, events: Sequence[EventMention]) -> frozenset[str]:
    """Kinds of mark that a masked sentence may have beside those of entities; numbers are not yet read."""
    times = TIME_KINDS if reading.times else ()
    numbers = NUMBER_KINDS if may_hold_quantity(reading.sentence.text, reading.words) else ()
    return frozenset(("demonym", *times, *numbers, *(("event",) if events else ())))


def _claim(match: Match, masked: Masked, reading: Reading) -> Claim | None:
    phrasing = match.phrasing
    value = read_value(match, masked, reading)
    if (
        value is None
        or "subject" not in match.items
        or is_part(masked.items[match.items["subject"]], reading, words_of(phrasing.phrase))
    ):
        return None
    subject = masked.items[match.items["subject"]]
    if is_narrowed(match, masked) or is_misread(match, masked, reading):
        return None
    aside = says_aside(phrasing, subject.span, value.span, reading)
    if aside is None:
        return None
    slots = [
        read_subject(subject, phrasing),
        value,
        *read_holder(match, masked),
        *place_of(subject),
        *jurisdiction_of(subject),
    ]
    bound = masked.items[match.items["time"]].mention if "time" in match.items else None
    cues = {f"predicate:{phrasing.predicate.name}"} | aside
    if isinstance(bound, TimeMention):
        if phrasing.boundary == "whole" and _is_day(bound):
            return None  # nobody's whole term: "he was with the president on Friday"
        slots.append(Slot.of_time(bound))
        cues |= {_BOUND, phrasing.boundary or "during", f"relation:{bound.relation}"}
    else:
        slots += [Slot.of_time(time) for time in reading.times if not time.span.overlaps(value.span)]
    if phrasing.boundary:
        cues.add(phrasing.boundary)
    if _is_spoken(item_of(match, "value", masked), reading):
        cues.add(SPOKEN)
    if _PAST.search(masked.text, match.start, match.end):
        cues.add(PAST)
    checked = "time" if phrasing.boundary in TIME_BOUNDARIES else "value"
    if phrasing.predicate.subject_kind not in PLAIN_KINDS:
        cues |= name_cues(subject, "subject")
    cues |= name_cues(item_of(match, "value", masked), "value")
    apposed = _is_apposed(phrasing, subject.span, value.span, reading)
    return make_claim(
        reading, _shape(phrasing), phrasing.predicate.name, checked, slots, cues, apposed=apposed
    )


PAST = "past"
"""The cue of a wording whose verb tells of the past: "was the capital of"."""
_PAST = re.compile(r"\b(?:was|were|had)\b")
_STANDING = frozenset((Shape.GEOGRAPHY, Shape.STATISTIC, Shape.COUNT))
_VERBS = re.compile(
    r"\b(?:is|was|are|were|be|been|being|has|have|had|will|would|who|which|that|became|becomes|remains|remained)\b|\w{3,}ed\b",
    re.IGNORECASE,
)


def _is_apposed(phrasing: Phrasing, subject: Span, value: Span, reading: Reading) -> bool:
    """Whether one names the other without a verb, whatever the sentence plans or supposes: "will meet in Quito, the capital of Ecuador"."""
    between = reading.between(min(subject.end, value.end), max(subject.start, value.start))
    return Shape(phrasing.predicate.shape) in _STANDING and "," in between and not _VERBS.search(between)


def _is_day(time: TimeMention) -> bool:
    return any(reading.start is not None and reading.start == reading.end for reading in time.readings)


SPOKEN = "spoken"
"""The cue of a time told from the day on which somebody spoke, which need not be the article's: "he died this evening"."""


def _is_spoken(item: Item | None, reading: Reading) -> bool:
    if item is None or not isinstance(item.mention, TimeMention) or not item.mention.relative:
        return False
    return any(quote.covers(item.span) for quote in reading.quotes)


def _shape(phrasing: Phrasing) -> Shape:
    if phrasing.boundary in TIME_BOUNDARIES and phrasing.predicate.name == TERM:
        return Shape.TERM
    return Shape(phrasing.predicate.shape)
