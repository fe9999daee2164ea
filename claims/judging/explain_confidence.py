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
        least_shown(finding, settings),
    )


def least_shown(finding: Finding, settings: Settings) -> float:
    """The confidence from which on a flag of this rule is shown; of one that is not, its features tell the reason it had."""
    noted = (name.partition(":") for name in finding.features)
    reason = next((value for name, _, value in noted if name == "reason"), finding.reason)
    return settings.least_confidence_of(finding.claim.shape, finding.claim.predicate, reason)
