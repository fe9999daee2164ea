"""An event that the sentence before named and this one takes up: "The final was played in ...", "The summit, held in ...".

Only what opens its sentence with the article and a noun of the name itself is taken for it, and only where the sentence
before names one event. What was said there of its time goes with it, since that tells which edition was meant.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Span

_OPENS = re.compile(
    r"^(?:The|That|This)\s(?P<noun>[A-Za-z]+)(?=\s(?:was|were|is|took|will|opened|began|closed|ended)\b|,\s(?:which|held|played|staged|hosted)\b)"
)


def name_again(
    reading: Reading, before: Reading, events: Sequence[EventMention], earlier: Sequence[EventMention]
) -> EventMention | None:
    """The event of the sentence before that the first words of this one take up; None where they do not, or more may be meant."""
    opening = _OPENS.match(reading.sentence.text)
    if opening is None or len({_identity(event) for event in earlier}) != 1:
        return None
    meant = earlier[0]
    words = meant.name.of(before.article.text).casefold().split()
    if meant.told or meant.met or meant.head or meant.place or opening["noun"].casefold() not in words[-1:]:
        return None
    start = reading.sentence.span.start
    span = Span(start + opening.start(), start + opening.end())
    if any(event.span.overlaps(span) for event in events):
        return None
    times = tuple(
        time for time in before.times if time.relation == "at" and not time.span.overlaps(meant.span)
    )
    return replace(meant, span=span, name=span, year_span=None, times=times)


def _identity(event: EventMention) -> tuple[object, ...]:
    return event.entities, event.series, event.year, event.head
