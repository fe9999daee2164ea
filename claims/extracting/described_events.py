"""Events that are described: a head noun with somebody who takes part, "Moscow's invasion"; or its verb, "Russia invaded Ukraine"."""

import re

from claims.extracting.event_mentions import LIFE_HEADS, PARTICIPANT_KINDS, EventMention
from claims.extracting.mentions import Reading
from claims.records import Span
from claims.store.open import Store
from claims.values.names import Token

_OF = re.compile(r"^\s+(?:of|against|on|in)\s+(?:the\s+)?$", re.IGNORECASE)


class HeadIndex:
    """The nouns and verbs by which events are described: "invasion", "invaded"."""

    def __init__(self, store: Store) -> None:
        self._nouns = {wording: head for head, wording in store.wordings("event_heads") if " " not in wording}
        self._acts = {wording: head for head, wording in store.wordings("event_acts")}
        self.acts = frozenset(self._acts.values())
        self.words = self._nouns.keys() | self._acts.keys()

    def noun(self, word: str) -> str | None:
        """The head a noun stands for: "incursion" for ``invasion``."""
        return self._nouns.get(word)

    def act(self, word: str) -> str | None:
        """The head a verb stands for: "invaded" for ``invasion``."""
        return self._acts.get(word)


def find_described(token: Token, reading: Reading, heads: HeadIndex) -> EventMention | None:
    """A head noun with somebody who takes part, before it or after "of"; or its verb with who did or suffered it."""
    noun, act = heads.noun(token.key), heads.act(token.key)
    head = noun or act
    if head is None:
        return None
    owns, follows = (_OWNS, _OF) if noun else (_DOES, _SUFFERS)
    kinds = ("person",) if head in LIFE_HEADS else PARTICIPANT_KINDS
    parties = [n for n in reading.names if n.of_kind(*kinds)]
    before = [
        n
        for n in parties
        if owns.match(gap := reading.between(n.span.end, token.start)) or (noun and _LAUNCHES.match(gap))
    ]
    after = [n for n in parties if follows.match(reading.between(token.end, n.span.start))]
    if not before and not after:
        return None
    parts = tuple(dict.fromkeys(s.entity for n in (*before, *after) for s in n.of_kind(*kinds)))
    span = Span(
        min([token.start, *(n.span.start for n in before)]), max([token.end, *(n.span.end for n in after)])
    )
    return EventMention(span, span, head=head, participants=parts, begun=noun is None, act=head in heads.acts)


_LAUNCHES = re.compile(
    r"^\s(?:launched|began|started|mounted|unleashed|launches|launching|beginning)\s(?:its|his|her|their|the|an?)\s(?:[\w-]+\s){0,2}$"
)
"""Who began it: "Russia launched its full-scale invasion"."""
_OWNS = re.compile(r"^(?:['’]s?)?\s(?:\w+\s){0,1}$")

_DOES = re.compile(
    r"^,?\s(?:(?:who|which|that)\s)?(?:(?:was|were|is|had|has|been|first|fully|illegally|formally)\s){0,3}$"
)

_SUFFERS = re.compile(r"^\s(?:the\s)?$")
