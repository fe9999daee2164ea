"""A run's records -> the view of its report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from claims.records import CheckedArticle, Finding, ReadFailure, Verdict
from claims.report.build_flag import build_flag
from claims.report.build_row import Origins, build_article, build_row
from claims.report.chart import chart_bars
from claims.report.list_unjudged import list_unjudged
from claims.report.order import failures_in_order, in_order
from claims.report.view import (
    ArticleView,
    CountView,
    FailureView,
    Filters,
    FlagView,
    ListView,
    OptionView,
    ReportView,
    RunSummary,
)

LISTED = 1000
"""Findings shown in each folded list: beyond it a page gets slow, and the JSON report holds them all."""

_Placed = tuple[ArticleView, CheckedArticle, Finding]


def build_view(
    run: RunSummary,
    articles: Sequence[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Origins = MappingProxyType({}),
) -> ReportView:
    """What the report shows of a run. Every flag is in it; the folded lists stop at ``LISTED``.

    ``origins`` names the sources of facts; one that is not in it goes by what the fact has as its source.
    """
    ordered = in_order(articles)
    placed = _placed(ordered)
    flags = _flags(placed, origins)
    findings = [finding for _, _, finding in placed]
    return ReportView(
        run=run,
        articles=len(ordered),
        silent_articles=sum(not checked.coverage.judged for checked in ordered),
        judged=sum(checked.coverage.judged for checked in ordered),
        verdicts=_count_verdicts(findings),
        bars=chart_bars(findings),
        flags=flags,
        filters=_filters(flags),
        supported=_list(placed, Verdict.SUPPORTED, origins),
        reasons=_reasons(ordered),
        not_judged=_list(placed, Verdict.NOT_ENOUGH_INFO, origins),
        unjudged=list_unjudged(ordered),
        failures=tuple(FailureView(f.source, f.error) for f in failures_in_order(failures)),
    )


def _placed(ordered: Sequence[CheckedArticle]) -> list[_Placed]:
    return [
        (view, checked, finding)
        for key, checked in enumerate(ordered, start=1)
        for view in [build_article(key, checked.article)]
        for finding in checked.findings
    ]


def _flags(placed: Iterable[_Placed], origins: Origins) -> tuple[FlagView, ...]:
    flagged = [place for place in placed if place[2].is_flag]
    return tuple(
        build_flag(number, view, checked.article.text, finding, origins)
        for number, (view, checked, finding) in enumerate(flagged, start=1)
    )


def _list(placed: Iterable[_Placed], verdict: Verdict, origins: Origins) -> ListView:
    chosen = [place for place in placed if place[2].verdict is verdict]
    rows = [
        build_row(view, checked.article.text, finding, origins) for view, checked, finding in chosen[:LISTED]
    ]
    return ListView(tuple(rows), len(chosen))


def _count_verdicts(findings: Iterable[Finding]) -> tuple[CountView, ...]:
    """A count for every verdict, also where it is 0."""
    counts = Counter(finding.verdict for finding in findings)
    return tuple(CountView(verdict, counts[verdict]) for verdict in Verdict)


def _reasons(ordered: Iterable[CheckedArticle]) -> tuple[CountView, ...]:
    """Why claims were not judged, the commonest reason first."""
    counts: Counter[str] = Counter()
    for checked in ordered:
        counts.update(dict(checked.coverage.not_judged))
    return tuple(CountView(*item) for item in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _filters(flags: Sequence[FlagView]) -> Filters:
    articles = Counter(flag.article for flag in flags)
    return Filters(
        verdicts=_options(flag.verdict for flag in flags),
        shapes=_options(flag.shape for flag in flags),
        articles=tuple(OptionView(article, count) for article, count in articles.items()),
    )


def _options(codes: Iterable[str]) -> tuple[CountView, ...]:
    return tuple(CountView(code, count) for code, count in sorted(Counter(codes).items()))
