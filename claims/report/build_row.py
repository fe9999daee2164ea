"""A finding -> a row of a folded list, and how its article and its facts are named."""

from urllib.parse import urlsplit

from claims.records import Article, Fact, Finding, Verdict
from claims.report.excerpt import cut_excerpt
from claims.report.view import ArticleView, EvidenceView, RowView
from claims.values.dates import write_partial

ROW_ROOM = 90
"""Characters shown on each side of the span in a folded list."""


def build_row(article: ArticleView, text: str, finding: Finding) -> RowView:
    """The row of a finding: what was read, where, and why it was judged so."""
    supported = finding.verdict is Verdict.SUPPORTED
    return RowView(
        article=article,
        label=finding.claim.shape if supported else finding.reason,
        excerpt=cut_excerpt(text, finding.claim.sentence, finding.span, ROW_ROOM),
        explanation=finding.explanation,
        evidence=tuple(build_evidence(fact) for fact in finding.facts) if supported else (),
    )


def build_article(key: int, article: Article) -> ArticleView:
    """How the report names an article: by its title, or by its id where it has none."""
    published = write_partial(article.published.isoformat()) if article.published else "date unknown"
    return ArticleView(key, article.title or article.id, published, article.source, web_link(article.url))


def build_evidence(fact: Fact) -> EvidenceView:
    """A fact as evidence."""
    as_of = write_partial(fact.as_of.isoformat()) if fact.as_of else None
    return EvidenceView(fact.text, fact.source, web_link(fact.source), as_of)


def web_link(address: str | None) -> str | None:
    """The address where it is one of the web (http or https), else None: nothing else may be followed."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
