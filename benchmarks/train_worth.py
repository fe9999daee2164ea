"""Learn check-worthiness -> ``data/models/worth.npz`` and ``worth.json``, the record of how it was made.

    python benchmarks/train_worth.py DEVSETS [VECTORS.npy]

DEVSETS is the folder with the development sets, of which only the training sentences are read here. VECTORS.npy keeps
their vectors for the next time. No text goes into the model: words are slots of a hashed table.
"""

import json
import platform
import sys
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from scipy.special import expit

from claims.matching.worth_features import describe_sentence, feature_names
from claims.matching.worth_grams import SLOTS, gram_slots
from claims.store.packs import packs_home
from fit_logistic import (
    Floats,
    average_precision,
    best_threshold,
    brier,
    f1,
    fit_logistic,
    fit_platt,
    out_of_fold,
)
from read_worth_sentences import NAME, WorthSentences, read_worth_sentences

STRENGTH = 1.0
SCALES = {"embedding": 2.0, "features": 0.15, "grams": 2.0}
"""How freely each part may weigh: its columns are multiplied by it before the ridge penalty. By cross-validation on the
training sentences; the figures hardly move within a factor of two."""


def main(arguments: list[str]) -> int:
    """Train both variants and write them; 2 where the folder is missing."""
    if len(arguments) not in (1, 2) or not Path(arguments[0]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    learn, _ = read_worth_sentences(Path(arguments[0]), Path(arguments[1]) if arguments[1:] else None)
    arrays, figures = {"feature_names": np.array(feature_names())}, {}
    for variant in ("with_vector", "without_vector"):
        parts, figures[variant] = train(learn, variant == "with_vector")
        arrays |= {f"{variant}_{name}": values for name, values in parts.items()}
    write(arrays, {"sentences": len(learn.texts), "worth_checking": int(learn.labels.sum()), **figures})
    print(json.dumps(figures, indent=2))
    return 0


def train(learn: WorthSentences, vectors: bool) -> tuple[dict[str, Floats], dict[str, float]]:
    """The weights of a variant on the scale of the raw inputs, calibration included, and its cross-validated figures."""
    blocks = design(learn) if vectors else {k: v for k, v in design(learn).items() if k != "embedding"}
    matrix = sparse.hstack(list(blocks.values())).tocsr()
    scores = out_of_fold(matrix, learn.labels, STRENGTH)
    slope, shift = fit_platt(scores, learn.labels)
    probabilities = expit(slope * scores + shift)
    threshold = best_threshold(probabilities, learn.labels)
    weights, bias = fit_logistic(matrix, learn.labels, STRENGTH)
    parts = unscale(weights * slope, bias * slope + shift, learn, vectors)
    parts["bias_threshold"] = np.array([parts.pop("bias")[0], threshold], dtype=np.float64)
    return parts, {
        "threshold": threshold,
        "cv_f1": round(f1(probabilities >= threshold, learn.labels), 4),
        "cv_average_precision": round(average_precision(scores, learn.labels), 4),
        "cv_brier": round(brier(probabilities, learn.labels), 4),
        "platt_slope": round(slope, 4),
        "platt_shift": round(shift, 4),
    }


def design(sentences: WorthSentences) -> dict[str, sparse.csr_matrix]:
    """The columns of each part, scaled: vectors, standardised features, hashed words."""
    features = np.stack([describe_sentence(text) for text in sentences.texts]).astype(np.float64)
    standard = (features - features.mean(0)) / spread(features)
    return {
        "embedding": sparse.csr_matrix(sentences.vectors.astype(np.float64) * SCALES["embedding"]),
        "features": sparse.csr_matrix(standard * SCALES["features"]),
        "grams": grams(sentences.texts) * SCALES["grams"],
    }


def spread(features: Floats) -> Floats:
    """Standard deviation of each column; 1 where it never changes."""
    deviation: Floats = features.std(0)
    return np.where(deviation > 0, deviation, 1.0)


def grams(texts: list[str]) -> sparse.csr_matrix:
    """One row a sentence of length about one: its words and pairs of words, hashed."""
    slots = [list(gram_slots(text).values()) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(found) for found in slots])
    values = np.repeat([len(found) ** -0.5 for found in slots], [len(found) for found in slots])
    return sparse.csr_matrix((values, (rows, np.concatenate(slots))), shape=(len(texts), SLOTS))


def unscale(weights: Floats, bias: float, learn: WorthSentences, vectors: bool) -> dict[str, Floats]:
    """Weights for raw inputs from weights for scaled ones."""
    features = np.stack([describe_sentence(text) for text in learn.texts]).astype(np.float64)
    width = learn.vectors.shape[1] if vectors else 0
    of_features = weights[width : width + features.shape[1]] * SCALES["features"] / spread(features)
    return {
        "embedding": (weights[:width] * SCALES["embedding"]).astype(np.float32),
        "features": of_features.astype(np.float32),
        "grams": (weights[width + features.shape[1] :] * SCALES["grams"]).astype(np.float32),
        "bias": np.array([bias - features.mean(0) @ of_features]),
    }


def write(arrays: dict[str, Any], figures: dict[str, Any]) -> None:
    """The model and its record under ``data/models``."""
    path = packs_home() / "models" / "worth.npz"
    np.savez_compressed(path, **arrays)
    record = {
        "made": datetime.now(UTC).date().isoformat(),
        "by": "benchmarks/train_worth.py",
        "from": f"{NAME}, training part (CheckThat! 2024 task 1, English; sentences and labels of ClaimBuster)",
        "cite": "Arslan, Hassan, Li, Tremayne: A Benchmark Dataset of Check-Worthy Factual Claims, ICWSM 2020",
        "licence": "CC BY 4.0; the model holds no text",
        "encoder": "all-MiniLM-L6-v2",
        "strength": STRENGTH,
        "scales": SCALES,
        "python": platform.python_version(),
        "versions": {package: version(package) for package in ("numpy", "scipy", "sentence-transformers")},
        "sha256": sha256(path.read_bytes()).hexdigest(),
        **figures,
    }
    path.with_suffix(".json").write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
