import pytest

from claims.values.quantities.convert import convert


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (1, "mile", "km", 1.609344),
        (6, "foot", "m", 1.8288),
        (1, "mile2", "km2", 2.589988110336),
        (1, "hectare", "acre", 2.4710538146716536),
        (1, "l", "m3", 0.001),
        (1, "barrel", "l", 158.987294928),
        (1, "pound", "kg", 0.45359237),
        (1, "tonne", "ton", 1.1023113109243878),
        (100, "celsius", "fahrenheit", 212),
        (-40, "fahrenheit", "celsius", -40),
        (0, "celsius", "kelvin", 273.15),
        (1, "kWh", "MJ", 3.6),
        (1, "GW", "MW", 1000),
        (60, "mile/hour", "km/hour", 96.56064),
        (1, "knot", "km/hour", 1.852),
        (25, "basis_point", "percentage_point", 0.25),
        (50, "percent", "share", 0.5),
        (1, "GB", "MB", 1000),
        (2, "year", "month", 24),
    ],
)
def test_convert(value: float, unit: str, to: str, expected: float):
    assert convert(value, unit, to) == pytest.approx(expected)


@pytest.mark.parametrize(("unit", "to"), [("km", "kg"), ("parsnip", "km"), ("km/hour", "km")])
def test_what_cannot_be_converted_says_so(unit: str, to: str):
    with pytest.raises(ValueError, match=r"convert|known"):
        convert(1, unit, to)
