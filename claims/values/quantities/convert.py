"""A value in one unit -> the same in another."""

from decimal import Decimal

from claims.values.quantities.vocabulary import vocabulary


def convert(value: float, unit: str, to: str) -> float:
    """The value in ``to``, both ids of ``units.csv`` or rates of them such as ``km/hour``.

    Factors are those of the international yard and pound agreement and the SI brochure. Raises
    ValueError where the two measure different things or one is unknown.
    """
    (factor, offset, dimension), (other, other_offset, other_dimension) = _scale(unit), _scale(to)
    if dimension != other_dimension:
        raise ValueError(f"{unit} is a {dimension}, {to} a {other_dimension}: they cannot be converted")
    return float((Decimal(repr(value)) * factor + offset - other_offset) / other)


def _scale(unit: str) -> tuple[Decimal, Decimal, str]:
    """Factor and offset to the base unit, and the dimension."""
    units = vocabulary().units.by_id
    top, _, under = unit.partition("/")
    if top not in units or (under and under not in units):
        raise ValueError(f"{unit} is no known unit; the ids stand in data/vocabulary/quantities/units.csv")
    if not under:
        return units[top].factor, units[top].offset, units[top].dimension
    dimensions = (units[top].dimension, units[under].dimension)
    name = "speed" if dimensions == ("length", "duration") else "/".join(dimensions)
    return units[top].factor / units[under].factor, Decimal(0), name
