"""Explanations -> the machine-readable form of ``claims explain``."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from claims.explain import Explanation
from claims.judging.comparison import Comparison
from claims.judging.explain_candidates import Outcome
from claims.judging.explain_closedness import Closedness
from claims.judging.explain_confidence import ConfidenceParts
from claims.judging.explain_finding import RankedEdition, WeighedFact
from claims.records import Fact, Interval, ReadFailure, Repair, Slot, Span
from claims.report.list_findings import NumberedFinding
from claims.report.reason_meanings import REASON_MEANINGS
from claims.store.open import Store
from claims.store.recording import LookUp

_Json = dict[str, Any]


def explanation_as_json(
    explanations: Sequence[Explanation],
    findings: Sequence[NumberedFinding],
    failures: Sequence[ReadFailure],
    store: Store,
) -> _Json:
    """An object ready for ``json.dumps``; docs/output.md says what each field holds. Dates are ISO or None."""
    return {
        "explanations": [_explanation(one, store) for one in explanations],
        "findings": [_listed(one) for one in findings],
        "errors": [{"source": failure.source, "error": failure.error} for failure in failures],
    }


def _listed(one: NumberedFinding) -> _Json:
    finding = one.finding
    return {
        "number": one.number,
        "source": one.article.source,
        "text": finding.span.of(one.article.text),
        "shape": str(finding.claim.shape),
        "verdict": str(finding.verdict),
        "reason": str(finding.reason),
    }


def _explanation(one: Explanation, store: Store) -> _Json:
    finding, claim, trace, text = one.finding, one.finding.claim, one.trace, one.article.text
    return {
        "number": one.number,
        "source": one.article.source,
        "published": _iso(one.article.published),
        "sentence": _span(claim.sentence, text),
        "span": _span(finding.span, text),
        "claim": _claim(one, text),
        "candidates": [_candidate(outcome, store) for outcome in one.candidates],
        "look_ups": [_look_up(asked, store) for asked in trace.asked],
        "facts": [_fact(weighed) for weighed in trace.facts],
        "closedness": [_closedness(closedness, store) for closedness in trace.closedness],
        "verdict": str(finding.verdict),
        "reason": str(finding.reason),
        "meaning": REASON_MEANINGS[finding.reason],
        "explanation": finding.explanation,
        "alone": {"verdict": str(trace.alone.verdict), "reason": str(trace.alone.reason)},
        "held_back": one.held_back or None,
        "confidence": finding.confidence,
        "confidence_parts": _confidence(trace.confidence) if trace.confidence else None,
        "repairs": [_repair(repair, text) for repair in finding.repairs],
        "ranking": [_edition(edition, store) for edition in trace.editions],
    }


def _claim(one: Explanation, text: str) -> _Json:
    claim, voice_by = one.finding.claim, one.manner.voice_by
    return {
        "statement": claim.text,
        "shape": str(claim.shape),
        "predicate": claim.predicate,
        "checked": claim.value,
        "slots": [_slot(slot, text) for slot in claim.slots],
        "voice": str(claim.voice),
        "voice_by": _span(voice_by, text) if voice_by else None,
        "speaker": claim.speaker,
        "modality": str(claim.modality),
        "modality_by": one.manner.modality_by or None,
        "cues": sorted(claim.cues),
    }


def _slot(slot: Slot, text: str) -> _Json:
    quantity = slot.quantity
    return {
        "name": slot.name,
        **_span(slot.span, text),
        "entities": list(slot.entities),
        "readings": [_interval(reading) for reading in slot.readings],
        "numbers": list(quantity.stated) if quantity else [],
        "low": quantity.low if quantity else None,
        "high": quantity.high if quantity else None,
        "unit": quantity.unit if quantity else None,
        "unresolved": str(slot.unresolved) if slot.unresolved else None,
    }


def _candidate(outcome: Outcome, store: Store) -> _Json:
    candidate = outcome.candidate
    return {
        "entity": candidate.entity,
        "name": store.name(candidate.entity),
        "found_by": candidate.found_by,
        "score": candidate.score,
        "taken": not outcome.lost_by,
        "lost_by": outcome.lost_by or None,
        "said": outcome.said or None,
    }


def _look_up(asked: LookUp, store: Store) -> _Json:
    return {
        "by": asked.by,
        "entity": asked.entity,
        "name": store.name(asked.entity),
        "predicate": asked.predicate,
        "year": asked.year,
        "complete": asked.complete,
        "fact_ids": [fact.id for fact in asked.facts],
    }


def _fact(weighed: WeighedFact) -> _Json:
    fact: Fact = weighed.fact
    return {
        "id": fact.id,
        "text": fact.text,
        "predicate": fact.predicate,
        "valid_from": _iso(fact.valid.start if fact.valid else None),
        "valid_to": _iso(fact.valid.end if fact.valid else None),
        "as_of": _iso(fact.as_of),
        "status": fact.status or None,
        "source": fact.source,
        "evidence": weighed.is_evidence,
        "held_at_the_time": weighed.held,
        "comparison": _comparison(weighed.comparison) if weighed.comparison else None,
    }


def _comparison(comparison: Comparison) -> _Json:
    return {
        "standing": str(comparison.standing),
        "reason": comparison.reason,
        "details": dict(comparison.details),
    }


def _closedness(closedness: Closedness, store: Store) -> _Json:
    named = closedness.of if closedness.kind == "predicate" else store.name(closedness.of)
    return {
        "kind": closedness.kind,
        "of": closedness.of,
        "name": named,
        "closed": closedness.closed,
        "details": dict(closedness.details),
    }


def _confidence(parts: ConfidenceParts) -> _Json:
    return {
        "bias": parts.bias,
        "features": [{"name": name, "weight": round(weight, 4)} for name, weight in parts.features],
        "log_odds": round(parts.log_odds, 4),
        "probability": parts.probability,
        "threshold": parts.threshold,
    }


def _edition(edition: RankedEdition, store: Store) -> _Json:
    return {
        "rank": edition.rank,
        "entity": edition.entity,
        "name": store.name(edition.entity),
        "points": edition.points,
        "terms": {name: round(points, 4) for name, points in edition.terms},
    }


def _repair(repair: Repair, text: str) -> _Json:
    return {
        **_span(repair.span, text),
        "replacement": repair.replacement,
        "fact_ids": list(repair.fact_ids),
    }


def _interval(interval: Interval) -> _Json:
    return {
        "from": _iso(interval.start),
        "to": _iso(interval.end),
        "precision": str(interval.precision),
        "approximate": interval.approximate,
    }


def _span(span: Span, text: str) -> _Json:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
