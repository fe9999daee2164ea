"""What each feature adds to the confidence of a flag."""

from dataclasses import dataclass

from claims.judging.confidence_model import load_confidence_model
from claims.records import Finding
from claims.settings import Settings


@dataclass(frozen=True, slots=True)
class ConfidenceParts:
    """The logistic model at work: ``bias`` and what the features add make ``log_odds``; these the ``probability``.

    ``threshold`` is the probability from which on a flag is shown.
    """

    bias: float
    features: tuple[tuple[str, float], ...]
    log_odds: float
    probability: float
    threshold: float


def explain_confidence(finding: Finding, settings: Settings) -> ConfidenceParts | None:
    """The parts, weightiest first; None where nothing disagreed, and no model was asked."""
    if not finding.features:
        return None
    model = load_confidence_model()
    features = [(name, model.weights.get(name, 0.0)) for name in finding.features]
    return ConfidenceParts(
        model.bias,
        tuple(sorted(features, key=lambda feature: (-abs(feature[1]), feature[0]))),
        model.log_odds(finding.features),
        finding.confidence,
        settings.min_confidence,
    )
