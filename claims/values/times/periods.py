"""Decades, centuries, seasons and fiscal years."""

import re
from datetime import date
from functools import lru_cache

from claims.records import Interval, Precision
from claims.values.times.absolute import whole_year
from claims.values.times.choosing import choose_named, choose_year
from claims.values.times.guards import is_year
from claims.values.times.intervals import months_interval, narrow, years_interval
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
    if not marked and parts.get("the") is None and token.word != "spelled":
        return None
    words = context.before(parts.start, 20).casefold().split()
    if context.text[token.end : token.end + 4] == " of ":
        return None
    if not marked and words and words[-1] in _AGES:
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


_LAST = frozenset(("last", "latter", "closing", "final"))


def read_part_of_century(parts: Parts, _context: Context) -> Time | None:
    """ "the first half of the 20th century", "the last decade of the 18th century": by either way of counting centuries."""
    number = parts["d"].value
    half = parts["k"].key == "half"
    count, width = (2, 50) if half else (10, 10)
    last = parts.get("l")
    nth = count if last else parts["n"].value
    if not 1 <= nth <= count or not 1 <= number <= 30 or (last and last.key not in _LAST):
        return None
    precision = Precision.CENTURY if half else Precision.DECADE
    first = number * 100 - 100 + (nth - 1) * width
    return Time(
        tuple(years_interval(max(1, year), year + width - 1, precision) for year in (first + 1, first))
    )


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


def read_season(parts: Parts, context: Context) -> Time:
    """ "the summer of 2014"; "winter 2014" is the one that begins or the one that ends in 2014."""
    written = parts["y"].value
    year = written if written >= 100 else whole_year(written, context)
    readings = _seasons_of(parts["s"].word, year, parts.part)
    return Time(readings[:1] if parts.get("z") else readings)  # the winter of 2015-16


def read_season_of_year(parts: Parts, context: Context) -> Time | None:
    """ "2015 spring"; not "in 2015 fall under"."""
    if parts["s"].key != "fall" and is_year(parts["y"].start, parts["y"].end, parts["y"].value, context):
        return read_season(parts, context)
    return None


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


def read_which_season(parts: Parts, context: Context) -> Time:
    """ "last winter", "this spring", "early next fall"."""
    return choose_named(parts["which"].value, yearly_season(parts), context, any_year=True)
