"""The same article judged twice -> what is judged otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from claims.records import CheckedArticle, Finding

Key = tuple[str, str, int, int]


@dataclass(frozen=True, slots=True)
class Flip:
    """A statement whose verdict changed; ``was`` or ``now`` is empty where it was no finding."""

    article: str
    span: str
    was: str
    now: str
    explanation: str


def compare_findings(old: CheckedArticle, new: CheckedArticle) -> Iterator[Flip]:
    """Every statement with another verdict or reason, in text order."""
    before, after = _by_key(old), _by_key(new)
    for key in sorted(before.keys() | after.keys(), key=lambda k: (k[2], k[3], k[0], k[1])):
        was, now = before.get(key), after.get(key)
        if _said(was) == _said(now):
            continue
        shown = now or was
        assert shown is not None
        span = shown.span.of(new.article.text)
        yield Flip(new.article.id, span, _said(was), _said(now), shown.explanation)


def _by_key(checked: CheckedArticle) -> dict[Key, Finding]:
    return {(f.claim.predicate, f.slot, f.span.start, f.span.end): f for f in checked.findings}


def _said(finding: Finding | None) -> str:
    return f"{finding.verdict} ({finding.reason})" if finding else ""
