"""A city with its country in apposition: "in Lyon, France"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claims.extracting.claiming import make_claim
from claims.extracting.mentions import Reading
from claims.records import Claim, EntityMention, Shape, Slot

PREDICATE = "in_country"
_AT = re.compile(
    r"\b(?:in|to|from|near|at|outside|around|(?:city|town|port|capital|suburbs?|outskirts|streets|resort) of)\s+$",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:^|[,;:—–(]|\b(?:and|but|or|when|while|as|that))[\s“\"‘]*(?:in|to|near|at|outside|around)\s+$|^from\s+$",
    re.IGNORECASE,
)
"""A preposition that opens a clause, so that what follows the city may be the clause's subject: "In Geneva, Iran said"."""
_STOPS = re.compile(r"^(?:[.;)!?]|$)")
_ENDS = re.compile(
    r"^(?:[.;)!?—–]|\s[—–-]\s|\s\(|$|\s(?:in|on|at|for|from|to|with|by|after|before|during|since|until|where|when|while|as|that|who"
    r"|which|this|last|next|earlier|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b)"
)
"""What may follow where the country ends the phrase, and no list goes on."""
_COMMA = re.compile(r"^,\s+(?:(?:and|or)\s+)?(?:the\s+)?(?P<word>[\w’'-]+)")
_NEVER = frozenset(("metonym", "demonym", "surname"))


def read_city_countries(reading: Reading) -> Iterator[Claim]:
    """A claim for each city that is followed by a country which can only be its own.

    What may be a list ("in Paris, Germany and Spain") or the subject of the sentence ("In Geneva, Iran said") is none.
    """
    for city, country in pairwise(reading.names):
        if reading.between(city.span.end, country.span.start) not in (", ", ","):
            continue
        if _is_city(city) and _is_country(country) and _is_apposition(city, country, reading):
            yield _claim(city, country, reading)


def _is_city(name: EntityMention) -> bool:
    """Whether the name may be a place's, and else only a club's; a capital may stand for its government."""
    kinds = {s.entity.partition("/")[0] for s in name.senses if s.alias_kind not in _NEVER}
    return "place" in kinds and kinds <= {"place", "org"}


def _is_country(name: EntityMention) -> bool:
    return all(s.entity.startswith("country/") and s.alias_kind not in _NEVER for s in name.senses)


def _is_apposition(city: EntityMention, country: EntityMention, reading: Reading) -> bool:
    sentence = reading.sentence.span
    before = reading.between(sentence.start, city.span.start)
    after = reading.between(country.span.end, sentence.end)
    if not _AT.search(before):
        return False
    if _OPENS.search(before):
        return bool(_STOPS.match(after))
    return bool(_ENDS.match(after)) or _closes(country, after, reading)


def _closes(country: EntityMention, after: str, reading: Reading) -> bool:
    """Whether a comma follows and no list goes on behind it: no other place, no name that may be one."""
    comma = _COMMA.match(after)
    if comma is None:
        return False
    start = country.span.end + comma.start("word")
    following = next((n for n in reading.names if n.span.start <= start < n.span.end), None)
    lists = bool(following and following.of_kind("place", "country"))
    joined = after[1 : comma.start("word")].split()
    return not lists and not (
        joined[:1] in (["and"], ["or"]) and (comma["word"][0].isupper() or "the" in joined)
    )


def _claim(city: EntityMention, country: EntityMention, reading: Reading) -> Claim:
    slots = [
        Slot("subject", city.span, city.text, city.ids("place")),
        Slot("value", country.span, country.text, country.ids("country")),
    ]
    cues = {f"predicate:{PREDICATE}"}
    return make_claim(reading, Shape.GEOGRAPHY, PREDICATE, "value", slots, cues, presupposed=True)
