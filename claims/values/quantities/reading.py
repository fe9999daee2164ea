"""A number with its unit, while ranges, scores and compounds are still put together."""

from dataclasses import dataclass
from decimal import Decimal

from claims.values.quantities.mention import Kind
from claims.values.quantities.number import Number
from claims.values.quantities.unit_reading import UnitReading


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity in tokens ``first`` to before ``last``; ``numbers`` runs over those of the number alone."""

    values: tuple[Decimal, ...]
    step: Decimal
    kind: Kind
    first: int
    last: int
    number: Number
    number_last: int
    unit: UnitReading | None = None
    noun: tuple[int, int] | None = None
    joined: bool = False
    """Whether it was made of several: a range, a score, a ratio."""

    @property
    def value(self) -> Decimal:
        """Its first number."""
        return self.values[0]

    @property
    def dimension(self) -> str:
        """The dimension of its unit, empty for a bare number."""
        return "" if self.unit is None else self.unit.dimension

    @property
    def bare(self) -> bool:
        """Whether it is a number without unit and without a counted noun."""
        return self.unit is None and self.noun is None and not self.joined
