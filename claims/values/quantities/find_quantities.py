"""Text -> its quantities: every number that measures, counts, ranks or scores, as an interval with its unit.

Dates, years, times of day, telephone numbers, names and idioms with numbers in them are passed over.
Durations are read as measures ("a 90-minute film") save where they place something in time ("two years ago").
"""

import re
from collections.abc import Iterable, Iterator

from claims.records import Span
from claims.values.quantities.blocked import Blocked
from claims.values.quantities.bounds import bounds
from claims.values.quantities.join_readings import join_readings
from claims.values.quantities.measure import measure
from claims.values.quantities.mention import Hedge, Kind, QuantityMention
from claims.values.quantities.read_currency import read_currency_before
from claims.values.quantities.read_hedge import HedgeReading, read_hedge
from claims.values.quantities.read_number import number_starts, read_number
from claims.values.quantities.reading import Reading
from claims.values.quantities.tokens import Tokens, split_tokens
from claims.values.quantities.unit_reading import UnitReading
from claims.values.quantities.vocabulary import Vocabulary, vocabulary

_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"[\d½-¾⅐-⅞]")
LOOSE_SHARE = 0.025
"""What a fraction or "one in five" leaves open: 0.025, or an eighth of it where that is less."""


def find_quantities(text: str, offset: int = 0) -> list[QuantityMention]:
    """The quantities of a text in order; spans count from ``offset``.

    A sentence at a time is best: words near a number decide on what it is.
    """
    if not may_hold_quantity(text, _LETTERS.findall(text.casefold())):
        return []
    words = vocabulary()
    tokens = split_tokens(text)
    readings = join_readings(tokens, _readings(tokens, Blocked(text), words), words)
    return [_mention(text, offset, tokens, reading, words) for reading in readings]


def may_hold_quantity(text: str, words: Iterable[str]) -> bool:
    """Whether a digit, or among its words in lower case one of numbers, stands in a text; a cheap test."""
    return _DIGIT.search(text) is not None or not vocabulary().triggers.isdisjoint(words)


def _readings(tokens: Tokens, blocked: Blocked, words: Vocabulary) -> Iterator[Reading]:
    done = 0
    for at in number_starts(tokens, words.numbers):
        if at < done:
            continue
        money = read_currency_before(tokens, at, words)
        if money is not None and money.first < done:  # the sign belongs to the number before
            money = None
        number = read_number(tokens, at, words, money=money is not None)
        if number is None:
            continue
        done = number.last
        if not blocked.holds(tokens[number.first]):
            reading = measure(tokens, number, money, words)
            if reading is not None:
                done = max(done, reading.last)
                yield reading


def _mention(text: str, offset: int, tokens: Tokens, reading: Reading, words: Vocabulary) -> QuantityMention:
    hedge = _hedge(tokens, reading, words)
    unit, noun = reading.unit, _noun(reading)
    first, last = hedge.first, max(hedge.last, reading.noun[1] if reading.noun else 0)
    span = Span(tokens[first].start, tokens[last - 1].end)
    stated = tuple(float(value) for value in reading.values)
    rounding = _rounding(reading, stated)
    low, high = (
        (None, None)
        if reading.kind is Kind.SCORE
        else bounds(min(stated), max(stated), rounding, hedge.hedge)
    )
    return QuantityMention(
        span=_moved(span, offset),
        text=span.of(text),
        kind=reading.kind,
        stated=stated,
        low=low,
        high=high,
        rounding=rounding,
        hedge=hedge.hedge,
        number=_moved(Span(tokens[reading.number.first].start, tokens[reading.number_last - 1].end), offset),
        unit="" if unit is None else unit.unit,
        dimension="" if unit is None else unit.dimension,
        per="" if unit is None else unit.per,
        unit_span=None
        if noun is None
        else _moved(Span(tokens[noun[0]].start, tokens[noun[1] - 1].end), offset),
        also=() if unit is None else unit.also,
    )


def _hedge(tokens: Tokens, reading: Reading, words: Vocabulary) -> HedgeReading:
    if reading.kind in (Kind.ORDINAL, Kind.SCORE):
        return HedgeReading(Hedge.NONE, reading.first, reading.last)
    dimension = "" if reading.kind is Kind.AGE else reading.dimension  # over 80 years old
    found = read_hedge(tokens, reading.first, reading.last, dimension, words)
    if found.hedge is Hedge.NONE and reading.last > reading.number.last:  # 1,000 or more kilograms
        inner = read_hedge(tokens, reading.first, reading.number.last, dimension, words)
        found = inner._replace(last=reading.last)
    if found.hedge is not Hedge.NONE:
        return found
    loose = {"order": Hedge.ORDER, "couple": Hedge.ABOUT}.get(reading.number.form, Hedge.NONE)
    return found._replace(hedge=loose)


def _noun(reading: Reading) -> tuple[int, int] | None:
    """The tokens of the unit, or of what is counted."""
    if reading.noun is not None:
        return reading.noun
    unit: UnitReading | None = reading.unit
    return None if unit is None or unit.first < 0 else (unit.first, unit.last)


def _rounding(reading: Reading, stated: tuple[float, ...]) -> float:
    if reading.kind in (Kind.FRACTION, Kind.RATIO):
        return min(LOOSE_SHARE, stated[0] / 8)
    return float(reading.step)


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)
