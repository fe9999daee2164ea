"""The weights behind check-worthiness, as ``benchmarks/train_worth.py`` left them in ``data/models/worth.npz``."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError
from claims.matching.worth_features import feature_names
from claims.matching.worth_grams import SLOTS
from claims.store.encoder import DIMENSIONS
from claims.store.packs import packs_home

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class WorthWeights:
    """A linear model of the log-odds, calibration included.

    ``embedding`` has shape (384,) or, in the model for sentences without a vector, (0,); ``features`` one weight a
    readable feature; ``grams`` shape (SLOTS,). ``threshold`` is the score from which a sentence counts as worth
    checking where a yes or no is asked for.
    """

    bias: float
    embedding: Floats
    features: Floats
    grams: Floats
    threshold: float
    of_feature: dict[str, float]
    """``features`` by name."""
    of_gram: list[float]
    """``grams`` as plain numbers, which are faster to look up one by one."""


@dataclass(frozen=True, slots=True)
class WorthModel:
    """The weights for sentences with a vector and for those without."""

    with_vector: WorthWeights
    without_vector: WorthWeights


@lru_cache(maxsize=2)
def load_worth_model(path: Path | None = None) -> WorthModel:
    """The committed model, read once a process. Raises ModelError where it is missing or of other features."""
    path = path or packs_home() / "models" / "worth.npz"
    try:
        with np.load(path, allow_pickle=False) as arrays:
            names = tuple(str(name) for name in arrays["feature_names"])
            model = WorthModel(_weights(arrays, "with_vector"), _weights(arrays, "without_vector"))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"{path} cannot be read: {error}; check out data/ again") from error
    if names != feature_names():
        raise ModelError(f"{path} was made for other features: run benchmarks/train_worth.py again")
    return model


def _weights(arrays: "np.lib.npyio.NpzFile", variant: str) -> WorthWeights:
    bias, threshold = (float(value) for value in arrays[f"{variant}_bias_threshold"])
    embedding, features, grams = (arrays[f"{variant}_{part}"] for part in ("embedding", "features", "grams"))
    if embedding.shape not in ((DIMENSIONS,), (0,)) or grams.shape != (SLOTS,):
        raise ValueError(f"{variant} has weights of another shape")
    by_name = dict(zip(map(str, arrays["feature_names"]), features.tolist(), strict=True))
    return WorthWeights(bias, embedding, features, grams, threshold, by_name, grams.tolist())
