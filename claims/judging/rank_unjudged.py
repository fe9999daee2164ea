"""Scored sentences and findings -> the sentences worth checking of which nothing was judged."""

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.records import Finding, Sentence, UnjudgedSentence, Verdict

NO_CLAIM = "no_claim"
"""The reason of a sentence in which nothing was read."""


def rank_unjudged(
    scored: Iterable[tuple[Sentence, float]], findings: Sequence[Finding]
) -> tuple[UnjudgedSentence, ...]:
    """The sentences without a judged claim, the worthiest first, of equals the first in the text.

    It ranks what is left over; a flag is shown whatever its sentence scores.
    """
    reasons: dict[int, Counter[str]] = {}
    judged = set()
    for finding in findings:
        start = finding.claim.sentence.start
        if finding.verdict is Verdict.NOT_ENOUGH_INFO:
            reasons.setdefault(start, Counter())[str(finding.reason)] += 1
        else:
            judged.add(start)
    left = (
        UnjudgedSentence(sentence.span, round(score, 4), _reason(reasons.get(sentence.span.start)))
        for sentence, score in scored
        if sentence.span.start not in judged
    )
    return tuple(sorted(left, key=lambda item: (-item.worth, item.span)))


def _reason(counts: Counter[str] | None) -> str:
    """The commonest reason, of equally common ones the first by name."""
    return min(counts, key=lambda reason: (-counts[reason], reason)) if counts else NO_CLAIM
