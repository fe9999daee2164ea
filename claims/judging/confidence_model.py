"""The weights behind confidence, as ``benchmarks/train_confidence.py`` left them in ``data/models/confidence.json``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from claims.errors import ModelError
from claims.store.packs import packs_home

FILE_NAME = "confidence.json"


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """A linear model of the log-odds that a flag is right; a feature it has not seen weighs nothing.

    ``curve`` holds (confidence, precision) pairs: of the held-out flags at or above that confidence, the share that was right, or
    that the model said would be where that is lower.
    """

    bias: float
    weights: Mapping[str, float]
    curve: tuple[tuple[float, float], ...]

    def log_odds(self, features: Iterable[str]) -> float:
        """The log-odds of a flag with these features."""
        return self.bias + sum(self.weights.get(feature, 0.0) for feature in features)

    def threshold_for(self, precision: float) -> float:
        """The least confidence from which on flags were right so often; 1 where no flag was."""
        return min((least for least, share in self.curve if share >= precision), default=1.0)


@lru_cache(maxsize=2)
def load_confidence_model(path: Path | None = None) -> ConfidenceModel:
    """The committed model, read once a process. Raises ModelError where it is missing or no such model."""
    path = path or packs_home() / "models" / FILE_NAME
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        weights = {str(name): float(weight) for name, weight in read["weights"].items()}
        curve = tuple((float(least), float(share)) for least, share in read["curve"])
        return ConfidenceModel(float(read["bias"]), weights, curve)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path} cannot be read: {error}; check out data/ again") from error
