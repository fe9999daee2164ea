"""Whether a person of the store may be somebody else of the same name."""

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
