"""Titles of office in a sentence, parsed exactly: modifier, jurisdiction, title, and where they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.extracting.mentions import Reading
from claims.records import EntityMention, Span
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.values.names import Token, tokenise

JURISDICTION_KINDS = ("country", "org")
_OF = re.compile(r"^\s+of\s+(?:the\s+)?$", re.IGNORECASE)
_ADJOINS = re.compile(r"^(?:['’]s?)?[\s-]$")
_WHOSE = re.compile(r"^,\swhose\s$")


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A title with what belongs to it. ``span`` takes in modifier and jurisdiction."""

    span: Span
    titles: tuple[str, ...]
    jurisdictions: tuple[str, ...]
    effect: str
    capital: bool


class TitleIndex:
    """Title wordings by their first word, and the modifiers that may stand before one."""

    def __init__(self, store: Store) -> None:
        self._titles: dict[tuple[str, ...], list[str]] = {}
        for title, wording in store.wordings("titles"):
            key = tuple(token.key for token in tokenise(wording))
            self._titles.setdefault(key, []).append(title if title.startswith("title/") else f"title/{title}")
        self._lengths: dict[str, list[int]] = {}
        for words in sorted(self._titles, key=len, reverse=True):
            lengths = self._lengths.setdefault(words[0], [])
            if len(words) not in lengths:
                lengths.append(len(words))
        self._modifiers = {
            tokenise(wording)[-1].key: effect for wording, effect in store.wordings("title_modifiers")
        }

    def find(self, reading: Reading) -> list[TitleMention]:
        """The titles of a sentence in order."""
        mentions: list[TitleMention] = []
        tokens, free = reading.tokens, 0
        if self._lengths.keys().isdisjoint(reading.words):
            return mentions
        for position, token in enumerate(tokens):
            if token.key not in self._lengths or position < free:
                continue
            length, titles = self._match(reading, position)
            if titles:
                span = Span(token.start, tokens[position + length - 1].end)
                mentions.append(self._complete(reading, span, titles))
                free = position + length
        return mentions

    def _match(self, reading: Reading, position: int) -> tuple[int, tuple[str, ...]]:
        for length in self._lengths[reading.tokens[position].key]:
            window = reading.tokens[position : position + length]
            titles = self._titles.get(tuple(token.key for token in window))
            if titles and len(window) == length and not _is_parted(reading, window):
                return length, tuple(titles)
        return 1, ()

    def _complete(self, reading: Reading, title: Span, titles: tuple[str, ...]) -> TitleMention:
        capital = reading.article.text[title.start].isupper()
        start, effect = title.start, ""
        start, effect = self._take_modifiers(reading, start, effect)
        owner = _jurisdiction_before(reading, start)
        if owner:
            start, effect = self._take_modifiers(reading, owner.span.start, effect)
        owner = owner or _antecedent(reading, start)
        end, after = title.end, None if owner else _jurisdiction_after(reading, title.end)
        if after:
            owner, end = after, after.span.end
        effect = effect or self._suffix(reading, title.end)
        if _is_end_of_word(reading, title.start) and start == title.start:
            effect = "other"
        if owner is None and (_has_unknown_owner(reading, start) or _is_of_unknown(reading, title.end)):
            effect = "other"
        return TitleMention(
            Span(start, end), titles, owner.ids(*JURISDICTION_KINDS) if owner else (), effect, capital
        )

    def _take_modifiers(self, reading: Reading, start: int, effect: str) -> tuple[int, str]:
        """Move the start over the modifiers before it; the one farthest left decides."""
        token = reading.token_before(start)
        while (
            token
            and _ADJOINS.match(reading.between(token.end, start))
            and token.key in self._modifiers
            and not _is_verb(token, reading)
            and not _lacks_hyphen(token, reading)
            and not _is_in_name(token, reading)
        ):
            start, effect = token.start, self._stronger(effect, self._modifiers[token.key])
            token = reading.token_before(start)
        return start, effect

    def _suffix(self, reading: Reading, end: int) -> str:
        """The effect of a suffix: "president-elect", "ambassador-designate"."""
        token = reading.token_after(end)
        if (
            token
            and reading.between(end, token.start) in ("-", " ", "–")
            and token.key in ("elect", "designate")
        ):
            return self._modifiers.get(token.key, "future")
        return ""

    @staticmethod
    def _stronger(one: str, other: str) -> str:
        """Which of two effects decides: one that makes it another office, then time, then acting."""
        order = ("other", "future", "past", "acting", "current", "")
        return min(one, other, key=lambda effect: order.index(effect) if effect in order else 0)


def _lacks_hyphen(token: Token, reading: Reading) -> bool:
    """Whether the word is no end of "one-time" or "would-be": "in the time President Obama has left"."""
    return token.key in _HYPHENED and reading.between(token.start - 1, token.start) not in ("-", "–")


def _is_parted(reading: Reading, window: Sequence[Token]) -> bool:
    """Whether a dash stands between the words: "WASHINGTON – Secretary of State Ng"."""
    gaps = (reading.between(left.end, right.start) for left, right in pairwise(window))
    return any("–" in gap or "—" in gap or " -" in gap for gap in gaps)


_HYPHENED = frozenset(("time", "be"))
_PARTICIPLES = frozenset(
    (
        "elected",
        "ousted",
        "deposed",
        "exiled",
        "retired",
        "impeached",
        "dismissed",
        "jailed",
        "murdered",
        "defeated",
    )
)
_BE = frozenset(
    (
        "was",
        "were",
        "is",
        "been",
        "being",
        "be",
        "re",
        "got",
        "have",
        "has",
        "had",
        "first",
        "then",
        "again",
        "narrowly",
    )
)


def _is_verb(token: Token, reading: Reading) -> bool:
    """Whether the word is part of a verb and no modifier: "was elected president"."""
    before = reading.token_before(token.start)
    return token.key in _PARTICIPLES and before is not None and before.key in _BE


def _is_in_name(token: Token, reading: Reading) -> bool:
    """Whether the word is part of whose the title is: "European Commission President"."""
    return any(
        name.of_kind(*JURISDICTION_KINDS) and name.span.start <= token.start < name.span.end
        for name in reading.names
    )


SHORTEST_ACRONYM = 2
"""Letters; "US" is in the store, and "I" is no acronym."""


def _has_unknown_owner(reading: Reading, start: int) -> bool:
    """Whether a capitalised word that is no common one stands right before: "California Attorney General"."""
    token = reading.token_before(start)
    if token is None or not token.capital or reading.between(token.end, start) not in (" ", "’s ", "'s "):
        return False
    acronym = reading.between(token.start, token.end)
    if acronym.isupper() and len(acronym) > SHORTEST_ACRONYM and not _is_in_name(token, reading):
        return True  # "LULAC President", also at the start of a sentence
    named = any(name.span.start <= token.start < name.span.end for name in reading.names)
    return named or token.start != reading.sentence.span.start or reading.between(token.end, start) != " "


def _is_end_of_word(reading: Reading, start: int) -> bool:
    """Whether the title is only the end of another: "editor-in-chief"."""
    return reading.between(start - 1, start) in ("-", "–") and start > reading.sentence.span.start


_OF_UNKNOWN = re.compile(
    r"^\s+of\s+(?:the\s+|an?\s+|his\s+|her\s+|its\s+)?(?!(?:country|nation|republic|state|government|day|time|day)\b)\w",
    re.IGNORECASE,
)


def _is_of_unknown(reading: Reading, end: int) -> bool:
    """Whether the title is of something that is no country and no organisation of the store: "president of the club"."""
    return bool(_OF_UNKNOWN.match(reading.between(end, reading.sentence.span.end)))


def _jurisdiction_before(reading: Reading, start: int) -> EntityMention | None:
    return next(
        (
            name
            for name in reversed(reading.names)
            if name.span.end <= start
            and name.of_kind(*JURISDICTION_KINDS)
            and _ADJOINS.match(reading.between(name.span.end, start))
        ),
        None,
    )


def _antecedent(reading: Reading, start: int) -> EntityMention | None:
    """Whose a title is that follows on "whose": "the World Bank, whose president, A, said"."""
    return next(
        (
            name
            for name in reversed(reading.names)
            if name.span.end <= start
            and name.of_kind(*JURISDICTION_KINDS)
            and _WHOSE.match(reading.between(name.span.end, start))
        ),
        None,
    )


def _jurisdiction_after(reading: Reading, end: int) -> EntityMention | None:
    return next(
        (
            name
            for name in reading.names
            if name.span.start >= end
            and name.of_kind(*JURISDICTION_KINDS)
            and not name.alias_kinds() <= {"demonym"}
            and _OF.match(reading.between(end, name.span.start))
        ),
        None,
    )


@once_a_store
def titles_of(store: Store) -> TitleIndex:
    """The title index of a store, made once."""
    return TitleIndex(store)
