"""Counts -> the rows of a chart of stacked bars, as per cent of the longest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_PERCENT = 0.6
"""Width of the smallest part: one flag beside a thousand supported claims must be seen."""

OTHER = "Other"
"""The part, or row, for everything that has none of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: its count, where it begins and how wide it is, in per cent. ``place`` is that of its series in the legend."""

    code: str
    place: int
    count: int
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """A bar with what it is of."""

    label: str
    total: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its name, what it is a count of, the series of its parts, and its bars. ``kind`` says which colours it has."""

    name: str
    title: str
    unit: str
    series: tuple[str, ...]
    rows: tuple[Row, ...]
    kind: str = "many"


def stack_rows(counts: Mapping[str, Mapping[str, int]], series: Sequence[str]) -> tuple[Row, ...]:
    """A bar for each row, in their order, with a part for each of the series; none where there is no count at all."""
    longest = max((sum(parts.values()) for parts in counts.values()), default=0)
    return tuple(_row(label, parts, series, longest) for label, parts in counts.items()) if longest else ()


def longest_first(counts: Mapping[str, Mapping[str, int]], most: int) -> dict[str, dict[str, int]]:
    """The rows by their sums, those after the first ``most`` as one called other."""
    order = sorted(counts, key=lambda label: (-sum(counts[label].values()), label))
    kept = {label: dict(counts[label]) for label in order[:most]}
    rest: dict[str, int] = {}
    for label in order[most:]:
        for code, count in counts[label].items():
            rest[code] = rest.get(code, 0) + count
    return {**kept, OTHER: rest} if rest else kept


def _row(label: str, counts: Mapping[str, int], series: Sequence[str], longest: int) -> Row:
    present = [(place, code, counts[code]) for place, code in enumerate(series) if counts.get(code)]
    widths = _widths([count for *_, count in present], longest)
    parts, start = [], 0.0
    for (place, code, count), width in zip(present, widths, strict=True):
        parts.append(Part(code, place, count, round(start, 2), round(width, 2)))
        start += width
    return Row(label, sum(count for *_, count in present), tuple(parts))


def _widths(counts: Sequence[int], longest: int) -> list[float]:
    """As wide as they count, none too narrow to see, and together no wider than the whole."""
    widths = [max(100 * count / longest, LEAST_PERCENT) for count in counts]
    beyond = sum(widths) - 100
    if beyond > 0:
        widest = widths.index(max(widths))
        widths[widest] -= beyond
    return widths
