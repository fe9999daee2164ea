"""A finding -> a row of a folded list, and how its article and its facts are named."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from claims.ledger.source_name import source_name
from claims.records import Article, Fact, Finding, Verdict
from claims.report.agreement import agree
from claims.report.excerpt import cut_excerpt
from claims.report.flag_view import ArticleView, EvidenceView, OriginView
from claims.report.view import RowView
from claims.values.dates import write_partial

Origins = Mapping[str, OriginView]
"""How sources are named, by what a fact has as its source."""

ROW_ROOM = 90
"""Characters shown on each side of the span in a folded list."""


def build_row(article: ArticleView, text: str, finding: Finding, origins: Origins) -> RowView:
    """The row of a finding: what was read, where, and why it was judged so."""
    supported = finding.verdict is Verdict.SUPPORTED
    return RowView(
        article=article,
        label=finding.claim.shape if supported else finding.reason,
        excerpt=cut_excerpt(text, finding.claim.sentence, finding.span, ROW_ROOM),
        explanation=agree(finding.explanation),
        evidence=tuple(build_evidence(fact, origins) for fact in finding.facts) if supported else (),
    )


def build_article(key: int, article: Article) -> ArticleView:
    """How the report names an article: by its title, or by its id where it has none."""
    day = article.published.isoformat() if article.published else ""
    published = write_partial(day) if day else "date unknown"
    headline = article.title or article.id
    source = None if headline == article.source else article.source
    origin = source_name(article.source, article.url)
    return ArticleView(key, headline, published, source, web_link(article.url), origin, day)


def build_evidence(fact: Fact, origins: Origins) -> EvidenceView:
    """A fact as evidence, its source named by its record where that is known."""
    # A template may have said it already, in the sentence itself.
    untold = fact.as_of if "(as of " not in fact.text else None
    as_of = write_partial(untold.isoformat()) if untold else None
    origin = origins.get(fact.source) or OriginView(fact.source, web_link(fact.source))
    return EvidenceView(agree(fact.text), origin, as_of)


def web_link(address: str | None) -> str | None:
    """The address where it is one of the web (http or https), else None: nothing else may be followed."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
