"""Wordings that look like a relation and say something else: a day's anniversary, a part of somebody, another office."""

import re

from claims.extracting.mask import Item, Masked
from claims.extracting.mentions import Reading
from claims.extracting.name_parts import is_part
from claims.extracting.phrasings import Match, Phrasing
from claims.extracting.relation_slots import item_of
from claims.extracting.titles import TitleMention
from claims.records import TimeMention

RECORD = "record"
"""The subject of counts of titles: a winner in a series; the text names both, and the series is read as the subject."""


def is_misread(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether a wording was found in words that say something else."""
    subject, value = masked.items[match.items["subject"]], item_of(match, "value", masked)
    return (
        _is_anniversary(value, reading)
        or _is_loosely_dated(value, match.phrasing)
        or _is_nowadays(value, reading)
        or _is_passive(match, masked, reading)
        or _is_another_office(subject, reading)
        or _is_dependent(subject, match.phrasing, reading)
        or _is_part_of_name(match, masked, reading)
        or _is_dated_by_another_verb(match, masked, reading)
    )


_OTHER_VERB = re.compile(
    r"^\s\S+\s(?:\S+\s)*?(?:\w{2,}ed|found|made|written|built|born|held|begun|given|done|seen|said|set|taken|told|shown|sold|fought|drawn|led|lost|bought)\s(?:in|on)\s(?:the\s)?$"
)


def _is_dated_by_another_verb(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether a verb behind both subject and value has the time: "won the prize for a particle found in 2012"."""
    time, value = item_of(match, "time", masked), item_of(match, "value", masked)
    if time is None or value is None or " * " not in match.phrasing.phrase:
        return False
    start = max(masked.items[match.items["subject"]].span.end, value.span.end)
    return _OTHER_VERB.search(reading.between(start, time.span.start)) is not None


_WORDS_OF_ITS_OWN = re.compile(r"[a-z]{2}")
_SLOTS = re.compile(r"\[[^\]]*\]")


def _is_loosely_dated(value: Item | None, phrasing: Phrasing) -> bool:
    """Whether a relative time only stands beside a name: "last week's State of the Union" tells of no film's release."""
    relative = value is not None and isinstance(value.mention, TimeMention) and value.mention.relative
    return relative and _WORDS_OF_ITS_OWN.search(_SLOTS.sub("", phrasing.phrase)) is None


_NOWADAYS = re.compile(
    r",\s+(?:today|now)\s+(?:in|on|of|near|part|the|an?|called|known|belonging)\b", re.IGNORECASE
)


def _is_nowadays(value: Item | None, reading: Reading) -> bool:
    """Whether a time says what a place is by now: "born in Freiberg, today in the Czech Republic"."""
    if value is None or not isinstance(value.mention, TimeMention):
        return False
    return _NOWADAYS.match(reading.article.text, max(0, value.mention.span.start - 2)) is not None


_AUXILIARY = re.compile(r"\b(?:was|were|is|are|been|being|be|and|who|not)\s+$", re.IGNORECASE)


def _is_passive(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether what looks like "born in Ulm, Albert Einstein" is the end of "she was born in Ulm, Albert Einstein said"."""
    phrase = match.phrasing.phrase
    if phrase.startswith("[") or not phrase.endswith(", [subject]"):
        return False
    return bool(_AUXILIARY.search(reading.between(reading.sentence.span.start, masked.origin(match.start))))


_THIS_DAY = re.compile(r"(?:this\s+(?:very\s+)?(?:day|week|month)|today)", re.IGNORECASE)
_IN_YEAR = re.compile(r"^,?\s(?:back\s)?in\s(?:1[89]|20)\d\d\b")


def _is_anniversary(item: Item | None, reading: Reading) -> bool:
    """Whether a day is that of the article in another year: "on this day in 1975"."""
    if item is None or not isinstance(item.mention, TimeMention):
        return False
    following = reading.between(item.span.end, reading.sentence.span.end)
    return bool(_THIS_DAY.fullmatch(item.mention.text) and _IN_YEAR.match(following))


_OF_SOMETHING = re.compile(r"^\s(?:of|at|for)\s")


def _is_another_office(item: Item, reading: Reading) -> bool:
    """Whether a title is held for a time only, or belongs to something we cannot name ("president of the club")."""
    mention = item.mention
    if not isinstance(mention, TitleMention):
        return False
    following = reading.between(item.span.end, reading.sentence.span.end)
    return mention.effect == "acting" or (not mention.jurisdictions and bool(_OF_SOMETHING.match(following)))


_DEPENDENT_KINDS = frozenset(("person", "org", "work"))
_COPIES = re.compile(
    r"\b(?:editions?|sales|cop(?:y|ies)|prints?|manuscripts?|fans?|readers?)\s+$", re.IGNORECASE
)
"""Of whose work the same is said: copies of a novel were written by whoever wrote the novel."""
_OF = re.compile(r"\bof(?:\s+(?:the|a|an|late|former|then|[A-Z][\w.]*)){0,4}\s+$")


def _is_dependent(item: Item, phrasing: Phrasing, reading: Reading) -> bool:
    """Whether what is said is said of somebody's or something's part: "the father of Barack Obama was born"."""
    if not phrasing.phrase.startswith("[subject] ") or phrasing.phrase.startswith(
        ("[subject] 's", "[subject] , whose")
    ):
        return False
    before = reading.between(reading.sentence.span.start, item.span.start)
    found = _OF.search(before)
    if phrasing.predicate.subject_kind not in _DEPENDENT_KINDS or found is None:
        return False
    related = _WHO.match(reading.between(item.span.end, reading.sentence.span.end))
    return not (_COPIES.search(before[: found.start()]) or (related and _HIS.search(before[: found.start()])))


_WHO = re.compile(r",\swho\s")
_HIS = re.compile(
    r"\b(?:death|birth|murder|assassination|funeral|life|works|plays|novels|music|paintings|legacy|reign|rule)\s+$",
    re.IGNORECASE,
)
"""Of whom more is told behind what is no person: "the death of William Shakespeare, who was born"."""


def _is_part_of_name(match: Match, masked: Masked, reading: Reading) -> bool:
    """Whether the holder of titles is only part of a longer name."""
    item = item_of(match, "holder", masked)
    return item is not None and match.phrasing.predicate.subject_kind == RECORD and is_part(item, reading)
