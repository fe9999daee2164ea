"""The network of all-MiniLM-L6-v2 by numpy: a vector for a few texts without the seconds that importing torch takes.

It is BERT (Devlin et al. 2019, arXiv:1810.04805) with six layers, twelve heads and the mean of the last layer over the
text's tokens, as the model's card says. The vectors are those of sentence-transformers to six digits.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

LAYERS, HEADS = 6, 12
LONGEST = 256
"""Tokens of a text that are read, as ``sentence_bert_config.json`` has it."""
BATCH = 8
"""Texts a pass; on one core more at a time is no faster."""
_TINY = np.float32(1e-12)
"""Added to a variance, as ``config.json`` has it."""
_MASKED = np.float32(-1e9)
"""Added to the score of what only fills up a row, so that it gets no weight."""

Array = NDArray[np.float32]


class MiniLMNetwork:
    """The model's weights and tokens, read from its folder."""

    def __init__(self, folder: Path) -> None:
        self._weights: dict[str, Array] = load_file(folder / "model.safetensors")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST)
        self._tokenizer.no_padding()

    def encode(self, texts: Sequence[str]) -> Array:
        """Unit vectors, shape (len(texts), 384)."""
        starts = range(0, len(texts), BATCH)
        return np.concatenate([self._pass(list(texts[start : start + BATCH])) for start in starts])

    def _pass(self, texts: list[str]) -> Array:
        ids, present = self._tokens(texts)
        state = self._embed(ids)
        bias = (1 - present)[:, None, None, :] * _MASKED
        for layer in range(LAYERS):
            state = self._layer(f"encoder.layer.{layer}.", state, bias)
        weight = present[:, :, None]
        mean = (state * weight).sum(axis=1) / weight.sum(axis=1)
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)

    def _tokens(self, texts: list[str]) -> tuple[NDArray[np.int64], Array]:
        """The tokens' numbers, each row filled up to the longest, and 1 where there is one."""
        rows = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        shape = len(rows), max(map(len, rows))
        ids, present = np.zeros(shape, dtype=np.int64), np.zeros(shape, dtype=np.float32)
        for row, numbers in enumerate(rows):
            ids[row, : len(numbers)] = numbers
            present[row, : len(numbers)] = 1
        return ids, present

    def _embed(self, ids: NDArray[np.int64]) -> Array:
        words = self._weights["embeddings.word_embeddings.weight"][ids]
        positions = self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._norm("embeddings.LayerNorm", words + positions + kind)

    def _layer(self, name: str, state: Array, bias: Array) -> Array:
        attended = self._linear(f"{name}attention.output.dense", self._attend(name, state, bias))
        state = self._norm(f"{name}attention.output.LayerNorm", state + attended)
        inner = _gelu(self._linear(f"{name}intermediate.dense", state))
        return self._norm(f"{name}output.LayerNorm", state + self._linear(f"{name}output.dense", inner))

    def _attend(self, name: str, state: Array, bias: Array) -> Array:
        rows, length, width = state.shape
        query, key, value = (
            self._linear(f"{name}attention.self.{part}", state)
            .reshape(rows, length, HEADS, width // HEADS)
            .transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        scores = query @ key.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // HEADS)) + bias
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        return np.asarray((weights @ value).transpose(0, 2, 1, 3).reshape(rows, length, width))

    def _linear(self, name: str, state: Array) -> Array:
        return np.asarray(state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"])

    def _norm(self, name: str, state: Array) -> Array:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred * centred).mean(axis=-1, keepdims=True) + _TINY)
        return np.asarray(centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"])


def _gelu(state: Array) -> Array:
    """Hendrycks and Gimpel 2016, arXiv:1606.08415, the exact form."""
    return np.asarray(state * np.float32(0.5) * (1 + _erf(state * np.float32(np.sqrt(0.5)))))


_ERF_SCALE = np.float32(0.3275911)
_ERF_TERMS = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)))


def _erf(state: Array) -> Array:
    """Abramowitz and Stegun 1964, formula 7.1.26, right to 1.5e-7; scipy's takes half a second to import."""
    size = np.abs(state)
    step = 1 / (1 + _ERF_SCALE * size)
    series = np.zeros_like(step)
    for term in _ERF_TERMS:
        series = (series + term) * step
    return np.asarray(np.copysign(1 - series * np.exp(-size * size), state))
