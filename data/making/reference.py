"""Figures of better sources, by which those of a list of estimates are judged."""

from collections import defaultdict
from collections.abc import Iterable

# How far two sources may lie apart and still say the same: a share of the value, or as many units.
SHARES = {"population": 0.025, "gdp": 0.05, "area": 0.02, "gdp_per_person": 0.06}
UNITS = {"life_expectancy": 1.0, "inflation": 0.5, "unemployment": 0.5, "gdp_growth": 0.5, "urban_share": 2.0}
NEIGHBOURS = 2
"""Years to look beyond for figures that move slowly, where the year itself is not in the source."""
SLOW = {"population": 0.015, "life_expectancy": 0.4}
"""What such a figure may move in a year: a share of it, or years of life."""


class Reference:
    """Values by subject, predicate and year, of every pack made before."""

    def __init__(self) -> None:
        self._values: dict[tuple[str, str, str], list[float]] = defaultdict(list)
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])

    def add(self, facts: Iterable[tuple[str, ...]]) -> None:
        """Take in the figures of a pack; a figure without a year is that of all years."""
        for subject, predicate, value, year, *_rest in facts:
            if predicate in SHARES or predicate in UNITS:
                self._values[subject, predicate, year].append(float(value))

    def has(self, subject: str, predicate: str, year: str) -> bool:
        """Whether a better source has the figure."""
        return (subject, predicate, year) in self._values

    def agrees(self, subject: str, predicate: str, year: str, value: float) -> bool | None:
        """Whether some source bears a figure out; None where none has it, nor a year nearby."""
        known, slack = self._near(subject, predicate, year)
        if not known:
            return None
        agrees = any(_close(predicate, value, other, slack) for other in known)
        self.counts[predicate][0] += agrees
        self.counts[predicate][1] += 1
        return agrees

    def _near(self, subject: str, predicate: str, year: str) -> tuple[list[float], int]:
        for distance in range(NEIGHBOURS + 1 if predicate in SLOW and year else 1):
            for sign in (-1, 1) if distance else (0,):
                other = str(int(year) + sign * distance) if year else ""
                known = self._values.get((subject, predicate, other))
                if known:
                    return known, distance
        return [], 0


def _close(predicate: str, one: float, other: float, years: int) -> bool:
    drift = SLOW.get(predicate, 0.0) * years
    if predicate in SHARES:
        return abs(one - other) <= (SHARES[predicate] + drift) * abs(other)
    return abs(one - other) <= max(UNITS[predicate] + drift, 0.05 * abs(other))
