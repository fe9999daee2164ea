"""Findings that only repeat another: one error is one flag."""

from collections.abc import Iterable

from claims.records import Finding

ECHOES = {"runner_up": "won_by"}
"""A flag under the first predicate repeats one under the second in the same sentence: winner and loser swapped."""


def drop_echoes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, without flags that another one in the same sentence implies."""
    given = tuple(findings)
    flagged = {(f.claim.sentence, f.claim.predicate) for f in given if f.is_flag}
    return tuple(f for f in given if not (f.is_flag and _echoed(f) in flagged))


def _echoed(finding: Finding) -> tuple[object, str]:
    return finding.claim.sentence, ECHOES.get(finding.claim.predicate, "")
