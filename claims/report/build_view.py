"""A run's records -> the view of its report, one article after another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from types import MappingProxyType

from claims.ledger.article_counts import Passed
from claims.ledger.list_wanted import Wanted
from claims.ledger.run_history import PastRun, RunHistory
from claims.records import CheckedArticle, Disagreement, Finding, ReadFailure, Verdict
from claims.report.build_charts import Counts, build_charts, renew_charts
from claims.report.build_disagreement import build_disagreement
from claims.report.build_row import Origins, build_article, build_row
from claims.report.build_suppressed import build_suppressed
from claims.report.flag_view import ArticleView, FlagView
from claims.report.group_flags import FlagGroups
from claims.report.list_lacks import list_lacks
from claims.report.list_unjudged import UnjudgedBuilder
from claims.report.order import articles_in_order, failures_in_order, numbered_findings
from claims.report.view import (
    CountView,
    FailureView,
    Filters,
    ListView,
    ReportView,
    RowView,
    RunSummary,
    SuppressedView,
)
from claims.values.dates import write_partial

LISTED = 1000
"""Findings shown in each folded list: beyond it a page gets slow, and the JSON report holds them all."""

FIRST = RunHistory((), None)
"""The history of a run that no other went before."""


def build_view(
    run: RunSummary,
    articles: Sequence[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Origins = MappingProxyType({}),
    history: RunHistory = FIRST,
) -> ReportView:
    """What the report shows of a run whose articles are at hand, in whatever order."""
    builder = ViewBuilder(origins, history)
    for checked in articles_in_order(articles):
        builder.add(checked)
    return builder.view(run, failures)


class ViewBuilder:
    """Takes the articles of a run in the order of the report and keeps of each only what the report shows.

    Every flag is in it; the folded lists stop at ``LISTED``. ``origins`` names the sources of facts; one that is
    not in it goes by what the fact has as its source. ``history`` tells of the runs before.
    """

    def __init__(self, origins: Origins = MappingProxyType({}), history: RunHistory = FIRST) -> None:
        self._origins, self._history = origins, history
        self._articles = self._silent = self._judged = 0
        self._flags = FlagGroups(history.new or frozenset())
        self._rows: dict[Verdict, list[RowView]] = {Verdict.SUPPORTED: [], Verdict.NOT_ENOUGH_INFO: []}
        self._counts = Counts()
        self._reasons = Counter[str]()
        self._unjudged = UnjudgedBuilder()
        self._suppressed: list[SuppressedView] = []

    def add(self, checked: CheckedArticle) -> None:
        """Take in the next article, with its findings as they were found."""
        self._articles += 1
        self._silent += not checked.coverage.judged
        self._judged += checked.coverage.judged
        self._reasons.update(dict(checked.coverage.not_judged))
        self._unjudged.add(self._articles, checked)
        self._counts.add_article(checked)
        view = build_article(self._articles, checked.article)
        for number, finding in numbered_findings(checked):
            if finding.is_suppressed:
                self._suppressed.append(build_suppressed(view, checked.article.text, finding, self._origins))
            elif finding.is_flag:
                self._flags.add(view, checked, number, finding)
            else:
                self._list(view, checked.article.text, finding)
            if not finding.is_suppressed:
                self._counts.add_finding(finding, view.origin)

    def pass_by(self, passed: Passed) -> None:
        """Take in the next article by its counts alone: one that nothing is shown of (``choose_shown``)."""
        self._articles += 1
        self._silent += not passed.judged
        self._judged += passed.judged
        self._reasons.update(passed.unjudged)
        self._unjudged.pass_by(passed)
        self._counts.pass_by(passed)

    def _list(self, view: ArticleView, text: str, finding: Finding) -> None:
        rows = self._rows[finding.verdict]
        if len(rows) < LISTED:
            rows.append(build_row(view, text, finding, self._origins))

    def view(
        self,
        run: RunSummary,
        failures: Iterable[ReadFailure],
        disagreements: Iterable[Disagreement] = (),
        wanted: Sequence[Wanted] = (),
    ) -> ReportView:
        """What the report shows, once every article is in; ``wanted`` are the facts that the store lacked."""
        flags = self._flags.views(self._origins)
        verdicts = self._counts.verdicts
        return ReportView(
            run=run,
            articles=self._articles,
            silent_articles=self._silent,
            judged=self._judged,
            new=sum(place.new for flag in flags for place in flag.places),
            verdicts=tuple(CountView(verdict, verdicts[verdict]) for verdict in Verdict),
            new_since=_since(self._history.before),
            charts=build_charts(self._counts, self._history.runs),
            flagged=sum(len(flag.places) for flag in flags),
            flags=flags,
            filters=_filters(flags),
            disagreements=tuple(build_disagreement(one) for one in disagreements),
            supported=self._whole_list(Verdict.SUPPORTED),
            reasons=_commonest(self._reasons),
            not_judged=self._whole_list(Verdict.NOT_ENOUGH_INFO),
            unjudged=self._unjudged.list(),
            suppressed=tuple(self._suppressed),
            lacks=list_lacks(wanted),
            failures=tuple(FailureView(f.source, f.error) for f in failures_in_order(failures)),
        )

    def _whole_list(self, verdict: Verdict) -> ListView:
        return ListView(tuple(self._rows[verdict]), self._counts.verdicts[verdict])


def renew_view(view: ReportView, run: RunSummary, history: RunHistory) -> ReportView:
    """The view of a run that found in the same articles what the one before it found, whose view is given: nothing in it is new."""
    return replace(
        view,
        run=run,
        new=0,
        new_since=_since(history.before),
        charts=renew_charts(view.charts, history.runs),
        flags=tuple(map(_known, view.flags)) if view.new else view.flags,
        filters=replace(view.filters, new=0),
    )


def _known(flag: FlagView) -> FlagView:
    return replace(flag, places=tuple(replace(place, new=False) for place in flag.places))


def _since(before: PastRun | None) -> str:
    if before is None:
        return ""
    return f"{write_partial(before.started.strftime('%Y-%m-%d'))}, {before.started:%H:%M} UTC"


def _commonest(counts: Counter[str]) -> tuple[CountView, ...]:
    """The counts, the greatest first."""
    return tuple(CountView(*item) for item in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _filters(flags: Sequence[FlagView]) -> Filters:
    origins = Counter(origin for flag in flags for origin in {place.article.origin for place in flag.places})
    return Filters(
        verdicts=_options(flag.verdict for flag in flags),
        shapes=_options(flag.shape for flag in flags),
        actions=_options(flag.action for flag in flags),
        origins=_commonest(origins) if len(origins) > 1 else (),
        new=sum(flag.new for flag in flags),
        repeated=sum(len(flag.places) > 1 for flag in flags),
    )


def _options(codes: Iterable[str]) -> tuple[CountView, ...]:
    return tuple(CountView(code, count) for code, count in sorted(Counter(codes).items()))
