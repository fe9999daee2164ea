"""An event that the sentence before named and this one takes up: "The final was played in ...", "The summit, held in ...".

Only what opens its sentence with the article and a noun of the name itself, or one of ``vocabulary/taken_up.csv``, is taken for it, and "It"
before a verb of being held; and only where the sentence before names one event, of which "It" asks that it be the subject there. What was said there of its time goes with it, since that tells which edition was meant.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Span
from claims.store.open import Store
from claims.store.read_vocabulary import read_vocabulary

_IT = re.compile(r"^(?P<it>It)\s(?=(?:took\splace|was\s(?:held|staged|hosted|convened|signed))\b)")
_SUBJECT = re.compile(r"(?:The|This|Last\s\w+(?:['’]s)?)?\s?", re.IGNORECASE)
_OPENS = re.compile(
    r"^(?:The|That|This)\s(?P<noun>[A-Za-z]+)(?=\s(?:was|were|is|took|will|opened|began|closed|ended)\b|,\s(?:which|held|played|staged|hosted)\b)"
)


def name_again(
    reading: Reading,
    before: Reading,
    events: Sequence[EventMention],
    earlier: Sequence[EventMention],
    store: Store,
) -> EventMention | None:
    """The event of the sentence before that the first words of this one take up; None where they do not, or more may be meant."""
    opening = _OPENS.match(reading.sentence.text) or _IT.match(reading.sentence.text)
    if opening is None or len({_identity(event) for event in earlier}) != 1:
        return None
    meant = earlier[0]
    if (
        meant.told
        or meant.met
        or meant.head
        or meant.place
        or not _takes_up(opening, meant, reading, before, store)
    ):
        return None
    start = reading.sentence.span.start
    span = Span(start + opening.start(), start + len(opening.group().rstrip()))
    if any(event.span.overlaps(span) for event in events):
        return None
    times = tuple(
        time for time in before.times if time.relation == "at" and not time.span.overlaps(meant.span)
    )
    return replace(meant, span=span, name=span, year_span=None, times=times)


def _takes_up(
    opening: re.Match[str], meant: EventMention, reading: Reading, before: Reading, store: Store
) -> bool:
    """Whether the opening words stand for the event, by a noun of its name or of its kind, or as the subject that goes on."""
    noun = opening.groupdict().get("noun", "").casefold()
    if noun and noun in meant.name.of(before.article.text).casefold().split()[-1:]:
        return True
    if _may_be_another(reading):
        return False
    if not noun:
        opens = _SUBJECT.fullmatch(before.between(before.sentence.span.start, meant.span.start))
        rest = before.between(meant.span.end, before.sentence.span.end)
        return bool(opens) and not _OTHER.search(rest)
    families = {store.series[series].family for series in meant.series if series in store.series}
    return any(noun == word and family in families for family, word in read_vocabulary("taken_up"))


_OTHERWISE = re.compile(
    r"\b(?:will|would|may|can|last|next|previous\w*|ago|when|whenever|earlier|later|before|after|first|always|usually|often|again|there|since|years?|decades?)\b",
    re.IGNORECASE,
)
"""Words by which another edition than the one just named may be meant: "The Games were last held in Paris in 1924"."""
_OTHER = re.compile(r"\b(?:an?|another|its|their|his|her|the)\s", re.IGNORECASE)
"""What "it" may stand for instead: "The summit was preceded by a dinner. It was held in ...\"."""


def _may_be_another(reading: Reading) -> bool:
    """Whether the sentence is of another time than that of the one before."""
    return bool(_OTHERWISE.search(reading.sentence.text)) or any(not time.yearless for time in reading.times)


def _identity(event: EventMention) -> tuple[object, ...]:
    return event.entities, event.series, event.year, event.head
