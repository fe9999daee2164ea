"""Readings of an article -> the countries it is about: by name, by their cities, by who governs them."""

import re
from collections.abc import Iterable

from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.records import EntityMention
from claims.store.open import Store


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
    r"^(?:['’]s\s(?:claims?|remarks|comments|words|allegations?)|,?\s(?:said|says|added|adds|told|wrote|tweeted|argued|testified))\b"
)


def _is_anothers(name: EntityMention, reading: Reading) -> bool:
    """Whether what may be a town is part of a longer name or somebody's surname: "Cambridge Analytica", "George W.", "Flores said"."""
    if name.of_kind("country", "person") or not name.of_kind("place"):
        return False
    after = reading.token_after(name.span.end)
    joined = after is not None and after.capital and reading.between(name.span.end, after.start) == " "
    return joined or bool(_SPEAKS.match(reading.between(name.span.end, reading.sentence.span.end)))
