"""What was read in an article, with the check-worthiness of each sentence and what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from claims.extracting.outline import Outline
from claims.matching.explain_worth import Contribution, explain_worth
from claims.matching.score_worth import score_worth, worth_threshold


@dataclass(frozen=True, slots=True)
class Worth:
    """A sentence's check-worthiness, a probability, and its parts, which add up to its log-odds."""

    score: float
    is_worthy: bool
    contributions: tuple[Contribution, ...]


@dataclass(frozen=True, slots=True)
class ScoredOutline:
    """An outline with a worth for each of its sentences."""

    outline: Outline
    worths: tuple[Worth, ...]


def score_outline(outline: Outline, vectors: NDArray[np.float32] | None) -> ScoredOutline:
    """The outline with scores by the sentences' vectors, shape (sentences, 384), or without them by words alone."""
    texts = [part.sentence.text for part in outline.sentences]
    return ScoredOutline(outline, tuple(_worths(texts, vectors)))


def _worths(texts: Sequence[str], vectors: NDArray[np.float32] | None) -> list[Worth]:
    least = worth_threshold(with_vector=vectors is not None)
    scores = score_worth(texts, vectors) if texts else ()
    return [
        Worth(
            round(float(score), 4),
            bool(score >= least),
            explain_worth(text, None if vectors is None else vectors[place]),
        )
        for place, (text, score) in enumerate(zip(texts, scores, strict=True))
    ]
