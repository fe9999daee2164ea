"""Findings that only repeat another: one error is one flag."""

from collections.abc import Iterable

from claims.records import Finding, Span, Verdict

ECHOES = {"runner_up": "won_by"}
"""A flag under the first predicate repeats one under the second in the same sentence: winner and loser swapped."""
GENERAL = frozenset(("took_place", "in_office_from", "in_office_to"))
"""What says of an event or a holder what a predicate of its own says, too: a death, an accession, the term of an office."""


APPEARED = frozenset(("released", "published", "made"))
"""What the same words may say of a film, a book and a painting: "it appeared in 1960"."""


def drop_echoes(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, without flags that another one in the same sentence implies, or whose words are right of another work."""
    given = tuple(findings)
    right = {f.span for f in given if f.verdict is Verdict.SUPPORTED and f.claim.predicate in APPEARED}
    given = tuple(f for f in given if not (f.is_flag and f.claim.predicate in APPEARED and f.span in right))
    flagged = {(f.claim.sentence, f.claim.predicate) for f in given if f.is_flag}
    special = {_mended(f) for f in given if f.is_flag and f.claim.predicate not in GENERAL}
    return tuple(f for f in given if not (f.is_flag and (_echoed(f) in flagged or _is_general(f, special))))


def _echoed(finding: Finding) -> tuple[object, str]:
    return finding.claim.sentence, ECHOES.get(finding.claim.predicate, "")


def _is_general(finding: Finding, special: set[tuple[Span, str]]) -> bool:
    """Whether the same words are mended in the same way under another predicate."""
    return finding.claim.predicate in GENERAL and bool(finding.repairs) and _mended(finding) in special


def _mended(finding: Finding) -> tuple[Span, str]:
    return finding.span, finding.repairs[0].replacement if finding.repairs else ""
