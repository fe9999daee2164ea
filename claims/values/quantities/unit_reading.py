"""A unit as it was read from the tokens."""

from dataclasses import dataclass
from decimal import Decimal

from claims.values.quantities.number import ONE
from claims.values.quantities.vocabulary import Currency, Vocabulary


@dataclass(frozen=True, slots=True)
class UnitReading:
    """A unit in tokens ``first`` to before ``last``, with what it is divided by.

    ``scale`` multiplies the number, as the M of "30 MEUR" does.
    """

    unit: str
    dimension: str
    first: int
    last: int
    per: str = ""
    also: tuple[str, ...] = ()
    scale: Decimal = ONE


def money(currency: Currency, first: int, last: int, scale: Decimal = ONE) -> UnitReading:
    """The reading of a currency."""
    return UnitReading(currency.code, "currency", first, last, also=currency.also, scale=scale)


def rate_dimension(words: Vocabulary, top: str, per: str) -> str:
    """The dimension of a rate from that of its top: ``speed`` for length by time, else both names."""
    under = words.units.by_id[per].dimension if per in words.units.by_id else per
    return "speed" if (top, under) == ("length", "duration") else f"{top}/{under}"
