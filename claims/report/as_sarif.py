"""Flags -> SARIF 2.1.0, which editors and code hosts show beside the text."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from claims.ledger.claim_key import claim_key
from claims.records import Article, CheckedArticle, Finding, ReadFailure, Repair, Span
from claims.report.action import ACTIONS, Action
from claims.report.agreement import agree
from claims.report.build_row import web_link
from claims.report.encodable import encodable
from claims.report.order import failures_in_order, numbered_findings
from claims.report.printable import printable
from claims.report.reason_meanings import REASON_MEANINGS
from claims.report.view import RunSummary
from claims.report.wording import in_words, rejection_in_words

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(
    run: RunSummary, articles: Iterable[CheckedArticle], failures: Sequence[ReadFailure]
) -> dict[str, Any]:
    """One log with one run, ready for ``json.dumps``.

    A rule is a shape, predicate and reason; an artifact an article, whose offsets count code points of its text. Flags that a
    reviewer has rejected are in it as suppressed, and inputs that could not be read are notifications.
    """
    rules: dict[str, dict[str, Any]] = {}
    artifacts: list[dict[str, Any]] = []
    results: list[dict[str, Any]] = []
    for checked in articles:
        flags = [(number, finding) for number, finding in numbered_findings(checked) if finding.disagrees]
        if not flags:
            continue
        artifacts.append(_artifact(checked.article))
        for number, finding in flags:
            rule = claim_key(finding).rule
            rules.setdefault(rule, _rule(rule, finding))
            results.append(_result(checked.article, number, finding, len(artifacts) - 1))
    order = sorted(rules)
    for result in results:
        result["ruleIndex"] = order.index(result["ruleId"])
    driver = {
        "name": "fact-claims",
        "version": run.program,
        "rules": [rules[rule] for rule in order],
    }
    told = {
        "tool": {"driver": driver},
        "automationDetails": {"id": f"fact-claims/{run.run_id}"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run, failures)],
        "artifacts": artifacts,
        "results": results,
    }
    log: dict[str, Any] = encodable({"$schema": SCHEMA, "version": "2.1.0", "runs": [told]})
    return log


def _rule(rule: str, finding: Finding) -> dict[str, Any]:
    return {
        "id": rule,
        "shortDescription": {"text": f"{in_words(finding.claim.shape)}: {in_words(finding.reason)}"},
        "fullDescription": {"text": REASON_MEANINGS[finding.reason]},
        "properties": {"tags": [str(finding.claim.shape), str(finding.reason)]},
    }


def _artifact(article: Article) -> dict[str, Any]:
    return {
        "location": {"uri": _uri(article)},
        "description": {"text": _message(article.title or article.id)},
        "hashes": {"sha-256": article.sha256},
        "properties": {"article": article.id},
    }


def _uri(article: Article) -> str:
    return quote(web_link(article.url) or article.source, safe="/:%#?&=+,;@~()!$'*", errors="replace")


def _message(text: str) -> str:
    # In a message of SARIF braces stand for arguments and brackets for links.
    plain = printable(text) or "(no words)"
    for sign in "{}":
        plain = plain.replace(sign, sign * 2)
    return plain.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _result(article: Article, number: int, finding: Finding, artifact: int) -> dict[str, Any]:
    key = claim_key(finding)
    place = {"uri": _uri(article), "index": artifact}
    result: dict[str, Any] = {
        "ruleId": key.rule,
        "level": "warning" if ACTIONS[finding.claim.voice] is Action.FIX else "note",
        "message": {"text": _message(agree(finding.explanation))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": place,
                    "region": {
                        **_region(article.text, finding.span),
                        "snippet": {"text": printable(finding.span.of(article.text))},
                    },
                    "contextRegion": _region(article.text, finding.claim.sentence),
                }
            }
        ],
        "partialFingerprints": {"claimKey/v1": key.value},
        "rank": round(100 * finding.confidence, 1),
        "properties": {
            "article": article.id,
            "finding": number,
            "verdict": str(finding.verdict),
            "voice": str(finding.claim.voice),
            "action": str(ACTIONS[finding.claim.voice]),
            "evidence": [{"text": agree(fact.text), "source": fact.source} for fact in finding.facts],
        },
    }
    if finding.repairs and ACTIONS[finding.claim.voice] is Action.FIX:
        result["fixes"] = [_fix(place, repair) for repair in finding.repairs]
    if finding.is_suppressed:
        result["suppressions"] = list(_suppressions(finding))
    return result


def _region(text: str, span: Span) -> dict[str, int]:
    """By offset, and by line and column from 1 for viewers that know no offsets."""
    line_start = text.rfind("\n", 0, span.start) + 1
    return {
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "startLine": text.count("\n", 0, span.start) + 1,
        "startColumn": span.start - line_start + 1,
        "endLine": text.count("\n", 0, span.end) + 1,
        "endColumn": span.end - (text.rfind("\n", 0, span.end) + 1) + 1,
    }


def _fix(place: dict[str, Any], repair: Repair) -> dict[str, Any]:
    region = {"charOffset": repair.span.start, "charLength": repair.span.end - repair.span.start}
    replacement = {"deletedRegion": region, "insertedContent": {"text": repair.replacement}}
    change = {"artifactLocation": place, "replacements": [replacement]}
    return {"description": {"text": _message(repair.replacement)}, "artifactChanges": [change]}


def _suppressions(finding: Finding) -> Iterator[dict[str, Any]]:
    decision = finding.decision
    if decision is not None:
        reason = ": ".join(filter(None, (rejection_in_words(decision.reason), decision.note)))
        yield {"kind": "external", "status": "accepted", "justification": printable(reason)}


def _invocation(run: RunSummary, failures: Sequence[ReadFailure]) -> dict[str, Any]:
    return {
        "executionSuccessful": True,
        "startTimeUtc": f"{run.started:%Y-%m-%dT%H:%M:%SZ}",
        "toolExecutionNotifications": [
            {"level": "error", "message": {"text": _message(f"{failure.source}: {failure.error}")}}
            for failure in failures_in_order(failures)
        ],
    }
