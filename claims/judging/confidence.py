"""How sure a finding is: a logistic model over a few readable features."""

from math import exp

from claims.judging.confidence_model import load_confidence_model
from claims.judging.opinion import Opinion
from claims.records import Claim, Modality, Verdict, Voice

SUPPORTED = 0.95
"""What agrees with a fact is taken to be right so often; nobody reviews it, so that nothing better is known."""


def confidence_of(opinion: Opinion, claim: Claim) -> float:
    """The probability, 0 to 1, that an editor would agree; 0 where nothing was judged."""
    if opinion.verdict is Verdict.NOT_ENOUGH_INFO:
        return 0.0
    if opinion.verdict is Verdict.SUPPORTED:
        return SUPPORTED
    score = load_confidence_model().log_odds(confidence_features(opinion, claim))
    return round(1 / (1 + exp(-score)), 3)


def confidence_features(opinion: Opinion, claim: Claim) -> tuple[str, ...]:
    """What a flag's confidence is computed from, by name, in order: reason, shape, slot, voice, mode, and what the judge noted."""
    named = {f"reason:{opinion.reason}", f"shape:{claim.shape}", f"slot:{opinion.slot}", *opinion.features}
    if claim.voice is not Voice.REPORTER:
        named.add(f"voice:{claim.voice}")
    if claim.modality is not Modality.ASSERTED:
        named.add(f"modality:{claim.modality}")
    if not opinion.repairs:
        named.add("no_repair")
    elif len(opinion.repairs) == 1:
        named.add("one_repair")
    if claim.cues & {"anaphor"}:
        named.add("anaphor")
    return tuple(sorted(named))
