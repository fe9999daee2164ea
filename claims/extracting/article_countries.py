"""Readings of an article -> the countries it is about: by name, by their cities, by who governs them."""

import re
from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.records import EntityMention
from claims.store.open import Store
from claims.values.names import Token


def countries_of_article(readings: Iterable[Reading], store: Store) -> frozenset[frozenset[str]]:
    """For each name that may speak of a country, all those it may speak of."""
    names = {
        (name.text, name.senses): name
        for reading in readings
        for name in reading.names
        if not _is_anothers(name, reading)
    }
    return frozenset(filter(None, (countries_of_name(name, store) for name in names.values())))


_SPEAKS = re.compile(
    r"^(?:['’]s\s(?:claims?|remarks|comments|words|allegations?)|,?\s(?:said|says|added|adds|told|wrote|tweeted|argued|testified|emailed|tweets|won|lost|conceded|campaigned|declined|testifies))\b"
)


def _is_anothers(name: EntityMention, reading: Reading) -> bool:
    """Whether what may be a town or a leader's surname is part of a longer name: "Cambridge Analytica", "George W.", "Kim Novak".

    A town may also be somebody's surname: "Flores said".
    """
    surname = name.alias_kinds() == {"surname"}
    if not surname and (name.of_kind("country", "person") or not name.of_kind("place")):
        return False
    before, after = reading.token_before(name.span.start), reading.token_after(name.span.end)
    joined = after is not None and after.capital and reading.between(name.span.end, after.start) == " "
    joined = joined or (before is not None and _is_unknown_name(before, name, reading))
    return joined or (
        not surname and bool(_SPEAKS.match(reading.between(name.span.end, reading.sentence.span.end)))
    )


def _is_unknown_name(token: Token, name: EntityMention, reading: Reading) -> bool:
    """Whether the word right before a name is another one that the store does not know: "Sarah Isgur Flores"."""
    joined = token.capital and reading.between(token.end, name.span.start) == " "
    inside = any(other.span.start <= token.start < other.span.end for other in reading.names)
    return joined and not inside and token.start > reading.sentence.span.start
