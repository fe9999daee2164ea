"""How good the findings are: on labelled cases, and on articles without labels."""

from claims.evaluate.cases import Case, Check, Label, read_cases
from claims.evaluate.judgements import read_judgements
from claims.evaluate.score import Rate, evaluate_cases, is_repaired
from claims.evaluate.untouched import evaluate_untouched, flag_key

__all__ = [
    "Case",
    "Check",
    "Label",
    "Rate",
    "evaluate_cases",
    "evaluate_untouched",
    "flag_key",
    "is_repaired",
    "read_cases",
    "read_judgements",
]
