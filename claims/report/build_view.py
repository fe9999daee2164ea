"""A run's records -> the view of its report, one article after another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from claims.records import CheckedArticle, Finding, ReadFailure, Shape, Verdict
from claims.report.build_flag import build_flag
from claims.report.build_row import Origins, build_article, build_row
from claims.report.build_suppressed import build_suppressed
from claims.report.chart import chart_bars
from claims.report.list_unjudged import UnjudgedBuilder
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
    RowView,
    RunSummary,
    SuppressedView,
)

LISTED = 1000
"""Findings shown in each folded list: beyond it a page gets slow, and the JSON report holds them all."""


def build_view(
    run: RunSummary,
    articles: Sequence[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Origins = MappingProxyType({}),
) -> ReportView:
    """What the report shows of a run whose articles are at hand, in whatever order."""
    builder = ViewBuilder(origins)
    for checked in in_order(articles):
        builder.add(checked)
    return builder.view(run, failures)


class ViewBuilder:
    """Takes the articles of a run in the order of the report and keeps of each only what the report shows.

    Every flag is in it; the folded lists stop at ``LISTED``. ``origins`` names the sources of facts; one that is
    not in it goes by what the fact has as its source.
    """

    def __init__(self, origins: Origins = MappingProxyType({})) -> None:
        self._origins = origins
        self._articles = self._silent = self._judged = 0
        self._flags: list[FlagView] = []
        self._rows: dict[Verdict, list[RowView]] = {Verdict.SUPPORTED: [], Verdict.NOT_ENOUGH_INFO: []}
        self._verdicts = Counter[Verdict]()
        self._shapes = Counter[tuple[Shape, bool]]()
        self._reasons = Counter[str]()
        self._unjudged = UnjudgedBuilder()
        self._suppressed: list[SuppressedView] = []

    def add(self, checked: CheckedArticle) -> None:
        """Take in the next article."""
        self._articles += 1
        self._silent += not checked.coverage.judged
        self._judged += checked.coverage.judged
        self._reasons.update(dict(checked.coverage.not_judged))
        self._unjudged.add(self._articles, checked)
        view = build_article(self._articles, checked.article)
        for finding in checked.findings:
            self._add_finding(view, checked.article.text, finding)

    def _add_finding(self, view: ArticleView, text: str, finding: Finding) -> None:
        if finding.is_suppressed:
            self._suppressed.append(build_suppressed(view, text, finding, self._origins))
            return
        self._verdicts[finding.verdict] += 1
        if finding.verdict is not Verdict.NOT_ENOUGH_INFO:
            self._shapes[finding.claim.shape, finding.is_flag] += 1
        if finding.is_flag:
            self._flags.append(build_flag(len(self._flags) + 1, view, text, finding, self._origins))
        elif len(rows := self._rows[finding.verdict]) < LISTED:
            rows.append(build_row(view, text, finding, self._origins))

    def view(self, run: RunSummary, failures: Iterable[ReadFailure]) -> ReportView:
        """What the report shows, once every article is in."""
        return ReportView(
            run=run,
            articles=self._articles,
            silent_articles=self._silent,
            judged=self._judged,
            verdicts=tuple(CountView(verdict, self._verdicts[verdict]) for verdict in Verdict),
            bars=chart_bars(self._shapes),
            flags=tuple(self._flags),
            filters=_filters(self._flags),
            supported=self._list(Verdict.SUPPORTED),
            reasons=_commonest(self._reasons),
            not_judged=self._list(Verdict.NOT_ENOUGH_INFO),
            unjudged=self._unjudged.list(),
            suppressed=tuple(self._suppressed),
            failures=tuple(FailureView(f.source, f.error) for f in failures_in_order(failures)),
        )

    def _list(self, verdict: Verdict) -> ListView:
        return ListView(tuple(self._rows[verdict]), self._verdicts[verdict])


def _commonest(counts: Counter[str]) -> tuple[CountView, ...]:
    """Why claims were not judged, the commonest reason first."""
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
