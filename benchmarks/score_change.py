"""A checked copy of a text with one value changed -> whether the change was found, and repaired."""

from collections import Counter
from dataclasses import dataclass

from claims.evaluate.score import is_repaired
from claims.records import CheckedArticle, Finding, Span


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one changed value."""

    hit: bool
    repaired: bool
    """Whether the right value is among the first two repairs."""
    repaired_first: bool
    elsewhere: tuple[Finding, ...]
    """Flags that do not touch the change."""
    silence: str
    """Why nothing was said there; empty for a hit."""


def score_change(checked: CheckedArticle, span: Span, accepted: tuple[str, ...]) -> Change:
    """Compare the flags with the place of the change; ``accepted`` are ways of writing the right value."""
    flags = [finding for finding in checked.findings if finding.is_flag]
    hit = next((flag for flag in flags if flag.span.overlaps(span)), None)
    elsewhere = tuple(flag for flag in flags if not flag.span.overlaps(span))
    if hit is None:
        return Change(False, False, False, elsewhere, _silence(checked, span))
    first = " ".join(repair.replacement for repair in hit.repairs[:1]).casefold()
    named = any(value.casefold() in first for value in accepted)
    return Change(True, is_repaired(hit, accepted), named, elsewhere, "")


def _silence(checked: CheckedArticle, span: Span) -> str:
    """The finding at the place, one that checks just that value before others; or that nothing was read there."""
    near = [f for f in checked.findings if any(slot.span.overlaps(span) for slot in f.claim.slots)]
    exact = [f for f in near if f.claim.checked.span.overlaps(span)]
    found = Counter(f"{f.claim.shape}/{f.claim.predicate}: {f.verdict} {f.reason}" for f in exact or near)
    return found.most_common(1)[0][0] if found else "no claim read"
