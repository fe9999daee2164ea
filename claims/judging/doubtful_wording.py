"""Wordings that contradict nothing: what is not asserted, told loosely, or dated by somebody's speech."""

from claims.records import Claim, Modality, Reason

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION, Modality.FUTURE)
SPOKEN = "spoken"
"""The cue of a time that is told from the day on which somebody spoke."""
LOOSE = "loose"
"""The cue of a wording that may bear a fact out and contradicts none."""


def doubtful_wording(claim: Claim) -> tuple[Reason, str] | None:
    """Why the way in which a claim is said keeps it from contradicting anything, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if claim.checked.unresolved:
        return claim.checked.unresolved, "The time cannot be resolved."
    if SPOKEN in claim.cues:
        return Reason.TIME_UNKNOWN, "It is told from the day on which it was said."
    if LOOSE in claim.cues:
        return Reason.LOW_CONFIDENCE, "The wording says it loosely."
    return None
