"""Whether a person of the store may be somebody else of the same name."""

from claims.store.open import Store

NOTED_FOR = ("held_by", "won_by", "runner_up")
"""Predicates whose values are persons that the news names without saying who they are.

A seat in a parliament is none of them: many of its holders bear a common name.
"""
SLIP_YEARS = 10
"""A wrong age or year of birth this near the right one is a slip; one farther off may be a namesake's."""


def is_noted(person: str, store: Store) -> bool:
    """Whether a person held an office or won something, so that the bare name means this one."""
    return any(store.facts_with_value(predicate, person) for predicate in NOTED_FOR)
