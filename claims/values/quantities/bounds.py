"""A stated number with its hedge and rounding -> the least and greatest value that it admits."""

from claims.values.quantities.mention import Hedge

LOOSE = 0.1
"""What "about" and "nearly" leave open, as a share of the number. News uses them for less than a tenth;
a value within it is not called wrong."""

Bounds = tuple[float | None, float | None]


def bounds(low: float, high: float, rounding: float, hedge: Hedge) -> Bounds:
    """Least and greatest value for a number or range; None is open. A hedge on one side opens the other."""
    if hedge in (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.ORDER):
        return low, None
    if hedge in (Hedge.LESS_THAN, Hedge.AT_MOST):
        return None, high
    slack = max(rounding, LOOSE * max(abs(low), abs(high)))
    if hedge is Hedge.ABOUT:
        return low - slack, high + slack
    if hedge is Hedge.NEARLY:
        return low - slack, high + rounding
    return low - rounding, high + rounding
