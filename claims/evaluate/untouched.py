"""Findings on articles without labels -> flags per 1,000 articles, listed for a person to judge."""

from collections.abc import Iterable
from typing import Any

from claims.evaluate.cases import Check
from claims.records import Article, Finding, Verdict

CONTEXT = 120
"""Characters shown on each side of a flag in a list for people."""


def evaluate_untouched(
    articles: Iterable[Article], check: Check, judged: dict[str, str] | None = None
) -> dict[str, Any]:
    """Flags per 1,000 articles without labels, all listed with context.

    ``judged`` maps a flag's key to ``real`` or ``false``; with it the share of each is reported, and how many
    judgements are of flags that are not raised (any more).
    """
    count, flags, claims, supported = 0, [], 0, 0
    for article in articles:
        checked = check(article)
        count += 1
        claims += checked.coverage.claims
        supported += sum(f.verdict is Verdict.SUPPORTED for f in checked.findings)
        flags += [
            _flag_row(article, finding, judged or {}) for finding in checked.findings if finding.is_flag
        ]
    labels = [flag["judgement"] for flag in flags]
    return {
        "articles": count,
        "claims": claims,
        "supported": supported,
        "flags": len(flags),
        "flags_per_1000": round(1000 * len(flags) / count, 2) if count else None,
        "real": labels.count("real"),
        "false": labels.count("false"),
        "unjudged": labels.count("unjudged"),
        "unmatched": len((judged or {}).keys() - {flag["key"] for flag in flags}),
        "false_flags_per_1000": round(1000 * labels.count("false") / count, 2) if count and judged else None,
        "listed": flags,
    }


def flag_key(article: Article, finding: Finding) -> str:
    """What a judgement of a flag is kept under: the article, where, and what is said to be wrong."""
    return f"{article.id}:{finding.span.start}-{finding.span.end}:{finding.reason}"


def _flag_row(article: Article, finding: Finding, judged: dict[str, str]) -> dict[str, Any]:
    key, text = flag_key(article, finding), article.text
    start, end = finding.span.start, finding.span.end
    return {
        "key": key,
        "judgement": judged.get(key, "unjudged"),
        "published": article.published.isoformat() if article.published else None,
        "shape": str(finding.claim.shape),
        "verdict": str(finding.verdict),
        "confidence": finding.confidence,
        "context": f"{text[max(0, start - CONTEXT) : start]}[[{text[start:end]}]]{text[end : end + CONTEXT]}",
        "explanation": finding.explanation,
        "repairs": [repair.replacement for repair in finding.repairs],
    }
