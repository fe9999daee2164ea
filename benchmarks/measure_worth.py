"""Check-worthiness on sentences it has not seen -> ``results/worth.json``.

    python benchmarks/measure_worth.py DEVSETS [VECTORS.npy]

The threshold is the committed one, chosen by cross-validation on the training sentences; the sentences measured on chose
nothing. VECTORS.npy keeps the sentences' vectors for the next time.
"""

import sys
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import isotonic_regression
from scipy.special import expit

from claims.matching.score_worth import score_worth
from claims.matching.worth_model import WorthWeights, load_worth_model
from fit_logistic import (
    Floats,
    Labels,
    average_precision,
    best_threshold,
    brier,
    f1,
    fit_logistic,
    folds,
    out_of_fold,
)
from read_worth_sentences import WorthSentences, read_worth_sentences
from record_result import record_result

BINS = 10


def main(arguments: list[str]) -> int:
    """Measure both variants and the plain baseline; 2 where the folder is missing."""
    if len(arguments) not in (1, 2) or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    learn, dev = read_worth_sentences(Path(arguments[0]), Path(arguments[1]) if arguments[1:] else None)
    model = load_worth_model()
    figures = {
        "sentences": len(dev.texts),
        "worth_checking": int(dev.labels.sum()),
        "with_vector": measure(score_worth(dev.texts, dev.vectors), dev.labels, model.with_vector),
        "without_vector": measure(score_worth(dev.texts), dev.labels, model.without_vector),
        "plain_minilm_and_logistic": baseline(learn, dev),
        "sentences_per_second_without_vector": speed(dev.texts),
    }
    print(record_result("worth", "python benchmarks/measure_worth.py DEVSETS", figures))
    return 0


def measure(scores: np.ndarray, labels: Labels, weights: WorthWeights) -> dict[str, Any]:
    """F1 of the positive class at the committed threshold, ranking, calibration."""
    probabilities = scores.astype(np.float64)
    said = probabilities >= weights.threshold
    return {
        "threshold": weights.threshold,
        "f1": round(f1(said, labels), 4),
        "precision": round(float((said & labels).sum() / said.sum()), 4),
        "recall": round(float((said & labels).sum() / labels.sum()), 4),
        "average_precision": round(average_precision(probabilities, labels), 4),
        "brier": round(brier(probabilities, labels), 4),
        "reliability": reliability(probabilities, labels),
    }


def reliability(probabilities: Floats, labels: Labels) -> list[dict[str, float]]:
    """By tenth of the scale: how many sentences, their mean score, and the share that is worth checking."""
    bins = np.minimum((probabilities * BINS).astype(int), BINS - 1)
    return [
        {
            "from": n / BINS,
            "sentences": int((bins == n).sum()),
            "mean_score": round(float(probabilities[bins == n].mean()), 3),
            "share_worth_checking": round(float(labels[bins == n].mean()), 3),
        }
        for n in range(BINS)
        if (bins == n).any()
    ]


def baseline(learn: WorthSentences, dev: WorthSentences) -> dict[str, float]:
    """What the vectors alone do, and how three calibrations of them compare out of fold (Brier)."""
    matrix = sparse.csr_matrix(learn.vectors.astype(np.float64))
    scores = out_of_fold(matrix, learn.labels, 1.0)
    threshold = best_threshold(expit(scores), learn.labels)
    weights, bias = fit_logistic(matrix, learn.labels, 1.0)
    held = dev.vectors @ weights + bias
    return {
        "f1": round(f1(expit(held) >= threshold, dev.labels), 4),
        "average_precision": round(average_precision(held, dev.labels), 4),
        "cv_brier_uncalibrated": round(brier(expit(scores), learn.labels), 4),
        "cv_brier_isotonic": round(brier(isotonic_out_of_fold(scores, learn.labels), learn.labels), 4),
    }


def isotonic_out_of_fold(scores: Floats, labels: Labels) -> Floats:
    """Probabilities by isotonic regression, each from the other folds' scores."""
    fitted = np.empty(len(scores))
    for rows, held in folds(labels):
        order = rows[np.argsort(scores[rows])]
        steps = isotonic_regression(labels[order].astype(float)).x
        fitted[held] = np.interp(scores[held], scores[order], steps)
    return fitted


def speed(texts: list[str]) -> int:
    """Sentences scored a second of one core, without their vectors."""
    start = process_time()
    score_worth(texts)
    return round(len(texts) / (process_time() - start))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
