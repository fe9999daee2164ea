"""Flags -> drafts of ClaimReview (schema.org) as JSON-LD, for a publisher that puts its fact checks on the web."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from claims.records import Article, CheckedArticle, Finding, Verdict, Voice
from claims.report.agreement import agree
from claims.report.build_row import web_link
from claims.report.encodable import encodable
from claims.report.printable import printable
from claims.report.view import RunSummary

RATINGS = {Verdict.MISMATCH: (1, "False"), Verdict.OUTDATED: (2, "Outdated")}
"""Of five: the words are what a reader is shown."""

SAFE = "/:%#?&=+,;@~()!$'*"
"""Signs of an address that stay."""

MOST_WORDS = 75
"""Characters of a claim that search engines show; longer ones are cut at a word."""


def as_claim_review(run: RunSummary, articles: Iterable[CheckedArticle]) -> dict[str, Any]:
    """A graph with a ``ClaimReview`` for each flag, marked as a draft.

    What only the publisher knows stays to be filled in: the address of its own page (``url``) and its name (``author``).
    """
    reviews = [
        _review(run, checked.article, finding)
        for checked in articles
        for finding in checked.findings
        if finding.is_flag
    ]
    graph: dict[str, Any] = encodable({"@context": "https://schema.org", "@graph": reviews})
    return graph


def _review(run: RunSummary, article: Article, finding: Finding) -> dict[str, Any]:
    value, name = RATINGS[finding.verdict]
    return {
        "@type": "ClaimReview",
        "datePublished": run.started.date().isoformat(),
        "claimReviewed": _short(finding.claim.text or finding.claim.sentence.of(article.text)),
        "itemReviewed": _claim(article, finding),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": 5,
            "worstRating": 1,
            "alternateName": name,
        },
        "reviewBody": printable(agree(finding.explanation)),
        "citation": [_citation(fact.text, fact.source) for fact in finding.facts],
        "creativeWorkStatus": "Draft",
    }


def _claim(article: Article, finding: Finding) -> dict[str, Any]:
    """The claim, who made it, and where it stood."""
    appearance = {"@type": "NewsArticle", "headline": printable(article.title or article.id)}
    if link := web_link(article.url):
        appearance["url"] = quote(link, safe=SAFE, errors="replace")
    claim: dict[str, Any] = {"@type": "Claim", "appearance": appearance}
    if article.published:
        claim["datePublished"] = appearance["datePublished"] = article.published.isoformat()
    speaker = finding.claim.speaker if finding.claim.voice is not Voice.REPORTER else article.author
    if speaker:
        claim["author"] = {"@type": "Person", "name": printable(speaker)}
    return claim


def _citation(text: str, source: str) -> dict[str, str]:
    cited = {"@type": "CreativeWork", "name": printable(source), "description": printable(agree(text))}
    if link := web_link(source):
        cited["url"] = quote(link, safe=SAFE, errors="replace")
    return cited


def _short(words: str) -> str:
    line = " ".join(printable(words).split())
    return (
        line
        if len(line) <= MOST_WORDS
        else f"{line[: MOST_WORDS - 1].rpartition(' ')[0] or line[: MOST_WORDS - 1]}…"
    )
