"""What was read in articles -> the machine-readable form of ``claims extract``."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from claims.extracting.outline import SentenceOutline
from claims.matching.explain_worth import Contribution
from claims.records import (
    Claim,
    DurationMention,
    EntityMention,
    Interval,
    ReadFailure,
    Slot,
    Span,
    TimeMention,
)
from claims.report.scored_outline import ScoredOutline, Worth
from claims.store.open import Store
from claims.values.quantities.mention import QuantityMention

_Json = dict[str, Any]


def outline_as_json(
    outlines: Sequence[ScoredOutline], failures: Sequence[ReadFailure], store: Store
) -> _Json:
    """An object ready for ``json.dumps``; docs/output.md says what each field holds. Dates are ISO or None."""
    read = [_article(scored, store) for scored in outlines]
    return {"articles": [*read, *(_failure(failure) for failure in failures)]}


def _article(scored: ScoredOutline, store: Store) -> _Json:
    outline, text = scored.outline, scored.outline.article.text
    return {
        "id": outline.article.id,
        "source": outline.article.source,
        "published": _iso(outline.article.published),
        "error": None,
        "set_aside": [{**_span(part.span, text), "reason": part.reason} for part in outline.aside],
        "sentences": [
            _sentence(sentence, worth, text, store)
            for sentence, worth in zip(outline.sentences, scored.worths, strict=True)
        ],
    }


def _failure(failure: ReadFailure) -> _Json:
    return {
        "id": failure.id,
        "source": failure.source,
        "published": None,
        "error": failure.error,
        "set_aside": [],
        "sentences": [],
    }


def _sentence(outline: SentenceOutline, worth: Worth, text: str, store: Store) -> _Json:
    return {
        **_span(outline.sentence.span, text),
        "worth": {
            "score": worth.score,
            "worth_checking": worth.is_worthy,
            "contributions": [_contribution(part) for part in worth.contributions],
        },
        "mentions": _mentions(outline, store),
        "claims": [_claim(claim, text) for claim in outline.claims],
    }


def _contribution(part: Contribution) -> _Json:
    return {"kind": part.kind, "name": part.name, "adds": round(part.adds, 4)}


def _mentions(outline: SentenceOutline, store: Store) -> list[_Json]:
    """All mentions in text order."""
    found = [
        *(_entity(name, "name", store) for name in outline.names),
        *(_entity(name, "anaphor", store) for name in outline.anaphors),
        *(_time(time) for time in outline.times),
        *(_duration(duration) for duration in outline.durations),
        *(_quantity(quantity) for quantity in outline.quantities),
    ]
    return sorted(found, key=lambda mention: (mention["start"], mention["end"], mention["type"]))


def _entity(name: EntityMention, kind: str, store: Store) -> _Json:
    senses = [{"entity": s.entity, "name": store.name(s.entity), "alias": s.alias_kind} for s in name.senses]
    return {**_at(name.span), "text": name.text, "type": kind, "senses": senses}


def _time(time: TimeMention) -> _Json:
    return {
        **_at(time.span),
        "text": time.text,
        "type": "time",
        "relation": time.relation,
        "readings": [_interval(reading) for reading in time.readings],
        "unresolved": str(time.unresolved) if time.unresolved else None,
    }


def _duration(duration: DurationMention) -> _Json:
    parts = {"kind": duration.kind, "count": duration.count, "unit": duration.unit, "days": duration.days}
    return {**_at(duration.span), "text": duration.text, "type": "duration", **parts}


def _quantity(quantity: QuantityMention) -> _Json:
    return {
        **_at(quantity.span),
        "text": quantity.text,
        "type": "quantity",
        "kind": str(quantity.kind),
        "stated": list(quantity.stated),
        "low": quantity.low,
        "high": quantity.high,
        "unit": quantity.unit,
        "hedge": str(quantity.hedge),
    }


def _claim(claim: Claim, text: str) -> _Json:
    return {
        "statement": claim.text,
        "shape": str(claim.shape),
        "predicate": claim.predicate,
        "checked": claim.value,
        "voice": str(claim.voice),
        "speaker": claim.speaker,
        "modality": str(claim.modality),
        "cues": sorted(claim.cues),
        "slots": [_slot(slot, text) for slot in claim.slots],
    }


def _slot(slot: Slot, text: str) -> _Json:
    return {
        "name": slot.name,
        **_span(slot.span, text),
        "entities": list(slot.entities),
        "readings": [_interval(reading) for reading in slot.readings],
        "numbers": list(slot.quantity.stated) if slot.quantity else [],
        "unit": slot.quantity.unit if slot.quantity else None,
        "unresolved": str(slot.unresolved) if slot.unresolved else None,
    }


def _interval(interval: Interval) -> _Json:
    return {
        "from": _iso(interval.start),
        "to": _iso(interval.end),
        "precision": str(interval.precision),
        "approximate": interval.approximate,
    }


def _span(span: Span, text: str) -> _Json:
    return {**_at(span), "text": span.of(text)}


def _at(span: Span) -> _Json:
    return {"start": span.start, "end": span.end}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
