"""The events of an open store: by name, by head noun and by vector."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from claims.errors import StoreError
from claims.store.fact_tables import FactTables
from claims.values.names import name_key


class EventVectors(FactTables):
    """What finds an event that an article names or describes."""

    def event_names(self) -> list[tuple[str, str]]:
        """Every name of every event that can only mean it, as (entity, name)."""
        return self._db.execute(
            """SELECT entity, alias FROM aliases WHERE entity LIKE 'event/%' AND kind IN ('official', 'short', 'variant')
               ORDER BY ALL"""
        ).fetchall()

    def heads_of(self, entity: str) -> frozenset[str]:
        """The head nouns in an event's name: "Russian invasion of Ukraine" has ``invasion``."""
        return frozenset(
            self._heads[key] for key in name_key(self.name(entity)).split() if key in self._heads
        )

    def is_act(self, entity: str) -> bool:
        """Whether an event is of a kind that a verb may tell, by its name: an invasion, and no war."""
        return not self._acts.isdisjoint(self.heads_of(entity))

    @cached_property
    def _acts(self) -> frozenset[str]:
        return frozenset(head for head, _wording in self.wordings("event_acts"))

    @cached_property
    def _heads(self) -> dict[str, str]:
        return {name_key(wording): head for head, wording in self.wordings("event_heads")}

    def nearest_events(self, vector: NDArray[np.float32], count: int) -> list[tuple[str, float]]:
        """The event-like entities nearest to a unit vector, as (entity, cosine), nearest first.

        Raises StoreError where the vector is of another length than the store's.
        """
        entities, matrix = self._event_vectors
        if not entities:
            return []
        if matrix.shape[1:] != vector.shape:
            raise StoreError("the fact store was built with another model: its vectors have another length")
        cosines = matrix @ vector
        order = np.argsort(-cosines, kind="stable")[:count]
        return [(entities[i], float(cosines[i])) for i in order]

    @cached_property
    def _event_vectors(self) -> tuple[list[str], NDArray[np.float32]]:
        columns = self._db.execute(
            "SELECT subject, vector FROM vectors WHERE kind = 'event' ORDER BY subject"
        ).fetchnumpy()
        vectors = columns["vector"]
        matrix = (
            np.stack([np.asarray(v, dtype=np.float32) for v in vectors])
            if len(vectors)
            else np.empty((0, 384), np.float32)
        )
        return [str(s) for s in columns["subject"]], matrix
