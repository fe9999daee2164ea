"""An article's findings -> flat records, one a finding, as tables and JSON Lines have them."""

from collections.abc import Iterator
from typing import Any

from claims.ledger.claim_key import claim_key
from claims.records import Article, CheckedArticle, Fact, Finding
from claims.report.action import ACTIONS
from claims.report.order import numbered_findings

COLUMNS = (
    "run", "article", "source", "title", "url", "published", "sha256", "finding", "start", "end", "text", "sentence", "statement",
    "shape", "predicate", "verdict", "reason", "slot", "voice", "speaker", "modality", "action", "confidence", "explanation",
    "repairs", "facts", "claim_key", "facts_key", "rule", "decision", "decided_by", "note",
)  # fmt: skip
"""The fields of a record, in order."""


def flatten(run: str, checked: CheckedArticle, *, flags_only: bool = True) -> Iterator[dict[str, Any]]:
    """A record of each flag, or of every finding: text, numbers and ISO dates; ``repairs`` and ``facts`` are lists.

    Offsets count characters of the article's text, from 0, the end exclusive.
    """
    for number, finding in numbered_findings(checked):
        if finding.is_flag or not flags_only:
            yield _record(run, checked.article, number, finding)


def _record(run: str, article: Article, number: int, finding: Finding) -> dict[str, Any]:
    claim, key, decision = finding.claim, claim_key(finding), finding.decision
    return {
        "run": run,
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "sha256": article.sha256,
        "finding": number,
        "start": finding.span.start,
        "end": finding.span.end,
        "text": finding.span.of(article.text),
        "sentence": claim.sentence.of(article.text),
        "statement": claim.text,
        "shape": str(claim.shape),
        "predicate": claim.predicate,
        "verdict": str(finding.verdict),
        "reason": str(finding.reason),
        "slot": finding.slot,
        "voice": str(claim.voice),
        "speaker": claim.speaker,
        "modality": str(claim.modality),
        "action": str(ACTIONS[claim.voice]) if finding.disagrees else None,
        "confidence": finding.confidence,
        "explanation": finding.explanation,
        "repairs": [repair.replacement for repair in finding.repairs],
        "facts": [_fact(fact) for fact in finding.facts],
        "claim_key": key.claim,
        "facts_key": key.facts,
        "rule": key.rule,
        "decision": str(decision.choice) if decision else None,
        "decided_by": decision.reviewer if decision else None,
        "note": decision.note if decision else None,
    }


def _fact(fact: Fact) -> dict[str, str | None]:
    return {
        "id": fact.id,
        "text": fact.text,
        "source": fact.source,
        "as_of": fact.as_of.isoformat() if fact.as_of else None,
    }
