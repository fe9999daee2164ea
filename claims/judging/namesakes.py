"""Whether a person of the store may be somebody else of the same name."""

import re

from claims.store.open import Store
from claims.values.names import name_key

SLIP_YEARS = 10
"""A wrong age or year of birth this near the right one is a slip; one farther off may be a namesake's."""


def is_sole_bearer(entity: str, store: Store) -> bool:
    """Whether the store says that texts mean nobody and nothing else by the entity's names."""
    return bool(store.facts(entity, "sole_bearer"))


def is_noted(person: str, store: Store) -> bool:
    """Whether a person is renowned, held an office or won something, so that the bare name means this one.

    The list ``noted_for`` has the predicates whose values the news names without saying who they are. A seat in a
    parliament is none of them: many of its holders bear a common name.
    """
    return (
        bool(store.facts(person, "renown"))
        or is_sole_bearer(person, store)
        or any(
            store.facts_with_value(predicate, person) for predicate in sorted(store.word_list("noted_for"))
        )
    )


def is_at_home(person: str, article: str, store: Store) -> bool:
    """Whether a text speaks of a body that the person served in: a Mike Lee beside "the Senate" is the senator."""
    words = set(name_key(article).split())
    bodies = {fact.value for fact in store.facts(person, "served_in")}
    return any(
        (core := set(name_key(store.name(body)).split()) - _COUNTRY_WORDS) and core <= words
        for body in bodies
    )


_COUNTRY_WORDS = frozenset(("the", "of", "united", "states", "state", "u", "s", "us"))
"""Words in the names of bodies that a text of their own country leaves out."""


def is_called_member(person: str, text: str, store: Store) -> bool:
    """Whether the text calls the person by full name a member of a body that the person served in: "Sen. Mike Lee", "Mike Lee, a U.S. senator".

    The words for its members are the list ``members_of_`` with the body's own word.
    """
    words = {
        word
        for fact in store.facts(person, "served_in")
        for core in name_key(store.name(fact.value)).split()
        for word in store.word_list(f"members_of_{core}")
    }
    if not words:
        return False
    member = "|".join(map(re.escape, sorted(words)))
    name = re.escape(store.name(person))
    before, behind = rf"\b(?:{member})\.?\s{name}\b", rf"\b{name}\b{_BETWEEN}\b(?:{member})\b"
    return bool(re.search(f"{before}|{behind}", text, re.IGNORECASE))


_BETWEEN = (
    r"(?:[,\s]|\d|\b(?:an?|the|aged?|who|is|was|former|republican|democratic|democrat|independent"
    r"|conservative|labou?r|liberal|longtime|us|united states)\b|\bu\.s\.)*"
)
"""What may stand between a name and what its bearer is: ", 57, a Republican U.S. senator", and no "state senator"."""
