"""Planted sentences that every run checks beside its articles, to see that it sees."""

from dataclasses import dataclass
from pathlib import Path

from claims.evaluate.cases import Check, read_cases
from claims.evaluate.score import evaluate_cases

FILE_NAME = "canaries.jsonl"
"""A case file in the folder of the packs: known errors, and the same sentences set right."""


@dataclass(frozen=True, slots=True)
class CanaryCount:
    """How many planted errors were flagged, of how many, and how many flags there were besides."""

    planted: int
    found: int
    false_alarms: int

    @property
    def recall(self) -> float:
        """The share of planted errors that was flagged; 1 where none was planted."""
        return self.found / self.planted if self.planted else 1.0


def check_canaries(path: Path, check: Check) -> CanaryCount:
    """Check the planted sentences of a case file. Raises CaseError."""
    figures = evaluate_cases(list(read_cases(path)), check)
    recall = figures["all"]["recall"]
    return CanaryCount(recall["total"], recall["hits"], len(figures["false_flags"]))
