"""Stretches of time: durations, ages and how often something comes round."""

import re
from math import prod

from claims.values.times.outcome import Amount, Context, Parts
from claims.values.times.tokens import Token

VAGUE_COUNTS = {"few": 3.0, "several": 3.0, "some": 3.0, "many": 10.0}
"""The least that a speaker means; what is measured with them is doubly loose."""


def is_vague(parts: Parts) -> bool:
    """Whether the count is a few, several or many."""
    return any(token.key in VAGUE_COUNTS for token in parts.all("n"))


def count_of(parts: Parts) -> float | None:
    """The number before a unit: "two and a half" is 2.5, "a couple of" 2, "a" 1, "several" some 3."""
    tokens = parts.all("n")
    if not tokens:
        return None
    keys = {token.key for token in tokens}
    numbers = [_number(token) for token in tokens if token.kind in _NUMERIC]
    vague = [VAGUE_COUNTS[token.key] for token in tokens if token.key in VAGUE_COUNTS]
    many = prod(MULTIPLES[key] for key in keys & MULTIPLES.keys())
    plain = 2.0 if "couple" in keys else 0.0 if "half" in keys else 1.0
    return (next(iter(numbers + vague), plain) + sum(SHARES[key] for key in keys & SHARES.keys())) * many


MULTIPLES = {"dozen": 12.0, "hundred": 100.0, "thousand": 1000.0, "million": 1e6}
"""What follows a count and multiplies it: "two dozen years"."""


SHARES = {"half": 0.5, "quarter": 0.25}
"""What "and a half" and "and a quarter" add to a count."""


_NUMERIC = frozenset(("month_number", "day_number", "two_digits", "hundreds", "figure", "year"))


def _number(token: Token) -> float:
    return (
        float(token.key.replace(",", ""))
        if token.kind == "figure" and token.word != "spelled"
        else float(token.value)
    )


def amount_of(parts: Parts) -> Amount | None:
    """The duration of a match, in its own unit; what smaller units follow is in ``more``."""
    count, unit = count_of(parts), parts.get("u")
    if count is None or unit is None or count == 0:
        return None
    share = parts.get("half")
    half = SHARES[share.key] if share else 0.0
    tokens = [
        token for token in parts.all("more") if token.kind.startswith("unit ") or token.kind in _NUMERIC
    ]
    more = tuple((_number(n), u.word) for n, u in zip(tokens[::2], tokens[1::2], strict=False))
    return Amount("duration", count + half, unit.word, more)


def read_duration(parts: Parts, context: Context) -> Amount | None:
    """ "for two weeks", "a year and a half", "all day"."""
    unit = parts.get("u")
    if not parts.all("n") and unit:
        return Amount("duration", 1.0, unit.word)
    if (
        unit
        and unit.word == "quarter"
        and (count_of(parts) == 1 or _SHARE.match(context.text, unit.start - 1))
    ):
        return None  # "a quarter of a million", "three-quarters"
    if unit and parts["n"].key in ("a", "an") and _RATE.search(context.before(parts.start)):
        return None if parts.get("more") else Amount("every", 1.0, unit.word)
    return amount_of(parts)


_SHARE = re.compile(r"-quarters|.quarters\s+of\b")
_RATE = re.compile(
    r"(?:\d|%|\b(?:percent|million|billion|trillion|dollars|cents|pounds|euros|times|once|twice|hours|days|tons|tonnes))\s$"
)
"""Before "a year", what is counted by the year: "$20,000 a year", "twice a week"."""


def read_fraction(parts: Parts, _context: Context) -> Amount | None:
    """ "1/2 hour", "three quarters of an hour", "a quarter of a century"."""
    written, quarters, unit = parts.get("d"), parts.get("k"), parts["u"].word
    if written is None:
        return Amount("duration", 0.25 * (quarters.value or 1 if quarters else 1), unit)
    above, below = (int(number) for number in written.key.split("/"))
    whole = parts.get("c")
    count = (whole.value if whole else 0) + above / below if below else 0.0
    return Amount("duration", count, unit) if 0 < above < below <= 10 else None


def read_compact(parts: Parts, _context: Context) -> Amount | None:
    """ "3h", "10d"."""
    token = parts["u"]
    return Amount("duration", float(token.value), token.word) if token.value else None


_CLOSES = re.compile(r"\s*(?:$|[.,;:!?)”\"])")


def read_whole(parts: Parts, context: Context) -> Amount | None:
    """ "closed for the week"."""
    closed = _CLOSES.match(context.text, parts.end)
    return Amount("duration", 1.0, parts["u"].word) if closed else None


def read_age(parts: Parts, context: Context) -> Amount | None:
    """ "70-year-old", "aged 45"."""
    token = parts["age"]
    unit = parts.get("u")
    return Amount("age", float(token.value), unit.word if unit else "year") if context.text else None


_TITLE = re.compile(r"[A-Z]\w+\s[A-Z]")


def read_recurrence(parts: Parts, context: Context) -> Amount | None:
    """ "weekly", "every two years", "every Monday": the time from one to the next."""
    often, unit = parts.get("often"), parts.get("u")
    if often and _TITLE.match(context.text, often.start):
        return None  # "The Daily Show"
    if often:
        return Amount("every", 1.0, often.word)
    if parts.get("w") or parts.get("m"):  # "Sundays" as well
        return Amount("every", 1.0, "week" if parts.get("w") else "year")
    if unit is None:
        return None
    return Amount("every", count_of(parts) or (2.0 if parts.get("other") else 1.0), unit.word)
