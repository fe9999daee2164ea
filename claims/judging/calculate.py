"""Numbers with the bounds that rounding and hedges leave -> the bounds of what follows from them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import inf

from claims.records import Quantity, Slot

MEASURED = ("currency", "measure")
"""Kinds of quantity that are read off a scale: "$24" may be $24.30."""
HALF = 0.5
PERCENT = 100.0
LOOSE = 0.1
"""What two round numbers for the same thing may differ by: 60 miles and 100 kilometres."""
MOST_PARTS = 10
"""Parts of a sum; every combination of their bounds is tried."""


@dataclass(frozen=True, slots=True)
class Result:
    """What follows from the parts: the value from the numbers as stated, and its bounds."""

    value: float
    low: float
    high: float


def bounds_of(quantity: Quantity) -> tuple[float, float]:
    """Least and greatest value that a stated number admits; infinite where a hedge leaves it open."""
    low = -inf if quantity.low is None else quantity.low
    high = inf if quantity.high is None else quantity.high
    if quantity.kind in MEASURED and low == high:
        return low - HALF, high + HALF
    return low, high


def calculate(formula: Callable[..., float], parts: Sequence[Slot]) -> Result | None:
    """The result of a formula that rises or falls steadily with each part; None where a part is open."""
    quantities = [slot.quantity for slot in parts if slot.quantity is not None]
    ranges = [bounds_of(quantity) for quantity in quantities]
    if not 0 < len(parts) == len(quantities) <= MOST_PARTS or any(
        abs(end) == inf for ends in ranges for end in ends
    ):
        return None
    try:
        corners = [formula(*ends) for ends in product(*ranges)]
        value = formula(*(quantity.stated[0] for quantity in quantities))
    except ZeroDivisionError:
        return None
    return Result(value, min(corners), max(corners))


def loosen(result: Result) -> Result:
    """The result as a text may round it when it says a round number in other units: by a tenth."""
    room = LOOSE * abs(result.value)
    return Result(result.value, result.low - room, result.high + room)


def distance(formula: Callable[..., float], parts: Sequence[Slot]) -> Result | None:
    """The size of a difference, whichever way it goes; from zero where the bounds leave its sign open."""
    signed = calculate(formula, parts)
    if signed is None:
        return None
    ends = sorted((abs(signed.low), abs(signed.high)))
    return Result(abs(signed.value), 0.0 if signed.low < 0 < signed.high else ends[0], ends[1])


def years_between(start: date, end: date) -> int:
    """Whole years from one day to another."""
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))
