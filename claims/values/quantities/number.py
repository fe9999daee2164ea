"""A number as it was read from the tokens, before anything is known of its unit."""

from decimal import Decimal
from typing import NamedTuple

ZERO, ONE, TWO, TEN = Decimal(0), Decimal(1), Decimal(2), Decimal(10)

MOST = Decimal("0.1")
"""Largest rounding of a number that is written out, as a share of it. Chosen, not measured."""


class Number(NamedTuple):
    """A number in tokens ``first`` to before ``last``.

    ``form`` is ``digits``, ``words``, ``fraction``, ``ordinal``, ``couple`` or ``order``; ``plain`` says
    that it is digits alone, which a year or the number of a flight is too.
    """

    value: Decimal
    step: Decimal
    first: int
    last: int
    form: str
    plain: bool = False
    scale: Decimal = ONE


def half_step(mantissa: Decimal, decimals: int, scale: Decimal) -> Decimal:
    """Half of the last place a number is stated to: 0.05 for 2.3, 50 for 200, 0 for 1,247 and for 30.

    Trailing zeros count as rounding from two on, or from one on in numbers of four digits and more:
    "1,250" may stand for 1,247, "40 people" for no other number. As "200" is not said for 240, half of
    the last place is never more than ``MOST`` of a number that is written out.
    """
    if decimals:
        return scale * TEN**-decimals / 2
    digits = str(mantissa.to_integral_value())
    zeros = len(digits) - len(digits.rstrip("0")) if mantissa else 0
    rounded = zeros >= 2 or (zeros == 1 and len(digits) >= 4)
    if scale > 1:
        return scale * TEN ** max(0, zeros - 1) / 2
    return min(TEN**zeros / 2, mantissa * MOST) if rounded else ZERO
