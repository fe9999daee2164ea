"""The report of a run -> the few numbers that its summary states."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.records import NOT_ENGLISH, Verdict
from claims.report.view import ReportView


@dataclass(frozen=True, slots=True)
class RunCounts:
    """How many of each: articles, inputs that were not read, those of them in other languages, and claims by verdict."""

    articles: int
    failures: int
    verdicts: tuple[tuple[Verdict, int], ...]
    foreign: int = 0
    suppressed: int = 0
    """Flags that a reviewer has rejected; they are in no other number."""
    new: int = 0
    """Places of flags that the run before did not raise; of a first run, of all."""
    disagreements: int = 0
    """Pairs of statements of two articles that cannot both be right; they are no flags."""

    @property
    def flags(self) -> int:
        """Findings that an editor should look at."""
        counts = dict(self.verdicts)
        return counts[Verdict.MISMATCH] + counts[Verdict.OUTDATED]

    def rows(self) -> Iterable[tuple[str, int]]:
        """The lines of the summary table."""
        counts = dict(self.verdicts)
        return (
            ("Articles", self.articles),
            ("Inputs that could not be read", self.failures),
            ("Of these not in English", self.foreign),
            ("Claims", sum(counts.values())),
            ("Supported", counts[Verdict.SUPPORTED]),
            ("Not judged", counts[Verdict.NOT_ENOUGH_INFO]),
            ("Flags: mismatch", counts[Verdict.MISMATCH]),
            ("Flags: outdated", counts[Verdict.OUTDATED]),
            *([("Rejected before", self.suppressed)] if self.suppressed else []),
            *([("Statements that disagree", self.disagreements)] if self.disagreements else []),
        )


def count_run(view: ReportView) -> RunCounts:
    """The figures of a run by its report; every verdict has a number, also where it is 0."""
    counts = {count.code: count.count for count in view.verdicts}
    foreign = sum(failure.error.endswith(NOT_ENGLISH) for failure in view.failures)
    verdicts = tuple((v, counts[v]) for v in Verdict)
    new = view.new if view.new_since else view.flagged
    return RunCounts(
        view.articles,
        len(view.failures),
        verdicts,
        foreign,
        len(view.suppressed),
        new,
        len(view.disagreements),
    )
