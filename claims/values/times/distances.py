"""Times at a distance from the article's date or from another time: "two years ago", "the following day"."""

import re
from datetime import date, timedelta

from claims.records import Interval, Precision
from claims.values.dates import day_interval
from claims.values.times.amounts import amount_of, is_vague
from claims.values.times.choosing import is_future, resolve
from claims.values.times.intervals import PRECISION_OF, shift, unit_around
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Amount, Context, Parts, Time

_SLACK = {
    "day": 1,
    "weekend": 3,
    "week": 5,
    "fortnight": 7,
    "month": 21,
    "quarter": 60,
    "year": 240,
    "decade": 1830,
    "century": 18300,
    "millennium": 183000,
}
"""Days by which "two years ago" may miss, some two thirds of a unit on either side."""


ROUNDNESS = 0.08
"""Share of a long distance by which it may miss: "fifty years ago" is said four years early or late."""


def around(day: date, amount: Amount, doubt: int = 1) -> Interval:
    """The days around a day that a distance leads to; its middle is that day."""
    unit = amount.finest if amount.finest in _SLACK else amount.unit
    days = max(_SLACK[unit], round(amount.days * ROUNDNESS)) * doubt
    precision = PRECISION_OF.get(unit, Precision.DAY)
    precision = precision if unit not in ("decade", "century", "millennium") else Precision.YEAR
    return Interval(day - timedelta(days=days), day + timedelta(days=days), precision, approximate=True)


def _doubt(parts: Parts) -> int:
    """By how much "a few years" and "nearly two years" are looser than two years."""
    return 2 if is_vague(parts) or parts.get("hedge") else 1


def read_ago(parts: Parts, context: Context) -> Time | None:
    """ "two years ago", "a few weeks from now": around the same day then, as exact as the unit."""
    amount = amount_of(parts)
    if amount is None:
        return None
    if amount.unit not in _SLACK:
        return resolve(day_interval, context) if amount.count <= 12 else UNRESOLVED_RELATIVE
    sign = 1 if parts.get("on") else -1

    def make(reference: date) -> tuple[Interval, ...]:
        day = moved(reference, amount, sign)
        bounds = _bounds(parts, day_interval(reference), day, sign)
        return (around(day, amount, _doubt(parts)), *bounds)

    return resolve(make, context)


def read_ago_today(parts: Parts, context: Context) -> Time | None:
    """ "a year ago today": the very day."""
    amount = amount_of(parts)
    if amount is None or amount.unit not in _SLACK or parts["on"].key != "today":
        return None
    return resolve(lambda day: day_interval(moved(day, amount, -1)), context)


_MORE = frozenset(("more", "over", "least"))
_LESS = frozenset(("less", "fewer", "under", "most", "up"))


def _bounds(parts: Parts, anchor: Interval, day: date, sign: int) -> tuple[Interval, ...]:
    """What "more than" and "less than" leave open: any day beyond the distance, or any within it."""
    words = {token.key for token in parts.all("hedge")}
    if words & _MORE:
        first, last = (None, day) if sign < 0 else (day, None)
    elif words & _LESS:
        first, last = (day, anchor.start) if sign < 0 else (anchor.end, day)
    else:
        return ()
    return (Interval(first, last, Precision.DAY, approximate=True),)


def read_in(parts: Parts, context: Context) -> Time | None:
    """ "will open in two weeks"; in a sentence about the past that is how long it took."""
    return read_ago(parts, context) if is_future(context, parts.start) else None


def read_within(parts: Parts, context: Context) -> Time | None:
    """ "will open within two weeks": from the reference on; "within two weeks of" is measured from something else."""
    amount = amount_of(parts)
    if amount is None or not is_future(context, parts.start) or _OF_SOMETHING.match(context.text, parts.end):
        return None
    return resolve(lambda day: Interval(day, moved(day, amount, 1), Precision.DAY, approximate=True), context)


_OF_SOMETHING = re.compile(r"\s+(?:of|after|from)\b")


_RUNNING = re.compile(r"\s+(?:this|in\s+the)\b", re.IGNORECASE)
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)


def read_distance(parts: Parts, context: Context) -> Time | None:
    """ "two days later" from a time named before; "two days after" and "before" from one named next."""
    amount = amount_of(parts)
    if amount is None:
        return None
    compared = parts.get("later")
    if compared and _RUNNING.match(context.text, parts.end):
        return None  # "for half an hour later this week"
    if parts.get("from") and _FOR.search(context.before(parts.start)):
        return None  # "for three days from today" lasts from then on
    if amount.unit not in _SLACK:
        return None if parts.get("from") else UNRESOLVED_RELATIVE
    sign = -1 if parts.get("back") or (compared and compared.word == "early") else 1
    exact = amount.unit == "day" and not is_vague(parts)

    def move(anchor: Interval) -> tuple[Interval, ...]:
        base = anchor.start if sign < 0 else anchor.end
        if base is None:
            raise ValueError("an open time")
        day = moved(base, amount, sign)
        bounds = _bounds(parts, anchor, day, sign)
        if exact and anchor.start == anchor.end:
            return (day_interval(day), *bounds)
        half = (anchor.end - anchor.start) // 2 if anchor.start and anchor.end else timedelta(0)
        return (around(day - sign * half, amount, _doubt(parts)), *bounds)

    alone = amount if parts.get("from") else None
    return Time((), True, shift=move, from_before=compared is not None, alone=alone)


def read_anaphor(parts: Parts, context: Context) -> Time | None:
    """ "the following day", "the same year": measured from the time named before it."""
    anaphor, unit = parts.get("a"), parts.get("u")
    if unit and unit.key.endswith("s"):
        return None  # "lower than in previous years"
    if anaphor and anaphor.value == -1 and not parts.get("the") and unit:
        before = unit.word
        return resolve(lambda day: unit_around(before, day, -1), context)
    step = anaphor.value if anaphor else 1

    def move(anchor: Interval) -> tuple[Interval, ...]:
        base = anchor.start if step <= 0 else anchor.end
        if unit is None or base is None:
            raise ValueError("a day of the week, or an open time")
        return (unit_around(unit.word, base, step),)

    return Time((), True, shift=move, from_before=True)


def moved(day: date, amount: Amount, sign: int) -> date:
    """The day an amount on, its larger units first."""
    for count, unit in ((amount.count, amount.unit), *amount.more):
        day = shift(day, unit, sign * count)
    return day
