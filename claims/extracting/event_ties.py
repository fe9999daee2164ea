"""Whether what is said beside an event is said of it: near enough, and with no other owner."""

import re
from dataclasses import replace

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import Span

FARTHEST = 160
"""Characters between an event and what is said of it; the patterns between never reach so far."""


def is_close(event: Span, other: Span) -> bool:
    """Whether two spans stand apart, and near enough for one to be said of the other."""
    return not event.overlaps(other) and max(other.start - event.end, event.start - other.end) <= FARTHEST


_AGENT = re.compile(
    r"^\s(?:by|with)\s(?:(?:an?|the|his|her|its|their|two|three|four|several)\s)?"
    r"(?:(?!(?:from|of|for|with|by|in|at|on|to|near|who|which|that|and|or|as|after|before|since|while|when)\b)(?![a-z]+(?:ed|ing)\b)[\w’'-]+\s){1,3}"
    r"(?=(?:in|at|near|outside|on)\s)"
)


def without_agent(gap: str) -> str:
    """What stands behind a told deed, less who did it and with what: "was killed by American commandos in"."""
    return _AGENT.sub(" ", gap)


_CLAUSE_START = r"^|[,;:—–“\"(]\s*|\b(?:when|that|because|while|until|as|and|but|where|since|said|says)\s+|(?:^|[,;]\s*)(?:after|before)\s+|\b(?:day|week|month|year|decade)s?\s+(?:after|before|since)\s+|\bsince\s+"

_DETERMINER = r"(?:the\s+|a\s+|an\s+|this\s+year['’]s\s+)?$"

_IS_SUBJECT = re.compile(rf"(?:{_CLAUSE_START}){_DETERMINER}", re.IGNORECASE)

_TEMPORAL = re.compile(
    rf"(?:{_CLAUSE_START}|\b(?:since|after|before|during|until|from|following)\s+"
    r"|\b(?:wake|aftermath|start|beginning|outbreak|end|horrors|chaos|days|weeks|months|years?)\s+of\s+)"
    rf"{_DETERMINER}",
    re.IGNORECASE,
)

_REDUCED = re.compile(
    r"^,?\s+(?:first\s+)?(?:held|staged|hosted|signed|adopted|concluded|agreed|reached|sealed|struck|ratified)\s+(?:in|on|at|by)\b",
    re.IGNORECASE,
)
"""A participle right after an event's name is said of it: "the Good Friday Agreement, signed in 1998"."""

_IN_EVENT = re.compile(r"\b(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)

_VIEWPOINT = re.compile(r"^(?:For|In|To)\s+(?:the\s+)?[A-Z][\w\s]*,?\s", re.UNICODE)

_COORDINATED = re.compile(r"\b(?:1[89]|20)\d\d(?:,|,?\s+(?:and|or|to))\s+$")
"""Several editions at once, "the 2018 and 2022 Winter Olympics": places and dates are shared out."""


def is_coordinated(before: str) -> bool:
    """Whether the words before an event end with the year of another edition."""
    return bool(_COORDINATED.search(before))


def tie_cues(reading: Reading, event: EventMention, tie: str) -> set[str]:
    """The cue ``loose`` where a time or place after the event may belong to another word.

    In "his support of the pact in 2014" the year is that of the support, and in "the inquiry into the
    bombing began in 2020" the inquiry began. ``tie`` is ``verb`` where a verb stands between, ``of`` in
    "the bombing of April 15", else ``adjacent``.
    """
    before = reading.between(reading.sentence.span.start, event.span.start)
    if is_coordinated(before):
        return {"loose"}
    if event.told or event.met:
        return set() if tie == "adjacent" else {"loose"}
    if _VIEWPOINT.match(before):
        return {"loose"}
    if tie == "of":
        return set()
    if tie == "verb":
        following = reading.between(event.span.end, reading.sentence.span.end)
        said_of_it = _IS_SUBJECT.search(before) or _REDUCED.match(following)
        return set() if said_of_it else {"loose"}
    firm = _TEMPORAL.search(before) or (not event.series and _IN_EVENT.search(before))
    return set() if firm else {"loose"}


_KIND = re.compile(
    r"^\s(?:(?:climate|leaders['’]?|global)\s)?(?:summit|conference|talks|meeting|gathering)\b(?!\s[A-Z])"
)


def with_noun(reading: Reading, event: EventMention) -> EventMention:
    """The mention of an edition with the noun that says what it is, where one follows its name: "the COP26 summit"."""
    after = reading.between(event.span.end, reading.sentence.span.end)
    kind = (
        _KIND.match(after) if event.series or any(e.startswith("edition/") for e in event.entities) else None
    )
    return replace(event, span=Span(event.span.start, event.span.end + kind.end())) if kind else event
