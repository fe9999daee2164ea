"""A flag that a reviewer rejected -> what the report still shows of it."""

from claims.records import Finding
from claims.report.build_row import Origins, build_row
from claims.report.flag_view import ArticleView
from claims.report.view import SuppressedView
from claims.values.dates import write_partial


def build_suppressed(article: ArticleView, text: str, finding: Finding, origins: Origins) -> SuppressedView:
    """The row of a suppressed flag: what was flagged, and who said why that it is not to be raised."""
    decision = finding.decision
    assert decision is not None
    expires = write_partial(decision.expires.isoformat()) if decision.expires else None
    return SuppressedView(
        row=build_row(article, text, finding, origins),
        scope=decision.scope,
        reason=decision.reason,
        note=decision.note,
        reviewer=decision.reviewer,
        decided=write_partial(decision.decided.date().isoformat()),
        expires=expires,
    )
