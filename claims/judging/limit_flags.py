"""Findings of an article -> the surest flags alone, where a reader can take only so many."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from claims.records import Finding, Reason, Verdict


def limit_flags(findings: Sequence[Finding], words: int, most_per_1000: float) -> tuple[Finding, ...]:
    """The findings, with the least sure flags beyond the limit made low_confidence; all as they are where it is 0.

    An article of fewer than 1,000 words has its share of the limit, rounded up, so that one flag is always left.
    """
    flags = [finding for finding in findings if finding.is_flag]
    room = ceil(words / 1000 * most_per_1000)
    if not most_per_1000 or len(flags) <= room:
        return tuple(findings)
    kept = {id(f) for f in sorted(flags, key=lambda f: (-f.confidence, f.span))[:room]}
    return tuple(f if not f.is_flag or id(f) in kept else _silenced(f) for f in findings)


def _silenced(flag: Finding) -> Finding:
    return replace(flag, verdict=Verdict.NOT_ENOUGH_INFO, reason=Reason.LOW_CONFIDENCE, repairs=())
