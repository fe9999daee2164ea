"""Records -> rows of the ledger: one function a table, a row by its column names (``schema.sql``)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from claims.ledger.pack_records import content_key
from claims.ledger.run import Run
from claims.records import CheckedArticle, Claim, Disagreement, Fact, Finding, ReadFailure, Repair

Row = dict[str, Any]


def run_row(run: Run) -> Row:
    """The row of ``runs``."""
    return {
        "run": run.id,
        "started": _utc(run.started),
        "finished": _utc(run.finished) if run.finished else None,
        "inputs": list(run.inputs),
        "default_date": run.default_date,
        "program": run.program,
        "facts": run.facts,
        "model": run.model,
        "settings": run.settings,
        "rules": run.rules,
        "planted": run.planted,
        "planted_found": run.planted_found,
        "false_alarms": run.false_alarms,
    }


def article_row(run: str, checked: CheckedArticle) -> Row:
    """The row of ``articles`` of an article that the run judged; it holds no text."""
    article, coverage = checked.article, checked.coverage
    return {
        "run": run,
        "article": article.id,
        "source": article.source,
        "title": article.title,
        "url": article.url,
        "author": article.author,
        "language": article.language,
        "published": article.published,
        "published_from": article.published_from,
        "sha256": article.sha256,
        "characters": len(article.text),
        "sentences": coverage.sentences,
        "worth_checking": coverage.worth_checking,
        "claims": coverage.claims,
        "judged": coverage.judged,
        "worths": [item.worth for item in coverage.unjudged],
        "content": content_key(article),
        "judged_in": run,
    }


def finding_rows(run: str, checked: CheckedArticle) -> Iterator[Row]:
    """The rows of ``findings`` of an article."""
    for number, finding in enumerate(checked.findings, start=1):
        yield {
            "run": run,
            "article": checked.article.id,
            "finding": number,
            "span_text": finding.span.of(checked.article.text),
            **_finding(finding),
        }


def evidence_rows(run: str, checked: CheckedArticle) -> Iterator[Row]:
    """The rows of ``evidence`` of an article: which fact a finding rests on."""
    for number, finding in enumerate(checked.findings, start=1):
        for place, fact in enumerate(finding.facts, start=1):
            key = {"run": run, "article": checked.article.id, "finding": number, "place": place}
            yield {**key, **_fact(fact)}


def lack_rows(run: str, checked: CheckedArticle) -> Iterator[Row]:
    """The rows of ``lacks`` of an article: what the store would have needed."""
    for lack in checked.coverage.lacks:
        yield {
            "run": run,
            "article": checked.article.id,
            "finding": lack.finding,
            "predicate": lack.predicate,
            "subject": lack.subject,
            "name": lack.name,
            "parts": list(lack.parts),
            "said_of": lack.said_of,
        }


def disagreement_row(run: str, one: Disagreement) -> Row:
    """The row of ``disagreements``."""
    return {
        "run": run,
        "subject": one.subject,
        "predicate": one.predicate,
        "article": one.first.article.id,
        "span_start": one.first.span.start,
        "span_end": one.first.span.end,
        "span_text": one.first.span.of(one.first.article.text),
        "other_article": one.second.article.id,
        "other_start": one.second.span.start,
        "other_end": one.second.span.end,
        "other_text": one.second.span.of(one.second.article.text),
    }


def error_row(run: Run, failure: ReadFailure) -> Row:
    """The row of ``errors``."""
    row: Row = {"run": run.id, "input": failure.id, "source": failure.source, "error": failure.error}
    if failure.content:
        row |= {"content": failure.content, "versions": run.versions}
    return {"content": None, "versions": None, **row}


def _finding(finding: Finding) -> Row:
    claim = finding.claim
    return {
        "span_start": finding.span.start,
        "span_end": finding.span.end,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "shape": claim.shape,
        "predicate": claim.predicate,
        "subject": _subject(claim),
        "verdict": finding.verdict,
        "reason": finding.reason,
        "slot": finding.slot,
        "voice": claim.voice,
        "speaker": claim.speaker,
        "modality": claim.modality,
        "confidence": finding.confidence,
        "explanation": finding.explanation,
        "repairs": [_repair(repair) for repair in finding.repairs],
    }


def _subject(claim: Claim) -> str | None:
    slot = claim.slot("subject")
    return slot.entities[0] if slot and len(slot.entities) == 1 else None


def _repair(repair: Repair) -> Row:
    return {
        "span_start": repair.span.start,
        "span_end": repair.span.end,
        "replacement": repair.replacement,
        "facts": list(repair.fact_ids),
    }


def _fact(fact: Fact) -> Row:
    return {
        "fact": fact.id,
        "fact_text": fact.text,
        "valid_from": fact.valid.start if fact.valid else None,
        "valid_to": fact.valid.end if fact.valid else None,
        "as_of": fact.as_of,
        "source": fact.source,
        "status": fact.status,
    }


def _utc(moment: datetime) -> datetime:
    """In UTC and without its zone: to read a column with zones Python would need pytz."""
    return moment.astimezone(UTC).replace(tzinfo=None)
