"""What comes out of comparing a claim's value with a fact's, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Standing(StrEnum):
    """How a claimed value stands to a known one: the first two bear it out, ``different`` alone can refute it."""

    EQUAL = "equal"
    COMPATIBLE = "compatible"
    """The same at another grain, or within what rounding and tolerance allow."""
    DIFFERENT = "different"
    NOT_COMPARABLE = "not_comparable"
    """Too near to call, or nothing can be said."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A standing with its reason as a code, and what it was read from: days, bounds, tolerance ... by name."""

    standing: Standing
    reason: str
    details: Mapping[str, str | float] = field(default_factory=dict)
