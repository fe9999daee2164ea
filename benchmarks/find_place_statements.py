"""Sentences -> statements of the country of a city: "Lyon, France"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from claims.values.names import name_key
from known_names import KnownNames
from statement import Passage, Statement

WRONG = (
    "Belgium",
    "Canada",
    "Chile",
    "Egypt",
    "Germany",
    "India",
    "Italy",
    "Mexico",
    "Poland",
    "Spain",
    "Thailand",
    "Turkey",
)


def find_place_statements(passage: Passage, known: KnownNames) -> Iterator[Statement]:
    """The country after a city's name, where no place of that name lies in the wrong one."""
    for match in _pattern(known).finditer(passage.text):
        country = known.countries[match["country"]]
        senses = known.store.names.senses(name_key(match["city"]))
        places = {s.entity for s in senses if s.entity.startswith("place/")}
        lands = {f.value for place in places for f in known.store.facts(place, "in_country")}
        if country in lands:
            wrong = tuple(name for name in WRONG if known.countries[name] not in lands)
            span = passage.span(*match.span("country"))
            yield Statement("event_place", "country of a city", span, (match["country"],), wrong)


@lru_cache(maxsize=4)
def _pattern(known: KnownNames) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(known.countries, key=len, reverse=True))
    return re.compile(
        rf"\b(?:in|to|from|near|at) (?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), (?P<country>{names})\b(?! [A-Z])"
    )
