"""Whether a place that a text names may be another one of that name."""

import re
from collections.abc import Iterator

from claims.records import Claim
from claims.store.open import Store
from claims.store.predicates import Predicate
from claims.values.names import name_key

PLACES = ("country/", "place/")


def may_be_other_place(claim: Claim, place: str, predicate: Predicate, text: str, store: Store) -> bool:
    """Whether the name may mean another place that such a thing is said of: Georgia the state, which has a capital and people too.

    A city within the country whose name it shares (Luxembourg, Panama) is no other one for what only a country has. ``text`` is that of the
    article: where it speaks of "Peru, Indiana", Peru is no country in it.
    """
    slot = claim.slot("subject")
    if slot is None:
        return False
    if any(_lies_elsewhere(entity, place, store) for entity in _set_in(slot.text, text, store)):
        return True
    names = {sense.entity for sense in store.names.senses(name_key(slot.text))}
    others = {entity for entity in names - {place} if entity.startswith(PLACES)}
    if predicate.value_kind != "number":
        others = {entity for entity in others if not _lies_in(entity, place, store)}
    return bool(others)


def _set_in(name: str, text: str, store: Store) -> Iterator[str]:
    """The places, countries aside, that stand right after the name and a comma."""
    for match in re.finditer(rf"\b{re.escape(name)}, ((?:[A-Z][\w.’'-]* ?){{1,3}})", text):
        words = match[1].split()
        for count in range(len(words), 0, -1):
            found = [sense.entity for sense in store.names.senses(name_key(" ".join(words[:count])))]
            yield from (entity for entity in found if entity.startswith("place/"))


def _lies_elsewhere(entity: str, place: str, store: Store) -> bool:
    """Whether a place is known to lie in another country than the one named, or than the country that it lies in."""
    own = {place} if place.startswith("country/") else {f.value for f in store.facts(place, "in_country")}
    there = {f.value for f in store.facts(entity, "in_country")}
    return bool(there) and there.isdisjoint(own)


def _lies_in(entity: str, place: str, store: Store) -> bool:
    either = ((entity, place), (place, entity))
    return any(f.value == outer for inner, outer in either for f in store.facts(inner, "in_country"))
