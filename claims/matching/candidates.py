"""Claim -> the entities of the store that it may be about, by name and by vector."""

import numpy as np
from numpy.typing import NDArray

from claims.matching.consider_candidates import consider_candidates
from claims.records import Candidate, Claim, Shape
from claims.settings import Settings
from claims.store.open import Store

EVENT_SHAPES = (Shape.EVENT_DATE, Shape.EVENT_PLACE)


def needs_vector(claim: Claim) -> bool:
    """Whether names alone cannot say what the claim is about: an event that is described."""
    event = claim.slot("event")
    return claim.shape in EVENT_SHAPES and event is not None and not event.entities


def find_candidates(
    claim: Claim, vector: NDArray[np.float32] | None, store: Store, settings: Settings
) -> tuple[Candidate, ...]:
    """The candidates for the claim's subject, the likeliest first."""
    considered = consider_candidates(claim, vector, store, settings)
    return tuple(one.candidate for one in considered if not one.obstacle)
