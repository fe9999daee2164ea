"""Sentences -> check-worthiness: the probability that each holds a factual claim worth checking.

It ranks what was not judged, so that a reader sees the weightiest of it first; it never hides a flag.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from claims.matching.worth_features import values_of
from claims.matching.worth_grams import slots_of
from claims.matching.worth_model import WorthWeights, load_worth_model
from claims.matching.worth_text import WorthText


def score_worth(texts: Sequence[str], vectors: NDArray[np.float32] | None = None) -> NDArray[np.float32]:
    """A probability for each sentence, shape (len(texts),).

    ``vectors`` are the sentences' MiniLM vectors, shape (len(texts), 384). Without them a second model speaks, made for
    words alone: it ranks somewhat worse (benchmarks/results/worth.json) but needs no encoder. Raises ModelError.
    """
    model = load_worth_model()
    weights = model.without_vector if vectors is None else model.with_vector
    log_odds = np.array([_log_odds(text, weights) for text in texts], dtype=np.float32)
    if vectors is not None:
        log_odds = log_odds + vectors @ weights.embedding
    return np.asarray(1 / (1 + np.exp(-log_odds)), dtype=np.float32)


def worth_threshold(*, with_vector: bool) -> float:
    """The score from which a sentence counts as worth checking. Raises ModelError."""
    model = load_worth_model()
    return (model.with_vector if with_vector else model.without_vector).threshold


def _log_odds(text: str, weights: WorthWeights) -> float:
    """What the words of a sentence say, before its vector; by plain numbers, for arrays of so few take longer to make."""
    read = WorthText.of(text)
    slots, of_gram, of_feature = slots_of(read), weights.of_gram, weights.of_feature
    grams = sum([of_gram[slot] for slot in slots]) / math.sqrt(len(slots))
    return weights.bias + grams + sum([value * of_feature[name] for name, value in values_of(read).items()])
