"""Whether a person of the store may be somebody else of the same name."""

from claims.store.open import Store

SLIP_YEARS = 10
"""A wrong age or year of birth this near the right one is a slip; one farther off may be a namesake's."""


def is_noted(person: str, store: Store) -> bool:
    """Whether a person held an office or won something, so that the bare name means this one.

    The list ``noted_for`` has the predicates whose values the news names without saying who they are. A seat in a
    parliament is none of them: many of its holders bear a common name.
    """
    return any(
        store.facts_with_value(predicate, person) for predicate in sorted(store.word_list("noted_for"))
    )
