"""A small deterministic encoder: texts that share words are near each other."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from claims.store.encoder import DIMENSIONS
from claims.values.names import tokenise


class FakeEncoder:
    """A bag of hashed word stems; counts what it was asked, so that tests can see what needs a vector."""

    name = "fake"

    def __init__(self) -> None:
        self.texts: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        return np.stack([_vector(text) for text in texts]) if texts else np.empty((0, DIMENSIONS), np.float32)


def _vector(text: str) -> NDArray[np.float32]:
    vector = np.zeros(DIMENSIONS, dtype=np.float32)
    for token in tokenise(text):
        digest = sha256(token.key[:5].encode()).digest()
        vector[int.from_bytes(digest[:4]) % DIMENSIONS] += 1
    length = float(np.linalg.norm(vector))
    return vector / length if length else vector
