"""Counts of findings -> the bars of the chart: how many claims of each shape were supported, how many flagged."""

from collections import Counter

from claims.records import Shape
from claims.report.view import BarView

LEAST_PERCENT = 0.6
"""Width of the smallest part: one flag beside a thousand supported claims must be seen."""


def chart_bars(judged: Counter[tuple[Shape, bool]]) -> tuple[BarView, ...]:
    """A bar for each shape of which anything was judged, the longest first, as per cent of the longest.

    ``judged`` counts the judged claims by shape and whether they were flagged.
    """
    supported, flagged = Counter[Shape](), Counter[Shape]()
    for (shape, is_flag), count in judged.items():
        (flagged if is_flag else supported)[shape] += count
    totals = supported + flagged
    longest = max(totals.values(), default=0)
    shapes = sorted(totals, key=lambda shape: (-totals[shape], shape))
    return tuple(_bar(shape, supported[shape], flagged[shape], longest) for shape in shapes)


def _bar(shape: Shape, supported: int, flagged: int, longest: int) -> BarView:
    flagged_percent = max(100 * flagged / longest, LEAST_PERCENT) if flagged else 0.0
    supported_percent = min(100 * supported / longest, 100 - flagged_percent)
    return BarView(shape, supported, flagged, round(supported_percent, 2), round(flagged_percent, 2))
