"""Findings + labelled cases -> recall, repaired recall, precision, false flags, support rate.

The scoring rules are those of the design, section 7.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from scipy.stats import binomtest

from claims.evaluate.cases import Case, Check, Label
from claims.records import CheckedArticle, Finding, Verdict
from claims.values.times import find_times

REPAIRS_READ = 2
"""How many repairs an editor is taken to read (design, section 7)."""


@dataclass(frozen=True, slots=True)
class Rate:
    """A share with its 95 % interval by Wilson's method; all None where nothing was counted."""

    hits: int
    total: int

    def as_dict(self) -> dict[str, Any]:
        """``hits``, ``total``, ``rate``, ``low``, ``high``."""
        if self.total == 0:
            return {"hits": 0, "total": 0, "rate": None, "low": None, "high": None}
        interval = binomtest(self.hits, self.total).proportion_ci(method="wilson")
        low, high = round(float(interval.low), 4), round(float(interval.high), 4)
        return {
            "hits": self.hits,
            "total": self.total,
            "rate": round(self.hits / self.total, 4),
            "low": low,
            "high": high,
        }


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one label or one flag; ``kind`` is hit, miss, false_flag, supported or unsupported."""

    kind: str
    shape: str
    case: str
    text: str
    expected: str
    got: str
    repaired: bool = False


def evaluate_cases(cases: Iterable[Case], check: Check) -> dict[str, Any]:
    """All figures over the cases, in total and by shape, with every miss and false flag."""
    known = list(cases)
    outcomes = [outcome for case in known for outcome in _outcomes(case, check(case.article))]
    shapes = sorted({outcome.shape for outcome in outcomes})
    return {
        "cases": len(known),
        "all": _figures(outcomes, len(known)),
        "by_shape": {
            shape: _figures([o for o in outcomes if o.shape == shape], len(known)) for shape in shapes
        },
        "misses": [_listed(o) for o in outcomes if o.kind == "miss"],
        "unrepaired": [_listed(o) for o in outcomes if o.kind == "hit" and not o.repaired],
        "false_flags": [_listed(o) for o in outcomes if o.kind == "false_flag"],
        "unsupported": [_listed(o) for o in outcomes if o.kind == "unsupported"],
    }


def _outcomes(case: Case, checked: CheckedArticle) -> Iterator[Outcome]:
    flags = [finding for finding in checked.findings if finding.is_flag]
    text = case.article.text
    for label in case.errors:
        hit = next((flag for flag in flags if flag.span.overlaps(label.span)), None)
        expected, words = label.accepted[0] if label.accepted else "", label.span.of(text)
        if hit is None:
            yield Outcome("miss", label.shape, case.article.id, words, expected, _silence(label, checked))
        else:
            got = " | ".join(repair.replacement for repair in hit.repairs)
            yield Outcome(
                "hit", label.shape, case.article.id, words, expected, got, is_repaired(hit, label.accepted)
            )
    for flag in flags:
        if not any(flag.span.overlaps(label.span) for label in case.errors):
            yield Outcome(
                "false_flag", str(flag.claim.shape), case.article.id, flag.span.of(text), "", flag.explanation
            )
    for label in case.labels:
        if label.verdict == "supported":
            kind = "supported" if _is_supported(label, checked.findings) else "unsupported"
            yield Outcome(
                kind, label.shape, case.article.id, label.span.of(text), "", _silence(label, checked)
            )


def _silence(label: Label, checked: CheckedArticle) -> str:
    """Why nothing was said at a span: the reasons of its findings, or that no claim was read there."""
    reasons = [
        f"{f.claim.shape}: {f.verdict} {f.reason}" for f in checked.findings if f.span.overlaps(label.span)
    ]
    return "; ".join(reasons) or "no claim read"


def _is_supported(label: Label, findings: Sequence[Finding]) -> bool:
    return any(f.verdict is Verdict.SUPPORTED and f.span.overlaps(label.span) for f in findings)


def is_repaired(flag: Finding, accepted: Sequence[str]) -> bool:
    """Whether one of the first two repairs contains an accepted value, as text or as a date."""
    offered = [repair.replacement for repair in flag.repairs[:REPAIRS_READ]]
    return any(_contains(text, value) for text in offered for value in accepted)


def _contains(text: str, value: str) -> bool:
    if value.casefold() in text.casefold():
        return True
    wanted, given = (
        frozenset(i for t in find_times(part, None) for i in t.readings) for part in (value, text)
    )
    return bool(wanted) and wanted <= given


def _figures(outcomes: Sequence[Outcome], cases: int) -> dict[str, Any]:
    def count(*kinds: str) -> int:
        return sum(outcome.kind in kinds for outcome in outcomes)

    hits, false = count("hit"), count("false_flag")
    repaired = sum(outcome.repaired for outcome in outcomes)
    errors = count("hit", "miss")
    return {
        "recall": Rate(hits, errors).as_dict(),
        "repaired_recall": Rate(repaired, errors).as_dict(),
        "precision": Rate(hits, hits + false).as_dict(),
        "support_rate": Rate(count("supported"), count("supported", "unsupported")).as_dict(),
        "false_flags_per_1000": round(1000 * false / cases, 2) if cases else None,
    }


def _listed(outcome: Outcome) -> dict[str, str]:
    return {
        "case": outcome.case,
        "shape": outcome.shape,
        "text": outcome.text,
        "expected": outcome.expected,
        "got": outcome.got,
    }
