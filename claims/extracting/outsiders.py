"""Countries that are outside: they act upon another's vote ("Russian meddling in the 2016 presidential election"), or lie beyond its border."""

import re

from claims.extracting.mentions import Reading
from claims.extracting.name_countries import countries_of_name
from claims.records import EntityMention
from claims.store.open import Store

WITHIN_WORDS = 8
"""Words between the country and what it does: "Russia did in fact attempt to interfere"."""
_ACCUSES = re.compile(
    r"\b(?:accus(?!ed\sof\b)\w+|blam\w+|sa(?:ys|id)|claim\w*|denounc\w+|warn\w+|(?<!\bfor )(?<!\bover )its|own|by|and\s(?:of|about|on|for))\b|[.;:]",
    re.IGNORECASE,
)


def find_outsiders(reading: Reading, store: Store) -> frozenset[str]:
    """The countries that meddle in something, by what follows their names in this sentence; all in it where it tells of collusion."""
    if reading.says(store.context_words("collusion")):
        return frozenset().union(*(countries_of_name(name, store) for name in reading.names))
    meddling = store.context_words("meddling")
    found: set[str] = set()
    lands = [name for name in reading.names if countries_of_name(name, store)]
    for name in lands:
        after = reading.between(name.span.end, reading.sentence.span.end)
        words = re.findall(r"[\w-]+|[.;:]", after)[: WITHIN_WORDS + 1]
        if _WARNED.search(reading.between(reading.sentence.span.start, name.span.start)):
            continue
        if _BORDER.match(after):
            found |= countries_of_name(name, store)
        acts = next((i for i, word in enumerate(words) if word.casefold() in meddling), None)
        if acts is None or _ACCUSES.search(" ".join(words[:acts])):
            continue
        if not _speaks_of_another(name, words[:acts], lands, reading):
            found |= countries_of_name(name, store)
    return frozenset(found)


_WARNED = re.compile(r"\b(?:warn|tell|told|alert|brief|advis|remind)\w*\s(?:the\s)?$", re.IGNORECASE)
"""Who is warned of meddling is not the one who does it: "warned France of meddling"."""
_BORDER = re.compile(r"^\s(?:border|frontier)\b")
"""What lies at a border with the country is not in it: "seats along the Mexico border"."""
_JOINED = re.compile(r"^(?:,|\s(?:and|or)|,?\s(?:and\s)?not)?\s?(?:the\s)?$")


def _speaks_of_another(
    name: EntityMention, words: list[str], lands: list[EntityMention], reading: Reading
) -> bool:
    """Whether another stands between, which does it: "Mr. Ng spoke of Russian meddling"; "Russia and China interfere" do it together."""
    following = next((other for other in lands if other.span.start >= name.span.end), None)
    if following is None or following.text.split()[0] not in words:
        return False
    return not _JOINED.match(reading.between(name.span.end, following.span.start))
