"""One in five, nine out of 10, 441 per 100,000, 12 ± 3: two readings -> one."""

from dataclasses import replace
from decimal import Decimal

from claims.values.quantities.mention import Kind
from claims.values.quantities.number import ZERO
from claims.values.quantities.reading import Reading
from claims.values.quantities.unit_reading import UnitReading

JOINTS = frozenset(("in", "out of", "over", "in every", "out of every", "of every"))
PLUS_OR_MINUS = frozenset(("±", "+ -", "+ / -", "plus or minus", "plus - or - minus"))
PER_POPULATION = frozenset(map(Decimal, (100, 1000, 10_000, 100_000, 1_000_000)))
"""Numbers of people that rates are given for; the rate's ``per`` is then ``1000``."""
MOST_IN = 10
"""Greatest first number of "one in five"; "12 in 20 states" is a count."""
SHARE = UnitReading("share", "share", -1, -1)


def join_ratio(left: Reading, right: Reading, joint: str) -> Reading | None:
    """The two as one share, rate or value with its margin, or None; a noun may stand before "per"."""
    if joint in PLUS_OR_MINUS and _fits_margin(left, right):
        return replace(
            left, step=abs(right.value), unit=right.unit, kind=right.kind, last=right.last, joined=True
        )
    joint = " ".join(word for word in joint.split() if word != "-") or joint
    if joint.endswith("per") and left.unit is None and right.unit is None and right.value in PER_POPULATION:
        rate = UnitReading("", "rate", -1, -1, per=f"{right.value:f}")
        return replace(left, unit=rate, last=right.last, joined=True)
    if joint not in JOINTS or not _is_share(left, right, joint):
        return None
    return replace(
        left, values=(left.value / right.value,), step=ZERO, kind=Kind.RATIO, unit=SHARE, last=right.last,
        number_last=right.number_last, noun=right.noun, joined=True,
    )  # fmt: skip


def join_part(left: Reading, right: Reading, joint: str) -> Reading | None:
    """Half of one percent, a quarter of 1 point: the fraction in the unit of the one; else None."""
    if joint != "of" or left.kind is not Kind.FRACTION or right.unit is None or right.value != 1:
        return None
    return replace(right, values=left.values, step=ZERO, first=left.first, number=left.number, joined=True)


def _fits_margin(value: Reading, margin: Reading) -> bool:
    """Whether only the margin names a unit, or both the same."""
    return value.unit is None or (margin.unit is not None and value.unit.unit == margin.unit.unit)


def _is_share(left: Reading, right: Reading, joint: str) -> bool:
    """Whether a smaller whole number stands before a greater one, and nothing makes counts of them."""
    if not left.bare or right.unit is not None or not _is_whole(left) or not _is_whole(right):
        return False
    if not 0 < left.value < right.value or (joint == "over" and right.noun is not None):
        return False
    return joint != "in" or (left.value <= MOST_IN and not (right.number.plain and right.value > 1000))


def _is_whole(reading: Reading) -> bool:
    return reading.value == reading.value.to_integral_value()
