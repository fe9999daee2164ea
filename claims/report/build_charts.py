"""The counts of a run and of those before it -> the charts of its report."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.ledger.article_counts import Passed
from claims.ledger.run_history import PastRun
from claims.records import CheckedArticle, Finding, Verdict
from claims.report.chart import OTHER, Chart, longest_first, stack_rows
from claims.report.wording import CONFIDENCE, SHAPES, confidence_in_words

ROWS = 6
"""Bars of a chart before the rest is put together: more would push the flags off the first screen."""
SERIES = 5
"""Parts of a bar that have a colour of their own."""

OVER_RUNS = ("kinds", "sources")

SUPPORTED, FLAGGED, UNJUDGED, JUDGED = "supported", "flagged", "not judged", "judged"


@dataclass(slots=True)
class Counts:
    """What is counted of a run while its articles pass."""

    shapes: dict[str, Counter[str]] = field(default_factory=dict)
    """By shape: supported, flagged."""
    confidence: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[Verdict] = field(default_factory=Counter)
    sentences: int = 0
    worthy: int = 0
    unread: int = 0

    def add_article(self, checked: CheckedArticle) -> None:
        """Take in the coverage of an article."""
        self.sentences += checked.coverage.sentences
        self.worthy += checked.coverage.worth_checking or 0
        self.unread += len(checked.coverage.unjudged)

    def pass_by(self, passed: Passed) -> None:
        """Take in an article without flags, by its counts."""
        self.sentences += passed.sentences
        self.worthy += passed.worth_checking or 0
        self.unread += passed.unread
        for shape, count in passed.supported.items():
            self.verdicts[Verdict.SUPPORTED] += count
            self.shapes.setdefault(shape, Counter())[SUPPORTED] += count
        self.verdicts[Verdict.NOT_ENOUGH_INFO] += sum(passed.unjudged.values())

    def add_finding(self, finding: Finding, origin: str) -> None:
        """Take in a finding; ``origin`` is the source of its article."""
        self.verdicts[finding.verdict] += 1
        if finding.verdict is Verdict.NOT_ENOUGH_INFO:
            return
        part = FLAGGED if finding.is_flag else SUPPORTED
        self.shapes.setdefault(finding.claim.shape, Counter())[part] += 1
        if finding.is_flag:
            self.confidence[confidence_in_words(finding.confidence)] += 1
            self.origins[origin] += 1


def build_charts(counts: Counts, runs: Iterable[PastRun]) -> tuple[Chart, ...]:
    """The charts that have something to show: claims by kind, coverage, confidence, flags over runs by kind and by source."""
    past = tuple(runs)
    charts = (_claims(counts), _coverage(counts), _confidence(counts), *_flags(counts, past))
    return tuple(chart for chart in charts if chart.rows)


def renew_charts(charts: Iterable[Chart], runs: Iterable[PastRun]) -> tuple[Chart, ...]:
    """The charts of a run that found the same as the one whose charts are given: only those over runs are other ones."""
    kept = (chart for chart in charts if chart.name not in OVER_RUNS)
    return tuple(chart for chart in (*kept, *_flags(Counts(), tuple(runs))) if chart.rows)


def _claims(counts: Counts) -> Chart:
    kinds = {SHAPES.get(shape, shape): parts for shape, parts in counts.shapes.items()}
    series = (SUPPORTED, FLAGGED)
    return Chart(
        "claims", "Judged claims by kind", "judged", series, stack_rows(longest_first(kinds, ROWS), series), "verdict"
    )  # fmt: skip


def _coverage(counts: Counts) -> Chart:
    series = (SUPPORTED, FLAGGED, JUDGED, UNJUDGED)
    flags = counts.verdicts[Verdict.MISMATCH] + counts.verdicts[Verdict.OUTDATED]
    rows = {
        "Claims read": {
            SUPPORTED: counts.verdicts[Verdict.SUPPORTED],
            FLAGGED: flags,
            UNJUDGED: counts.verdicts[Verdict.NOT_ENOUGH_INFO],
        },
        "Sentences worth checking": {JUDGED: counts.worthy - counts.unread, UNJUDGED: counts.unread},
    }
    present = tuple(code for code in series if any(parts.get(code) for parts in rows.values()))
    return Chart("coverage", "What could be judged", "", present, stack_rows(rows, present), "verdict")


def _confidence(counts: Counts) -> Chart:
    bands = {
        f"{words}, {least:.0%} and more" if least else words: {FLAGGED: counts.confidence[words]}
        for least, words in CONFIDENCE
        if counts.confidence[words]
    }
    named = {label[0].upper() + label[1:]: parts for label, parts in bands.items()}
    return Chart(
        "confidence", "Flags by confidence", "", (FLAGGED,), stack_rows(named, (FLAGGED,)), "verdict"
    )


def _flags(counts: Counts, runs: tuple[PastRun, ...]) -> tuple[Chart, ...]:
    """Over runs where there were some; of a first run its sources alone, for its kinds are told already."""
    if len(runs) > 1:
        kinds = [{SHAPES.get(code, code): n for code, n in run.shapes.items()} for run in runs]
        return (
            _over_runs(OVER_RUNS[0], "Flags by kind, run by run", runs, kinds),
            _over_runs(OVER_RUNS[1], "Flags by source, run by run", runs, [run.sources for run in runs]),
        )
    rows = longest_first({origin: {FLAGGED: n} for origin, n in counts.origins.items()}, ROWS)
    return (Chart(OVER_RUNS[1], "Flags by source", "", (FLAGGED,), stack_rows(rows, (FLAGGED,)), "verdict"),)


def _over_runs(name: str, title: str, runs: tuple[PastRun, ...], flags: Sequence[Mapping[str, int]]) -> Chart:
    sums = Counter[str]()
    for counted in flags:
        sums.update(counted)
    common = [code for code, _ in sorted(sums.items(), key=lambda item: (-item[1], item[0]))][:SERIES]
    rows = {_label(run): _with_rest(counted, common) for run, counted in zip(runs, flags, strict=True)}
    series = (*common, OTHER) if any(parts[OTHER] for parts in rows.values()) else tuple(common)
    return Chart(name, title, "", series, stack_rows(rows, series))


def _with_rest(counted: Mapping[str, int], common: list[str]) -> dict[str, int]:
    return {
        **{code: counted.get(code, 0) for code in common},
        OTHER: sum(n for code, n in counted.items() if code not in common),
    }


def _label(run: PastRun) -> str:
    return f"{run.started.day} {run.started:%b %Y, %H:%M}"
