"""What reviewers decided -> how often flags were right, by shape and rule, and what to change for a wanted precision."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby, pairwise
from statistics import median

from claims.evaluate.score import Rate
from claims.ledger.read_reviewed import JudgedFlag, Moment, Reviewed

ENOUGH = 10
"""Decided flags without which nothing is changed: of fewer, one wrong one weighs too much."""

AT_WORK = timedelta(minutes=10)
"""Longest time between two decisions of one reviewer that counts as work on the second."""

KEEP, RAISE, OFF, FEW = "keep", "raise", "off", "few"


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do with a shape or a rule.

    ``keep``: as right as wanted. ``raise``: it is, from the confidence ``least`` on, where it was ``there``. ``off``: it is not at any
    confidence, and the interval leaves no doubt. ``few``: too few decisions to tell.
    """

    kind: str
    least: float | None = None
    there: Rate | None = None


@dataclass(frozen=True, slots=True)
class Quality:
    """How often the flags of a shape or a rule were right, how many of these were worth reporting, and what to do."""

    name: str
    right: Rate
    useful: int
    advice: Advice


@dataclass(frozen=True, slots=True)
class Effort:
    """How long decisions took: seconds, by the time since the same reviewer's last one; None where no two are near enough."""

    decided: int
    keys: int
    seconds_per_key: float | None
    seconds_per_flag: float | None


@dataclass(frozen=True, slots=True)
class QualityReport:
    """All of it, and each of the shapes and rules."""

    total: Quality
    shapes: tuple[Quality, ...]
    rules: tuple[Quality, ...]
    effort: Effort


def measure_quality(reviewed: Reviewed, wanted: float) -> QualityReport:
    """The figures for a wanted precision, above 0 and up to 1. One error in many articles counts once."""
    return QualityReport(
        total=_quality("all", reviewed.flags, wanted),
        shapes=_by(reviewed.flags, wanted, lambda flag: flag.shape),
        rules=_by(reviewed.flags, wanted, lambda flag: flag.rule),
        effort=_effort(reviewed.moments),
    )


def advise(flags: Sequence[JudgedFlag], wanted: float) -> Advice:
    """What is to be done so that of these flags the wanted share is right; the lowest threshold that does it."""
    if len(flags) < ENOUGH:
        return Advice(FEW)
    if _rate(flags).as_dict()["rate"] >= wanted:
        return Advice(KEEP)
    for least in sorted({flag.confidence for flag in flags})[1:]:
        there = [flag for flag in flags if flag.confidence >= least]
        if len(there) >= ENOUGH and sum(flag.right for flag in there) >= wanted * len(there):
            return Advice(RAISE, least, _rate(there))
    return Advice(OFF) if _rate(flags).as_dict()["high"] < wanted else Advice(FEW)


def thresholds(report: QualityReport) -> dict[str, str]:
    """The setting ``least_confidence`` that the advice comes to: by shape, and by rule where one alone is at fault.

    Where a whole shape is to be raised or off, its rules need no entry of their own unless they are worse.
    """
    shapes = {one.name: _threshold(one.advice) for one in report.shapes}
    rules = {one.name: _threshold(one.advice) for one in report.rules}
    told = {name: value for name, value in rules.items() if value}
    for shape, value in shapes.items():
        if value and not any(rule.startswith(f"{shape}.") for rule in told):
            told[shape] = value
    return dict(sorted(told.items()))


def _threshold(advice: Advice) -> str:
    return {RAISE: f"{advice.least}", OFF: "off"}.get(advice.kind, "")


def _by(flags: Iterable[JudgedFlag], wanted: float, name: Callable[[JudgedFlag], str]) -> tuple[Quality, ...]:
    groups: dict[str, list[JudgedFlag]] = defaultdict(list)
    for flag in flags:
        groups[name(flag)].append(flag)
    return tuple(_quality(key, own, wanted) for key, own in sorted(groups.items()))


def _quality(name: str, flags: Sequence[JudgedFlag], wanted: float) -> Quality:
    return Quality(name, _rate(flags), sum(flag.useful for flag in flags), advise(flags, wanted))


def _rate(flags: Sequence[JudgedFlag]) -> Rate:
    return Rate(sum(flag.right for flag in flags), len(flags))


def _effort(moments: Sequence[Moment]) -> Effort:
    spent: list[tuple[float, int]] = []
    for _, own in groupby(moments, key=lambda moment: moment.reviewer):
        for before, after in pairwise(own):
            passed = after.decided - before.decided
            if passed <= AT_WORK:
                spent.append((passed.total_seconds(), after.flags))
    flags = sum(count for _, count in spent)
    return Effort(
        decided=sum(moment.flags for moment in moments),
        keys=len(moments),
        seconds_per_key=round(median(seconds for seconds, _ in spent), 1) if spent else None,
        seconds_per_flag=round(sum(seconds for seconds, _ in spent) / flags, 1) if flags else None,
    )
