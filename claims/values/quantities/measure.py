"""A number -> a reading: its sign, its unit, the noun it counts, and whether it is a quantity at all."""

from dataclasses import replace
from decimal import Decimal

from claims.values.quantities.counted_noun import counted_noun
from claims.values.quantities.mention import Kind
from claims.values.quantities.name_numbers import is_attached, is_name
from claims.values.quantities.number import TEN, ZERO, Number
from claims.values.quantities.read_age import age_end, decade_of_age, is_age_by_place, plural_end
from claims.values.quantities.read_currency import read_currency_name
from claims.values.quantities.read_fraction import read_fraction
from claims.values.quantities.read_number import HALVES
from claims.values.quantities.read_unit import read_per, read_unit, with_per
from claims.values.quantities.reading import Reading
from claims.values.quantities.time_numbers import TIME_AFTER, is_time
from claims.values.quantities.tokens import Tokens
from claims.values.quantities.unit_reading import UnitReading
from claims.values.quantities.vocabulary import Vocabulary

HALF = Decimal("0.5")
KINDS = {"share": Kind.PERCENT, "share_change": Kind.PERCENTAGE_POINT, "currency": Kind.CURRENCY}
WITH_HALVES = ("duration", "length", "mass", "volume")
"""Dimensions of units that "and a half" may follow."""
MINUS = frozenset("-−–")
YEARS = UnitReading("year", "duration", -1, -1)


def measure(tokens: Tokens, number: Number, money: UnitReading | None, words: Vocabulary) -> Reading | None:
    """The quantity that a number is part of, or None where it is part of a name, a time or an address."""
    if decade_of_age(tokens, number):
        return _decade(number, plural_end(tokens, number.last))
    unit = None if number.form == "ordinal" else _unit(tokens, number, money, words)
    unit, number = _halved(tokens, unit, number, words)
    if is_attached(tokens, number, money, unit) or is_time(tokens, number, unit, words):
        return None
    after = number.last + (number.form == "order" and tokens[number.last].key == "of")
    noun = counted_noun(tokens, after, words) if unit is None and number.form != "ordinal" else None
    if unit is None and noun is None:
        unit = money = read_currency_name(tokens, number, words)
    if is_name(tokens, number, unit, noun is not None, words):
        return None
    unit, number = _scaled(tokens, number, unit, words)
    first = number.first if money is None else money.first
    last = number.last if unit is None else max(number.last, unit.last)
    kind = _kind(number, unit, noun)
    if noun is not None:  # 30 deaths a day
        unit, last = _count_rate(tokens, noun, last, words)
    reading = Reading(
        (number.value,), _step(number, kind), kind, first, last, number, number.last, unit, noun
    )
    return _signed(tokens, _aged(tokens, reading, words))


def _unit(tokens: Tokens, number: Number, money: UnitReading | None, words: Vocabulary) -> UnitReading | None:
    if money is None:
        return _magnitude(tokens, number) or read_unit(tokens, number, words)
    return with_per(tokens, money, number.last, words)


def _scaled(
    tokens: Tokens, number: Number, unit: UnitReading | None, words: Vocabulary
) -> tuple[UnitReading | None, Number]:
    """The number times the scale that the unit holds (30 MEUR) or that follows it (75 USD million)."""
    if unit is None or unit.dimension != "currency":
        return unit, number
    scale = unit.scale
    role = words.numbers.get(tokens[unit.last].key)
    if role is not None and role.name == "scale" and number.scale == 1 and unit.first >= number.last:
        scale, unit = scale * role.value, replace(unit, last=unit.last + 1)
    if scale == 1:
        return unit, number
    step = max(number.step * scale, scale / 2 if number.step == 0 else ZERO)
    return unit, number._replace(value=number.value * scale, step=step, scale=scale)


def _halved(
    tokens: Tokens, unit: UnitReading | None, number: Number, words: Vocabulary
) -> tuple[UnitReading | None, Number]:
    """The number with the part that follows its unit: an hour and a half, two miles and a quarter."""
    if unit is None or unit.dimension not in WITH_HALVES or tokens[unit.last].key != "and":
        return unit, number
    part = read_fraction(tokens, unit.last + 1, words.numbers)
    if part is None or tokens[unit.last + 1].key != "a" or tokens[part.last - 1].key not in HALVES:
        return unit, number
    value = number.value + part.value
    return replace(unit, last=part.last), number._replace(value=value, step=part.value / 2)


def _count_rate(
    tokens: Tokens, noun: tuple[int, int], last: int, words: Vocabulary
) -> tuple[UnitReading | None, int]:
    """What counted things are divided by: 200 people per square mile, 30 deaths a day."""
    per, end = read_per(tokens, noun[1], words, article=True)
    is_rate = per in words.units.by_id and tokens[end].key not in TIME_AFTER
    return (UnitReading("", "rate", -1, -1, per=per), end) if is_rate else (None, last)


def _magnitude(tokens: Tokens, number: Number) -> UnitReading | None:
    """Magnitude 6.3, of magnitude 6.3: this unit comes first."""
    at = number.first - 1 - (tokens[number.first - 1].key in ("of", "-", "was", "is"))
    is_unit = tokens[at].key == "magnitude" and number.value < TEN
    return UnitReading("magnitude", "magnitude", at, at + 1) if is_unit else None


def _kind(number: Number, unit: UnitReading | None, noun: tuple[int, int] | None) -> Kind:
    if number.form == "ordinal":
        return Kind.ORDINAL
    if unit is not None:
        return KINDS.get(unit.dimension.partition("/")[0], Kind.MEASURE)
    if number.form == "fraction":
        return Kind.FRACTION
    return Kind.CARDINAL if noun is None else Kind.COUNT


def _step(number: Number, kind: Kind) -> Decimal:
    """Shares and measures are read off a scale, so a whole number of them is rounded too."""
    if kind is Kind.ORDINAL:
        return ZERO
    if kind in (Kind.PERCENT, Kind.PERCENTAGE_POINT):
        return HALF if number.step == 0 or number.step > 1 else number.step
    if kind is Kind.MEASURE and number.step == 0:
        return HALF if number.value == number.value.to_integral_value() else number.value / 8
    return number.step


def _aged(tokens: Tokens, reading: Reading, words: Vocabulary) -> Reading:
    end = age_end(tokens, reading.unit)
    if end is not None:
        return replace(reading, kind=Kind.AGE, step=ZERO, last=end)
    if reading.bare and is_age_by_place(tokens, reading.number, words):
        return replace(reading, kind=Kind.AGE, unit=YEARS)
    return reading


def _decade(number: Number, last: int) -> Reading:
    """In his 50s: from 50 to 59."""
    values = (number.value, number.value + 9)
    return Reading(values, ZERO, Kind.AGE, number.first, last, number, number.last, YEARS, joined=True)


def _signed(tokens: Tokens, reading: Reading) -> Reading:
    """The reading with the minus before it, or between its currency and its digits."""
    if reading.kind is Kind.ORDINAL:
        return reading
    if [token.key for token in tokens[reading.last : reading.last + 2]] == ["below", "zero"]:
        return replace(reading, values=(-reading.value,), last=reading.last + 2)
    outside = _is_minus(tokens, reading.first - 1)
    inside = reading.first < reading.number.first and _is_minus(tokens, reading.number.first - 1)
    if not (outside or inside):
        return reading
    values = tuple(-value for value in reading.values)
    return replace(reading, values=values, first=reading.first - outside)


def _is_minus(tokens: Tokens, at: int) -> bool:
    """Whether a token makes what follows negative; a dash after a word or "plus or minus" does not."""
    if tokens[at].key in ("minus", "negative"):
        return tokens[at - 1].key != "or"
    if tokens[at].text not in MINUS or not tokens.touches(at + 1) or tokens[at - 1].is_numeral:
        return False
    return not tokens.touches(at) or tokens[at - 1].text in "($£€"
