"""Findings -> the machine-readable report."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from claims.records import (
    CheckedArticle,
    Coverage,
    Decision,
    Fact,
    Finding,
    ReadFailure,
    Repair,
    SecondReading,
)
from claims.report.order import failures_in_order, in_order


def as_json(articles: Sequence[CheckedArticle], failures: Sequence[ReadFailure]) -> dict[str, Any]:
    """An object ready for ``json.dumps``: ``{"articles": [...]}``, equal for equal findings.

    Articles come first, then the inputs that could not be read, each with its error and no finding.
    Offsets count characters of the article's text; dates are ISO or None.
    """
    read = [article_as_json(checked) for checked in in_order(articles)]
    unread = [failure_as_json(failure) for failure in failures_in_order(failures)]
    return {"articles": [*read, *unread]}


def article_as_json(checked: CheckedArticle) -> dict[str, Any]:
    """The object of one article, its findings in the order they have."""
    article = checked.article
    return {
        "id": article.id,
        "source": article.source,
        "published": _iso(article.published),
        "error": None,
        "coverage": _coverage(checked.coverage, article.text),
        "findings": [_finding(finding, article.text) for finding in checked.findings],
    }


def _coverage(coverage: Coverage, text: str) -> dict[str, Any]:
    return {
        "sentences": coverage.sentences,
        "worth_checking": coverage.worth_checking,
        "claims": coverage.claims,
        "judged": coverage.judged,
        "set_aside": dict(coverage.set_aside),
        "unjudged": [
            {
                "start": item.span.start,
                "end": item.span.end,
                "text": item.span.of(text),
                "worth": item.worth,
                "reason": item.reason,
            }
            for item in coverage.unjudged
        ],
    }


def failure_as_json(failure: ReadFailure) -> dict[str, Any]:
    """The object of an input that could not be read."""
    return {
        "id": failure.id,
        "source": failure.source,
        "published": None,
        "error": failure.error,
        "coverage": None,
        "findings": [],
    }


def _finding(finding: Finding, text: str) -> dict[str, Any]:
    claim = finding.claim
    return {
        "span": {"start": finding.span.start, "end": finding.span.end, "text": finding.span.of(text)},
        "sentence": {"start": claim.sentence.start, "end": claim.sentence.end},
        "statement": claim.text,
        "shape": str(claim.shape),
        "verdict": str(finding.verdict),
        "reason": str(finding.reason),
        "slot": finding.slot,
        "voice": str(claim.voice),
        "modality": str(claim.modality),
        "confidence": finding.confidence,
        "explanation": finding.explanation,
        "facts": [_fact(fact) for fact in finding.facts],
        "repairs": [_repair(repair) for repair in finding.repairs],
        "second_reading": _second(finding.second_reading) if finding.second_reading else None,
        "decision": _decision(finding.decision) if finding.decision else None,
    }


def _second(reading: SecondReading) -> dict[str, str]:
    return {"reader": reading.reader, "opinion": str(reading.opinion), "why": reading.why}


def _decision(decision: Decision) -> dict[str, Any]:
    return {
        "choice": str(decision.choice),
        "scope": str(decision.scope),
        "reason": decision.reason,
        "note": decision.note,
        "repair": decision.repair,
        "reviewer": decision.reviewer,
        "decided": decision.decided.isoformat(),
        "expires": _iso(decision.expires),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "text": fact.text,
        "valid_from": _iso(fact.valid.start if fact.valid else None),
        "valid_to": _iso(fact.valid.end if fact.valid else None),
        "as_of": _iso(fact.as_of),
        "source": fact.source,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "start": repair.span.start,
        "end": repair.span.end,
        "replacement": repair.replacement,
        "fact_ids": list(repair.fact_ids),
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
