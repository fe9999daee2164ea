"""Days with a name: Christmas, Easter, Thanksgiving and their like, by rules of ``holidays.csv``.

A rule is ``12-25`` (a day of the year), ``11 thu 4`` (the fourth Thursday of November, -1 for the
last; ``+1`` after it for the day after), ``easter -2`` (days from Easter, ``orthodox`` for the Julian
reckoning), ``islamic 10 1`` (month and day of that calendar) or ``hebrew 9`` (days from its new year). A
last number is, for these two, how many days it lasts, or -1 for the day before, on whose evening it begins.
``holiday_openings.csv`` has the words one of which must stand before a name that is not only a day ("in the new year").
"""

import re
from collections.abc import Set
from datetime import date, timedelta
from functools import lru_cache

from claims.records import Interval, Precision
from claims.values.dates import day_interval
from claims.values.times.choosing import choose_named, choose_year, step_of
from claims.values.times.intervals import weekend_near
from claims.values.times.lunar import hebrew_day, islamic_day
from claims.values.times.outcome import Context, Parts, Time, Yearly
from claims.values.times.tables import read_rows
from claims.values.times.tokens import Token, read_tokens

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@lru_cache(maxsize=1)
def holiday_rules() -> dict[str, tuple[str, ...]]:
    """The rules of each name; a name that two countries use for different days has two."""
    rules: dict[str, tuple[str, ...]] = {}
    for row in read_rows("holidays"):
        rules[row["name"]] = (*rules.get(row["name"], ()), row["rule"])
    return rules


@lru_cache(maxsize=1)
def _words_before() -> dict[str, tuple[str, ...]]:
    words: dict[str, tuple[str, ...]] = {}
    for row in read_rows("holiday_openings"):
        words[row["name"]] = (*words.get(row["name"], ()), row["word"])
    return words


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words of each name by the first of them, longest first."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(holiday_rules(), key=len, reverse=True):
        keys = tuple(token.key for token in read_tokens(name))
        phrases.setdefault(keys[0], []).append((keys, name))
    return phrases


def holiday_words() -> frozenset[str]:
    """Every word of all names."""
    return frozenset(key for listed in _phrases().values() for keys, _ in listed for key in keys)


def may_hold_holiday(words: Set[str]) -> bool:
    """Whether all words of some name, in lower-case letters without signs, are among these."""
    names = _letters()
    return any(name <= words for first in names.keys() & words for name in names[first])


@lru_cache(maxsize=1)
def _letters() -> dict[str, list[frozenset[str]]]:
    """The words of each name, in plain letters, by the first of them."""
    names: dict[str, list[frozenset[str]]] = {}
    for name in holiday_rules():
        words = re.findall("[a-z]+", name.lower())
        names.setdefault(words[0], []).append(frozenset(words))
    return names


def fold_holidays(tokens: list[Token]) -> list[Token]:
    """The tokens with each holiday's words as one."""
    phrases = _phrases()
    if phrases.keys().isdisjoint([token.key for token in tokens]):
        return tokens
    folded: list[Token] = []
    index = 0
    while index < len(tokens):
        match = _match(tokens, index)
        if match is None:
            folded.append(tokens[index])
            index += 1
        else:
            count, name = match
            folded.append(Token(tokens[index].start, tokens[index + count - 1].end, "holiday", name, 0, name))
            index += count
    return folded


def _match(tokens: list[Token], index: int) -> tuple[int, str] | None:
    for keys, name in _phrases().get(tokens[index].key, ()):
        if tuple(token.key for token in tokens[index : index + len(keys)]) == keys:
            return len(keys), name
    return None


def yearly_holidays(name: str) -> tuple[Yearly, ...]:
    """What a holiday is in any year, by each of its rules."""
    return tuple(_yearly(rule) for rule in holiday_rules()[name])


def _yearly(rule: str) -> Yearly:
    def make(year: int) -> Interval | None:
        try:
            return (
                _lunar(rule, year)
                if rule.startswith(("islamic", "hebrew"))
                else day_interval(_day(rule, year))
            )
        except (ValueError, OverflowError):
            return None

    return make


def _lunar(rule: str, year: int) -> Interval:
    """Some days by the moon; which is seen a day earlier or later, so that they are approximate."""
    calendar, *numbers = rule.split()
    first, *rest = (int(number) for number in numbers)
    if calendar == "islamic":
        month, (first, *rest) = first, rest
        day = islamic_day(year, month, first)
    else:
        day = hebrew_day(year, first)
    length = rest[0] if rest else 1
    start = day - timedelta(days=1) if length < 0 else day
    return Interval(start, start + timedelta(days=max(length, 1) - 1), Precision.DAY, approximate=True)


def _day(rule: str, year: int) -> date:
    words = rule.split()
    if words[0] in ("easter", "orthodox"):
        return _easter(year, julian=words[0] == "orthodox") + timedelta(days=int(words[1]))
    if len(words) == 1:
        return date(year, int(rule[:2]), int(rule[3:]))
    day = nth_weekday(year, int(words[0]), _WEEKDAYS.index(words[1]), int(words[2]))
    return day + timedelta(days=int(words[3]) if len(words) > 3 else 0)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    """The second Tuesday, or for -1 the last, of a month. Raises ValueError where there is no fifth."""
    if number < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=(after.weekday() - 1 - weekday) % 7 + 1)
    first = date(year, month, 1)
    return first.replace(day=1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))


def _easter(year: int, julian: bool) -> date:
    """Easter Sunday as a Gregorian date, by the algorithms of Butcher (1876) and Meeus (1991) for the Julian."""
    if julian:
        a, b, c = year % 4, year % 7, year % 19
        d = (19 * c + 15) % 30
        e = (2 * a + 4 * b - d + 34) % 7
        month, day = divmod(d + e + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


_NAMED_AFTER = re.compile(
    r"\s(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)[A-Z][a-z]+"
)


def read_holiday(parts: Parts, context: Context) -> Time | None:
    """ "Christmas Day", "Easter 2018"; not "Easter Island"."""
    wanted = _words_before().get(parts["h"].word)
    words = context.before(parts["h"].start).casefold().removesuffix("the ").split()
    if _NAMED_AFTER.match(context.text, parts.end) or (wanted and not set(words[-1:]) & set(wanted)):
        return None
    makers = yearly_holidays(parts["h"].word)
    year = parts.get("y")
    if year:
        return Time(tuple(i for make in makers if (i := make(year.value))))
    times = [choose_year(make, context, parts.start) for make in makers]
    readings = tuple(reading for time in times for reading in time.readings)
    return Time(readings, True, makers[0])


def read_which_holiday(parts: Parts, context: Context) -> Time:
    """ "last Christmas", "Thanksgiving this year"."""
    make, which = yearly_holidays(parts["h"].word)[0], parts["which"].value
    if parts.all("h")[0].start > parts["which"].start:
        return choose_named(which, make, context)
    if context.reference is None:
        return Time((), True)
    found = make(context.reference.year + step_of(which))
    return Time((found,), True) if found else Time((), True)


def read_holiday_weekend(parts: Parts, context: Context) -> Time:
    """ "Thanksgiving weekend", "Labor Day weekend 2018": the nearest Saturday and Sunday, and the day itself."""
    make, year = yearly_holidays(parts["h"].word)[0], parts.get("y")

    def weekend(of: int) -> Interval | None:
        return weekend_near(make(of))

    if year is None:
        return choose_year(weekend, context, parts.start)
    found = weekend(year.value)
    return Time((found,)) if found else Time()
