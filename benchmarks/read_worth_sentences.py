"""The check-worthiness development set with the vectors of its sentences."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.matching.minilm import MiniLM

NAME = "checkworthy_ct24_english"


@dataclass(frozen=True, slots=True)
class WorthSentences:
    """Sentences, whether each is worth checking, and their vectors, shape (n, 384)."""

    texts: list[str]
    labels: NDArray[np.bool_]
    vectors: NDArray[np.float32]


def read_worth_sentences(devsets: Path, cache: Path | None = None) -> tuple[WorthSentences, WorthSentences]:
    """The sentences to learn from and those to measure on. ``cache`` keeps the vectors, which take some minutes."""
    with gzip.open(devsets / f"{NAME}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    vectors = _vectors([row["text"] for row in rows], cache)
    return _part(rows, vectors, "train"), _part(rows, vectors, "dev")


def _part(rows: list[dict[str, str]], vectors: NDArray[np.float32], split: str) -> WorthSentences:
    kept = [index for index, row in enumerate(rows) if row["split"] == split]
    labels = np.array([bool(rows[index]["label"]) for index in kept])
    return WorthSentences([rows[index]["text"] for index in kept], labels, vectors[kept])


def _vectors(texts: list[str], cache: Path | None) -> NDArray[np.float32]:
    if cache and cache.exists():
        known: NDArray[np.float32] = np.load(cache, allow_pickle=False)
        if len(known) == len(texts):
            return known
    vectors = MiniLM().encode(texts)
    if cache:
        np.save(cache, vectors)
    return vectors
