"""How a stated result follows from the numbers stated with it, by the relation that the wording tells.

Each takes a claim with its parts as slots ``a``, ``b`` ... and gives the bounds of the result, or None where
the parts leave it open.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from claims.judging.calculate import PERCENT, Result, calculate, distance, loosen, years_between
from claims.records import Article, Claim, Quantity, Slot
from claims.values.quantities.convert import convert

OPEN_ROOM = 0.25
"""How far "more than 500 miles" goes where it is said again in another unit, as a share."""
VAGUE_UNITS = frozenset(
    (
        "degree",
        "gallon",
        "imperial_gallon",
        "pint",
        "quart",
        "fluid_ounce",
        "ounce",
        "cup",
        "barrel",
        "month",
        "night",
    )
)
"""Units of several sizes, or without a scale."""
Relation = Callable[[Claim, Article], Result | None]


def _formula(formula: Callable[..., float], *names: str) -> Relation:
    """A relation that computes with the parts of those names."""

    def relate(claim: Claim, _article: Article) -> Result | None:
        parts = [slot for name in names for slot in claim.all_slots(name)]
        return calculate(formula, parts) if parts else None

    return relate


def _change(claim: Claim, _article: Article) -> Result | None:
    """The change from ``a`` to ``b``: in percent of the former, or as an amount; either for a rate in percent."""
    old, new, slot = claim.slot("a"), claim.slot("b"), claim.checked
    if not (old and new and old.quantity and new.quantity and slot.quantity):
        return None
    stated = slot.quantity.stated[0]
    share = distance(lambda a, b: PERCENT * (b - a) / a, (old, new))
    amount = distance(lambda a, b: b - a, (old, new))
    if slot.quantity.kind == "fraction":
        return share
    if slot.quantity.kind == "percent":
        if old.quantity.kind != "percent":
            return share
        both = [r for r in (share, amount) if r]
        return min(both, key=lambda r: abs(r.value - stated), default=None)
    is_points = slot.quantity.kind == "percentage_point" and old.quantity.kind == "percent"
    return amount if is_points or slot.quantity.unit == old.quantity.unit else None


def _same_measure(claim: Claim, _article: Article) -> Result | None:
    """A measure in the unit of another one that repeats it; of degrees also as the size of a difference."""
    slot, other = claim.checked, claim.slot("a")
    if other is None or not (other.quantity and slot.quantity) or _is_vague(other.quantity, slot.quantity):
        return None
    old, new, stated = other.quantity.unit, slot.quantity.unit, slot.quantity.stated[0]
    try:
        result = calculate(lambda a: convert(a, old, new), [_closed(other)])
        zero = convert(0, old, new)
    except ValueError:
        return None
    if result is None or zero == 0:
        return result and loosen(result)
    plain = Result(result.value - zero, result.low - zero, result.high - zero)
    return plain if plain.low <= stated <= plain.high else result


def _same(claim: Claim, _article: Article) -> Result | None:
    """A fraction in percent; "more than half" may be all of it."""
    other = claim.slot("a")
    return calculate(lambda a: PERCENT * a, [_closed(other, 0.0, 1.0)]) if other else None


def _closed(slot: Slot, low: float | None = None, high: float | None = None) -> Slot:
    """The slot with bounds where a hedge leaves it open; by default a quarter of it away."""
    quantity = slot.quantity
    if quantity is None:
        return slot
    stated = quantity.stated[0]
    least = (stated * (1 - OPEN_ROOM) if low is None else low) if quantity.low is None else quantity.low
    most = (stated * (1 + OPEN_ROOM) if high is None else high) if quantity.high is None else quantity.high
    return replace(slot, quantity=replace(quantity, low=least, high=most))


def _is_vague(*quantities: Quantity) -> bool:
    """Whether one of the units differs from country to country, or both are one."""
    units = [quantity.unit for quantity in quantities]
    return len(set(units)) == 1 or not VAGUE_UNITS.isdisjoint(
        part for unit in units for part in unit.split("/")
    )


def _step(claim: Claim, _article: Article) -> Result | None:
    """A step in percent of where it began: above or below where it ended."""
    parts = [slot for name in ("d", "b") for slot in claim.all_slots(name)]
    up = calculate(lambda d, b: PERCENT * d / (b - d), parts)
    down = calculate(lambda d, b: PERCENT * d / (b + d), parts)
    return Result(up.value, min(up.low, down.low), max(up.high, down.high)) if up and down else None


def _years(claim: Claim, _article: Article) -> Result | None:
    """Years from one stated year to another, counted either way."""
    result = distance(lambda a, b: b - a, [s for n in ("a", "b") for s in claim.all_slots(n)])
    return result and Result(result.value, result.low - 1, result.high + 1)


def _age(claim: Claim, _article: Article) -> Result | None:
    """Age in whole years from birth to death."""
    born, died = _ends(claim.slot("a")), _ends(claim.slot("b"))
    if born is None or died is None or died[0] <= born[1]:
        return None
    low, high = years_between(born[1], died[0]), years_between(born[0], died[1])
    return Result(float(high), float(low), float(high))


def _age_now(claim: Claim, article: Article) -> Result | None:
    """Age in whole years on the day of the article, a birthday more or less.

    None where the sentence names another year, of which the age may be: "in 2003 the 45-year-old, born in 1958".
    """
    born, day = _ends(claim.slot("a")), article.published
    if born is None or day is None or day <= born[1]:
        return None
    years = {int(year) for year in _YEAR.findall(claim.sentence.of(article.text))}
    if years - {born[0].year, day.year, day.year - 1}:
        return None
    low, high = years_between(born[1], day), years_between(born[0], day)
    return Result(float(high), float(low - 1), float(high + 1))


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def _ends(slot: Slot | None) -> tuple[date, date] | None:
    """First and last day of a year or date."""
    if slot is None:
        return None
    if slot.quantity is not None:
        year = int(slot.quantity.stated[0])
        return date(year, 1, 1), date(year, 12, 31)
    reading = slot.readings[0] if slot.readings else None
    return (reading.start, reading.end) if reading and reading.start and reading.end else None


def _within(claim: Claim, _article: Article) -> Result | None:
    """The votes of both sides: no more than there are members."""
    seats = claim.slot("w")
    if seats is None or seats.quantity is None:
        return None
    return Result(seats.quantity.stated[0], seats.quantity.stated[0], seats.quantity.stated[0])


def _margin(claim: Claim, _article: Article) -> Result | None:
    """By how much one side is ahead: the difference of two numbers or of a score."""
    score = claim.slot("s")
    if score is None or score.quantity is None:
        return distance(lambda a, b: b - a, [*claim.all_slots("a"), *claim.all_slots("b")])
    first, second = score.quantity.stated
    return Result(abs(first - second), abs(first - second), abs(first - second))


def _ratio(claim: Claim, article: Article) -> Result | None:
    return _formula(lambda a, b: b / a, "a", "b")(claim, article)


RELATIONS: dict[str, Relation] = {
    "age_between": _age,
    "age_now": _age_now,
    "change": _change,
    "double": _ratio,
    "halve": _ratio,
    "listed": _formula(lambda *p: sum(p), "part"),
    "majority": _formula(lambda a, b: PERCENT * a / b, "a", "b"),
    "margin": _margin,
    "parts": _formula(lambda *p: sum(p), "part"),
    "quadruple": _ratio,
    "rest": _formula(lambda *p: 2 * p[-1] - sum(p), "a", "c", "part", "b"),
    "share": _formula(lambda a, b: PERCENT * a / b, "a", "b"),
    "same": _same,
    "same_measure": _same_measure,
    "step": _step,
    "total": _formula(lambda *p: sum(p), "part"),
    "triple": _ratio,
    "within": _within,
    "years_between": _years,
}
WORDING = {
    "age_between": "{a} to {b} makes an age of {result}",
    "age_now": "born {a}, the age on the day of the article is {result}",
    "change": "from {a} to {b} is a change of {result}",
    "double": "from {a} to {b} is {result} times as much",
    "halve": "from {a} to {b} is {result} times as much",
    "listed": "{others} is {result}",
    "majority": "{a} of {b} is {result} percent",
    "margin": "between {a} and {b} lie {result}",
    "parts": "{others} is {result}",
    "quadruple": "from {a} to {b} is {result} times as much",
    "rest": "{b} less {others} leaves {result}",
    "share": "{a} of {b} is {result}",
    "same": "{a} is {result}",
    "same_measure": "{a} is {result}",
    "step": "a step of {d} to {b} is {result}",
    "total": "{others} is {result}",
    "triple": "from {a} to {b} is {result} times as much",
    "within": "both sides together have {sum}, and there are {result}",
    "years_between": "from {a} to {b} it is {result} years",
}
"""The calculation in words, for the explanation of a finding."""
