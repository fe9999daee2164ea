"""Whether a person whom a text names in full may be somebody else than the store's one of that name."""

import re

from claims.judging.namesakes import is_called_member, is_sole_bearer
from claims.records import Claim, Fact
from claims.store.open import Store
from claims.values.names import name_key

COMMON = 0.1
"""Bearers of a name that its parts let expect among the store's persons, from which on it may be a stranger's.

The store knows one in many of those whom the news names: "Gordon Brown" comes to 0.18, "John Miller" to 2.3, "Tony Blair" to 0.04.
"""
MOST_FACTS = 200
"""Facts of a person that are looked at for what else the text says of them."""
PLAIN = frozenset(("country", "person", "place"))
"""Kinds whose names in a text do not tell that this one is meant: many were born in Ohio."""

_AFTER = re.compile(
    r"\s*,?\s*(?:\(?\d{1,3}\)?\s*,\s*)?(?:who\s+)?(?:(?:is|was|works?|worked)\s+)?(?:as\s+)?(?:an?|the)\s+((?:[\w’'-]+ ){0,4}[\w’'-]+)"
)
_BEFORE = re.compile(r"(?<!\w)([a-z’'-]+)(?: named)?,? $")


def may_be_stranger(claim: Claim, person: str, text: str, store: Store) -> bool:
    """Whether the text introduces the person as somebody in private life, or the name is common and nothing else in the text is theirs.

    ``text`` is that of the article.
    """
    if is_sole_bearer(person, store):
        return False
    if is_private(_names(claim, person, store), text, store):
        return True
    return (
        store.expected_bearers(store.name(person)) >= COMMON
        and not is_spoken_of(person, text, store)
        and not is_called_member(person, text, store)
    )


def _names(claim: Claim, person: str, store: Store) -> tuple[str, ...]:
    """The names that the text may have for the person: as it stands in the claim, and in full."""
    slot = claim.slot("subject") or claim.slot("person")
    own = slot.text if slot is not None and " " in slot.text else ""
    return tuple(dict.fromkeys(filter(None, (own, store.name(person)))))


def is_private(names: tuple[str, ...], text: str, store: Store) -> bool:
    """Whether a text introduces one of the names by what a person in private life is: "John Miller, a plumber", "the victim, John Miller".

    The words are the list ``private``.
    """
    private = store.word_list("private")
    for name in names:
        for match in re.finditer(rf"\b{re.escape(name)}\b", text):
            after = _AFTER.match(text, match.end())
            before = _BEFORE.search(text[max(0, match.start() - 60) : match.start()])
            told = [*(after[1].split() if after else ()), *(before.groups() if before else ())]
            if not private.isdisjoint(word.casefold() for word in told):
                return True
    return False


def is_spoken_of(person: str, text: str, store: Store) -> bool:
    """Whether a text names something else that the person had to do with: an office, a party, a team, a film, a prize."""
    words = f" {name_key(text)} "
    return any(f" {name} " in words for name in _ties(person, store))


def _ties(person: str, store: Store) -> frozenset[str]:
    facts = (*store.about(person), *store.mentioning(person, MOST_FACTS))
    entities = {entity for fact in facts for entity in _others(person, fact, store)}
    return frozenset(name_key(store.name(entity)) for entity in entities) - {""}


def _others(person: str, fact: Fact, store: Store) -> set[str]:
    """The entities of a fact that are not the person, with the title of an office."""
    ends = {end for end in (fact.subject, fact.value) if "/" in end and end != person and store.has(end)}
    titles = {f.value for end in ends if end.startswith("office/") for f in store.facts(end, "office_title")}
    return {entity for entity in ends | titles if entity.partition("/")[0] not in PLAIN}
