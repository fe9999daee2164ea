"""Logistic regression with a ridge penalty, out-of-fold scores, Platt's calibration and a threshold for F1."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import expit

FOLDS = 5
SEED = 20261125
Floats = NDArray[np.float64]
Labels = NDArray[np.bool_]


def fit_logistic(
    matrix: sparse.csr_matrix, labels: Labels, strength: float, weights: Floats | None = None
) -> tuple[Floats, float]:
    """Weights and bias that minimise ``strength`` x weighted log loss + half the squared weights (L-BFGS)."""
    signs = np.where(labels, 1.0, -1.0)
    share = strength * (np.ones(len(signs)) if weights is None else weights)

    def loss(point: Floats) -> tuple[float, Floats]:
        margins = signs * (matrix @ point[:-1] + point[-1])
        pull = -share * signs * expit(-margins)
        value = float(share @ np.logaddexp(0, -margins) + point[:-1] @ point[:-1] / 2)
        return value, np.append(matrix.T @ pull + point[:-1], pull.sum())

    found = minimize(
        loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 1000}
    )
    return found.x[:-1], float(found.x[-1])


def folds(labels: Labels) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """(learn, hold out) row numbers, each fold with the same share of positives, the same every time."""
    fold_of = np.empty(len(labels), dtype=np.int64)
    shuffled = np.random.default_rng(SEED).permutation(len(labels))
    for value in (False, True):
        rows = shuffled[labels[shuffled] == value]
        fold_of[rows] = np.arange(len(rows)) % FOLDS
    for fold in range(FOLDS):
        yield np.flatnonzero(fold_of != fold), np.flatnonzero(fold_of == fold)


def out_of_fold(matrix: sparse.csr_matrix, labels: Labels, strength: float) -> Floats:
    """The log-odds of each row from a model that has not seen it."""
    scores = np.empty(len(labels))
    for learn, held in folds(labels):
        weights, bias = fit_logistic(matrix[learn], labels[learn], strength)
        scores[held] = matrix[held] @ weights + bias
    return scores


def fit_platt(scores: Floats, labels: Labels) -> tuple[float, float]:
    """(slope, shift) that make log-odds into calibrated ones (Platt 1999)."""
    slope, shift = fit_logistic(sparse.csr_matrix(scores[:, None]), labels, 1e6)
    return float(slope[0]), shift


def best_threshold(probabilities: Floats, labels: Labels) -> float:
    """The probability from which F1 is highest on average over the folds, in steps of 0.01."""
    steps = np.arange(0.05, 0.95, 0.01)
    means = [
        np.mean([f1(probabilities[held] >= step, labels[held]) for _, held in folds(labels)])
        for step in steps
    ]
    return float(round(steps[int(np.argmax(means))], 2))


def f1(said: Labels, labels: Labels) -> float:
    """F1 of the positive class."""
    return float(2 * (said & labels).sum() / max(1, said.sum() + labels.sum()))


def average_precision(scores: Floats, labels: Labels) -> float:
    """Mean of the precision at each positive, by falling score."""
    ranked = labels[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return float(precision[ranked].mean())


def brier(probabilities: Floats, labels: Labels) -> float:
    """Mean squared distance of the probabilities from what is true; 0 is perfect."""
    return float(np.mean((probabilities - labels) ** 2))
