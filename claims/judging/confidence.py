"""How sure a finding is: a logistic model over a few readable features."""

from math import exp

from claims.judging.opinion import Opinion
from claims.records import Claim, Reason, Verdict, Voice

# Log-odds. Priors from how often each kind of disagreement was an error among flags read by hand;
# `claims evaluate` prints how well they hold, and issue-by-issue fitting replaces them.
BASE = {
    Reason.AGREES: 3.0,
    Reason.NO_SUCH_EDITION: 2.6,
    Reason.DIFFERENT_PLACE: 1.8,
    Reason.DIFFERENT_TIME: 1.6,
    Reason.DIFFERENT_HOLDER: 1.8,
    Reason.FORMER_HOLDER: 1.0,
    Reason.DIFFERENT_VALUE: 1.8,
    Reason.DIFFERENT_WEEKDAY: 2.2,
    Reason.DIFFERENT_RESULT: 2.0,
    Reason.FORMER_VALUE: 1.0,
}
FEATURES = {"clear_repair": 0.6, "two_slots": -0.2}
VOICES = {Voice.REPORTER: 0.0, Voice.ATTRIBUTED: -0.2, Voice.QUOTED: -0.5}


def confidence_of(opinion: Opinion, claim: Claim) -> float:
    """The probability, 0 to 1, that an editor would agree; 0 where nothing was judged."""
    if opinion.verdict is Verdict.NOT_ENOUGH_INFO:
        return 0.0
    score = BASE[opinion.reason] + VOICES[claim.voice] + sum(FEATURES.get(f, 0.0) for f in opinion.features)
    return round(1 / (1 + exp(-score)), 3)
