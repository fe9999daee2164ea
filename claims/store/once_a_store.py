"""What a module makes of a store, made once for each store and gone with it: indexes of names, compiled wordings.

It is kept by the open store and not by the module, so that a process that opens one store after another holds those of the open ones only.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Generic, TypeVar

from claims.store.open import Store

T = TypeVar("T")


class once_a_store(Generic[T]):  # noqa: N801 - a decorator
    """Decorates a function of a store: each store is given to it once, and its answer is kept until the store is closed."""

    def __init__(self, build: Callable[[Store], T]) -> None:
        self._build = build
        update_wrapper(self, build)

    def __call__(self, store: Store) -> T:
        """What the function made of the store."""
        try:
            built: T = store.built[self]
        except KeyError:
            built = store.built[self] = self._build(store)
        return built
