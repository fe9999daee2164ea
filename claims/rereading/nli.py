"""A sentence-transformers CrossEncoder for natural language inference as second reader."""

import json
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from claims.errors import ModelError, SecondReaderError
from claims.matching.find_model import find_model
from claims.records import Opinion
from claims.rereading.reader import Answer, Question

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

OPINIONS = {"contradiction": Opinion.CONFIRMS, "entailment": Opinion.DENIES, "neutral": Opinion.UNSURE}
"""What it means for a flag that the evidence, as premise, and the sentence, as hypothesis, are so related."""


class NliReader:
    """A model by the path of its folder, or by a name under which it lies in the cache of Hugging Face; nothing is downloaded.

    Raises ModelError where it is not on this machine, or is no model for inference.
    """

    def __init__(self, model: str) -> None:
        self._folder = find_model(model)
        self._relations = _read_labels(self._folder)
        self.name = f"nli:{Path(model).name}"

    def answer(self, question: Question) -> Answer:
        """The likeliest of the three relations, with its probability. Raises SecondReaderError where the model cannot be loaded."""
        premise = ". ".join(line.rstrip(". ") for line in question.evidence)
        scores = self._model.predict([(premise, question.said)], show_progress_bar=False)
        shares = _softmax(np.asarray(scores, dtype=np.float64)[0])
        best = int(shares.argmax())
        relation = self._relations[best]
        return Answer(OPINIONS[relation], f"{relation} {shares[best]:.2f}")

    @cached_property
    def _model(self) -> "CrossEncoder":
        from sentence_transformers import CrossEncoder  # noqa: PLC0415 - four seconds, only when needed

        try:
            model: CrossEncoder = CrossEncoder(str(self._folder), device="cpu", local_files_only=True)
        except Exception as error:
            raise SecondReaderError(f"{self._folder} cannot be loaded as a CrossEncoder: {error}") from error
        return model


def _read_labels(folder: Path) -> list[str]:
    """What the model's outputs stand for, in their order. Raises ModelError."""
    try:
        labels = json.loads((folder / "config.json").read_text(encoding="utf-8"))["id2label"]
        named = [str(labels[number]).lower() for number in sorted(labels, key=int)]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{folder} is no model for inference: its config.json names no labels") from error
    if sorted(named) != sorted(OPINIONS):
        raise ModelError(
            f"{folder} is no model for inference: its labels are {', '.join(named)}, and not {', '.join(sorted(OPINIONS))}"
        )
    return named


def _softmax(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    grown = np.exp(scores - scores.max())
    return np.asarray(grown / grown.sum())
