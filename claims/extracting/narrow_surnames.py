"""Surnames that stand alone -> the persons whom the article names in full; none of the store's where it names a stranger."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from claims.extracting.mentions import Reading
from claims.extracting.plain_words import is_plain_word
from claims.records import EntityMention, Sense

SURNAME = "surname"


def narrow_surnames(
    readings: Sequence[Reading], named: Mapping[str, tuple[str, ...]], holds_office: Callable[[str], bool]
) -> None:
    """Narrow the surnames of the readings to those in ``named``: persons by the key of their last name.

    "President Obama" is nobody who never held an office (``holds_office``), whoever of the name is named in full.
    Where the article has nobody of the store in full but "Bubba Wallace", no "Wallace" is the store's one.
    """
    strangers = {key for reading in readings for key in _strangers(reading)} - named.keys()
    for reading in readings:
        if _has_surname(reading):
            reading.names = tuple(_narrowed(reading, named, strangers, holds_office))


def _has_surname(reading: Reading) -> bool:
    """Whether a name of the sentence is nothing but a surname."""
    return any(name.alias_kinds() == {SURNAME} for name in reading.names)


def _narrowed(
    reading: Reading,
    named: Mapping[str, tuple[str, ...]],
    strangers: set[str],
    holds_office: Callable[[str], bool],
) -> Iterator[EntityMention]:
    for name in reading.names:
        key = _key(name, reading) if name.alias_kinds() == {SURNAME} else ""
        if key in named and has_title(reading, name.span.start) and not any(map(holds_office, named[key])):
            yield name
        elif key in named:
            yield replace(name, senses=tuple(Sense(entity, SURNAME) for entity in named[key]))
        elif key not in strangers:
            yield name


TITLED = frozenset(
    ("president", "secretary", "senator", "sen", "governor", "gov", "chancellor", "minister", "mayor")
)


def has_title(reading: Reading, start: int) -> bool:
    """Whether the title of an office stands right before a position."""
    token = reading.token_before(start)
    between = reading.between(token.end, start) if token else ""
    return token is not None and token.capital and token.key in TITLED and between in (" ", ". ")


def _key(name: EntityMention, reading: Reading) -> str:
    """The key of the last word of a name."""
    return next((token.key for token in reversed(reading.tokens) if token.end == name.span.end), "")


def _strangers(reading: Reading) -> Iterator[str]:
    """Surnames of the store that stand after a first name which makes them somebody else's."""
    if not _has_surname(reading) or _is_headline(reading):
        return
    alone = {name.span.start: name for name in reading.names if name.alias_kinds() == {SURNAME}}
    taken = [*(name.span for name in reading.names), *(time.span for time in reading.times)]
    for left, right in pairwise(reading.tokens):
        if (
            left.capital
            and right.start in alone
            and reading.between(left.end, right.start) in (" ", ". ")
            and not is_plain_word(left.key)
            and not any(span.start <= left.start < span.end for span in taken)
        ):
            yield right.key


def _is_headline(reading: Reading) -> bool:
    """Whether most words have capitals, so that a capital tells nothing."""
    return sum(token.capital for token in reading.tokens) * 2 > len(reading.tokens)
