"""Decades, centuries, seasons and fiscal years."""

import re
from datetime import date
from functools import lru_cache

from claims.records import Interval, Precision
from claims.values.dates import month_interval
from claims.values.times.choosing import choose_named, choose_year
from claims.values.times.intervals import join, months_interval, narrow, years_interval
from claims.values.times.outcome import Context, Parts, Time, Yearly
from claims.values.times.tables import read_rows


def read_decade(parts: Parts, _context: Context) -> Time:
    """ "the late 1990s"; "the 1800s" are a century, "the 1900s" and "the 2000s" that or a decade."""
    first = parts["d"].value
    decade = narrow(_decade(first), parts.part)
    if first % 100:
        return Time((decade,))
    century = narrow(years_interval(first, first + 99, Precision.CENTURY), parts.part)
    return Time((decade, century) if first >= 2000 else (century, decade))


def _decade(first: int) -> Interval:
    return years_interval(first, first + 9, Precision.DECADE)


_AGES = frozenset(("his", "her", "their", "my", "our", "your"))
_WARM = ("temperature", "degree", "highs", "lows", "humid", "mph", "shooting", "shot")


def read_short_decade(parts: Parts, context: Context) -> Time | None:
    """ "the '90s": the last that has begun; not "in his 50s", nor what a thermometer shows."""
    token = parts["d"]
    marked = context.before(token.start, 1) in ("'", "’", "‘")
    words = context.before(parts.start, 20).casefold().split()
    if context.text[token.end : token.end + 4] == " of ":
        return None
    if not marked and (not parts.get("the") or (words and words[-1] in _AGES)):
        return None
    if not marked and any(word in context.text.casefold() for word in _WARM):
        return None
    today = context.reference or date(2030, 1, 1)
    century = today.year // 100 * 100
    first = century + token.value if century + token.value <= today.year else century - 100 + token.value
    return Time((narrow(_decade(first), parts.part),))


_FOX = re.compile(r"Century\s[A-Z]")
"""A company or a title: "20th Century Fox"."""


def read_century(parts: Parts, context: Context) -> Time | None:
    """ "the early 19th century": 1801 to 1850, or from 1800 as many count; "the turn of the 20th century": some years about 1900."""
    number = parts["d"].value
    if not 1 <= number <= 30 or _FOX.match(context.text, parts.end - len("century")):
        return None
    era, earlier = parts.get("era"), parts.get("e")
    if era and era.value < 0:
        return Time()
    if earlier:
        both = years_interval(earlier.value * 100 - 100, number * 100, Precision.CENTURY)
        return Time((both,)) if 1 < earlier.value < number else None
    if parts.get("turn"):
        first = max(1, number * 100 - 110)
        return Time(
            (
                Interval(
                    date(first, 1, 1), date(number * 100 - 90, 12, 31), Precision.DECADE, approximate=True
                ),
            )
        )
    whole = years_interval(number * 100 - 99, number * 100, Precision.CENTURY)
    popular = years_interval(number * 100 - 100, number * 100 - 1, Precision.CENTURY) if number > 1 else whole
    return Time((narrow(whole, parts.part), narrow(popular, parts.part)))


def read_turn(parts: Parts, context: Context) -> Time:
    """ "the turn of the century": around 2000 for who lives now."""
    if context.reference is None:
        return Time((), True)
    near = round(context.reference.year / 100) * 100 if parts.get("c") else 2000
    return Time(
        (Interval(date(near - 5, 1, 1), date(near + 5, 12, 31), Precision.DECADE, approximate=True),), True
    )


@lru_cache(maxsize=1)
def _seasons() -> dict[str, tuple[int, int]]:
    return {row["season"]: (int(row["first_month"]), int(row["last_month"])) for row in read_rows("seasons")}


def season(year: int, name: str) -> Interval:
    """A season of the northern hemisphere, the default of news; winter runs into the next year."""
    first, last = _seasons()[name]
    span = months_interval(year, first, last - first + 1)
    return Interval(span.start, span.end, Precision.SEASON, approximate=True)


def read_season(parts: Parts, _context: Context) -> Time:
    """ "the summer of 2014"; "winter 2014" is the one that begins or the one that ends in 2014."""
    readings = _seasons_of(parts["s"].word, parts["y"].value, parts.part)
    return Time(readings[:1] if parts.get("z") else readings)  # the winter of 2015-16


def _seasons_of(name: str, year: int, part: str | None) -> tuple[Interval, ...]:
    years = (year, year - 1) if _seasons()[name][1] > 12 and year > 1 else (year,)
    return tuple(narrow(season(each, name), part) for each in years)


def yearly_season(parts: Parts) -> Yearly:
    """What the season of a match is in any year."""
    name, part = parts["s"].word, parts.part
    return lambda year: narrow(season(year, name), part)


_SEASON_WORDS = frozenset(
    [
        "in",
        "during",
        "since",
        "until",
        "till",
        "by",
        "last",
        "this",
        "next",
        "of",
        "through",
        "before",
        "after",
        "from",
        "over",
        "for",
        "between",
        "early",
        "late",
        "mid",
    ]
)


def read_bare_season(parts: Parts, context: Context) -> Time | None:
    """ "in the spring"; without such a word before it a season is weather, a verb or a name."""
    words = context.before(parts.start).casefold().split()
    if not parts.part and (not words or words[-1] not in _SEASON_WORDS):
        return None
    if parts["s"].key in ("fall", "spring") and not (parts.get("the") or parts.part):
        return None
    return choose_year(yearly_season(parts), context, parts.start)


@lru_cache(maxsize=1)
def _fiscal_years() -> tuple[tuple[int, int], ...]:
    return tuple(
        (int(row["first_month"]), int(row["begins_in_year_before"])) for row in read_rows("fiscal_years")
    )


def read_fiscal_year(parts: Parts, context: Context) -> Time:
    """ "fiscal 2019": it begins in different months in different countries, so it has several readings."""
    year = parts["y"].value
    if year < 100:
        year += (context.reference or date(2030, 1, 1)).year // 100 * 100
    end = parts.get("e")
    if end:  # fiscal 2019-20 names both years
        span = join(month_interval(year, 1), month_interval(year + 1, 12))
        return Time((Interval(span.start, span.end, Precision.YEAR, approximate=True),))
    starts = [(year - before, month) for month, before in _fiscal_years()]
    return Time(tuple(_fiscal(*start) for start in starts))


def _fiscal(year: int, month: int) -> Interval:
    span = months_interval(year, month, 12)
    return Interval(span.start, span.end, Precision.YEAR)


def read_which_season(parts: Parts, context: Context) -> Time:
    """ "last winter", "this spring", "early next fall"."""
    return choose_named(parts["which"].value, yearly_season(parts), context, any_year=True)
