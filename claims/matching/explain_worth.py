"""Why a sentence has the check-worthiness it has: what each feature, word and its vector add to the log-odds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.matching.worth_features import describe_sentence, feature_names
from claims.matching.worth_grams import gram_slots
from claims.matching.worth_model import load_worth_model


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one part adds to the log-odds; ``kind`` is ``bias``, ``vector``, ``feature`` or ``words``."""

    kind: str
    name: str
    adds: float


def explain_worth(text: str, vector: NDArray[np.float32] | None = None) -> tuple[Contribution, ...]:
    """Every part that adds something, weightiest first; together they are the log-odds of ``score_worth``."""
    model = load_worth_model()
    weights = model.without_vector if vector is None else model.with_vector
    slots = gram_slots(text)
    parts = [Contribution("bias", "", weights.bias)]
    if vector is not None:
        parts.append(Contribution("vector", "", float(vector @ weights.embedding)))
    values = describe_sentence(text) * weights.features
    parts += [
        Contribution("feature", name, float(v)) for name, v in zip(feature_names(), values, strict=True)
    ]
    scale = len(slots) ** -0.5
    parts += [Contribution("words", gram, float(weights.grams[slot]) * scale) for gram, slot in slots.items()]
    return tuple(sorted((p for p in parts if p.adds), key=lambda p: (-abs(p.adds), p.kind, p.name)))
