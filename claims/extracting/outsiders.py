"""Countries that are said to act upon another's vote from outside: "Russian meddling in the 2016 presidential election"."""

import re

from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.store.open import Store

WITHIN_WORDS = 5
"""Words between the country and what it does: "Russia did in fact attempt to interfere"."""
_ACCUSES = re.compile(
    r"\b(?:accus\w+|blam\w+|sa(?:ys|id)|claim\w*|denounc\w+|warn\w+)\b|[.;:]", re.IGNORECASE
)


def find_outsiders(reading: Reading, store: Store) -> frozenset[str]:
    """The countries that meddle in something, by what follows their names in this sentence; all in it where it tells of collusion."""
    if reading.says(store.context_words("collusion")):
        return frozenset().union(*(countries_of_name(name, store) for name in reading.names))
    meddling = store.context_words("meddling")
    found: set[str] = set()
    for name in reading.names:
        after = reading.between(name.span.end, reading.sentence.span.end)
        words = re.findall(r"[\w-]+|[.;:]", after)[: WITHIN_WORDS + 1]
        acts = next((i for i, word in enumerate(words) if word.casefold() in meddling), None)
        if acts is not None and not _ACCUSES.search(" ".join(words[:acts])):
            found |= countries_of_name(name, store)
    return frozenset(found)
