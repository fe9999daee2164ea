"""The encoder as the store sees it; ``claims.matching`` holds the real ones."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 384
"""Length of a vector of all-MiniLM-L6-v2, the default model; others have their own."""


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Name and version of the model, part of the store's version."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), length), in the order of the texts."""
        ...
