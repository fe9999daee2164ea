"""An encoder for benchmarks that build many stores."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.matching.minilm import MiniLM


class RememberingEncoder:
    """MiniLM that embeds each text once: all stores have the same phrasings."""

    def __init__(self) -> None:
        self._encoder = MiniLM()
        self._known: dict[str, NDArray[np.float32]] = {}
        self.name = self._encoder.name

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (n, 384)."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known |= dict(zip(new, self._encoder.encode(new), strict=True))
        return np.stack([self._known[text] for text in texts]) if texts else self._encoder.encode([])
