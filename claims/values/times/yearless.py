"""Days and months without their year: "May 3", "in September", "Friday the 13th", "on the 5th"."""

import re
from datetime import date

from claims.records import Interval
from claims.values.dates import day_interval, month_interval
from claims.values.times.absolute import UNRESOLVED, day_span, is_counted
from claims.values.times.choosing import choose_named, choose_year, step_of
from claims.values.times.intervals import join, narrow
from claims.values.times.outcome import UNRESOLVED_RELATIVE, Context, Parts, Time, Yearly
from claims.values.times.tokens import Token


def yearly_day(month: int, day: int) -> Yearly:
    """What a day of a month is in any year; None in a year that has none."""

    def make(year: int) -> Interval | None:
        try:
            return day_interval(date(year, month, day))
        except ValueError:
            return None

    return make


_MONEY = tuple("$£€¥#")
_NO_DAY_AFTER = re.compile(
    r"\d|[:]\d|\s*(?:%|percent|per\s+cent|points?\b|million|billion|thousand|hundred|[-–]\s*(?:year|day|month|week|minute|hour))"
)


def read_day_and_month(parts: Parts, context: Context) -> Time | None:
    """ "Friday, May 3"; not "May 3 percent"."""
    if parts["d"].end == parts.end and _NO_DAY_AFTER.match(context.text, parts.end):
        return None
    if is_counted(parts):
        return None
    if parts.get("c") and not _is_written_apart(parts, context):
        return None
    if context.before(parts["d"].start, 2).strip()[-1:] in _MONEY:
        return None  # "for $12 December 27"
    if (
        parts["m"].key == "may"
        and parts["d"].end < parts["m"].start
        and parts["d"].word == "spelled"
        and parts["d"].value <= 5
    ):
        return None  # "the second May did not speak"
    return choose_year(yearly_day(parts["m"].value, parts["d"].value), context, parts.start, parts.weekday)


def _is_written_apart(parts: Parts, context: Context) -> bool:
    """Whether "October, 1st" is a date: in digits, near the month, and at the end of what is said."""
    day = parts["d"]
    near = day.start - parts["m"].end <= 2 and 1 <= day.value <= 31 and day.word != "spelled"
    return near and _ENDS_SPAN.match(context.text, parts.end) is not None


_ENDS_SPAN = re.compile(
    r"\s*(?:$|[^\w\s%-]|[-–—]\s|(?:in|at|at|for|with|when|where|as|of|to|is|was|were|are|will|and|the|on|by|but|before|after|during|while)\b)"
)


def read_day_span(parts: Parts, context: Context) -> Time | None:
    """ "Nov. 18-20", "between the 3rd and 5th of May"; not "May 3 and 5 people"."""
    month, first, last = parts["m"].value, parts["d"].value, parts["e"].value
    listed = parts["l"].key == "and" and not parts.get("between")
    if _NO_DAY_AFTER.match(context.text, parts.end) or (
        listed and not _ENDS_SPAN.match(context.text, parts.end)
    ):
        return None
    if last < first and (parts["m"].start > parts["d"].start or parts["e"].kind != "day_ordinal"):
        return UNRESOLVED
    if last < first:
        return choose_year(lambda year: _into_next(year, month, first, last), context, parts.start)
    return choose_year(lambda year: day_span(year, month, first, last), context, parts.start)


def _into_next(year: int, month: int, first: int, last: int) -> Interval | None:
    """ "April 27 to the third": of May."""
    start, end = yearly_day(month, first)(year), yearly_day(month % 12 + 1, last)(year + month // 12)
    return join(start, end) if start and end else None


def _yearly_month(parts: Parts) -> Yearly:
    month, part = parts["m"].value, parts.part
    return lambda year: narrow(month_interval(year, month), part)


_MONTH_CONTEXT = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|through|for|before|after|to|and|or|between|late|early|mid|as|this|last|next|each|every|earlier|later|around|about|back)[\s-]+$",
    re.IGNORECASE,
)
_MAY_CONTEXT = re.compile(
    r"\b(?:in|since|until|till|during|through|last|next|this|early|mid|late|between|earlier|later|each|every|month\s+of|(?:months?|year|quarter)\s+(?:to|ended|ending|through))[\s-]+$",
    re.IGNORECASE,
)
"""Words before the month of May, which is also a verb and the name of a prime minister."""
_LIST_CONTEXT = re.compile(r"(?:,\s*|[-–/]\s?)$")


_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_TO = re.compile(r"\s+(?:to|until|till|through)\s+(?:[A-Z]|date|now|the\s+present)")
"""Around "from March to June", which is no street in "from March to the hall".
"""
_NAMES_TOO = frozenset(("may", "april", "june", "august", "march", "jan"))
_FIRST_OF_NAME = re.compile(r"\s[A-Z][a-z]")
_HYPHENATED = re.compile(r"-[a-z]")
_VERB_AFTER_MAY = re.compile(r"\s(?:be|have|not|also|well|still|said|says|has|had|was|is|will|would|told)\b")


def read_bare_month(parts: Parts, context: Context) -> Time | None:
    """ "in September"; a month's name without a word that dates is a person, a verb or a title."""
    month, text = parts["m"], context.text
    if month.key in _NAMES_TOO and _FIRST_OF_NAME.match(text, month.end):
        return None
    if _HYPHENATED.match(text, month.end):
        return None  # "Mar-a-Lago"
    if month.key == "may" and _VERB_AFTER_MAY.match(text, month.end):
        return None
    before = context.before(parts.start, 24)
    words = _MAY_CONTEXT if month.key in ("may", "march") else _MONTH_CONTEXT
    opened = _FROM.search(before) and _TO.match(text, month.end)
    listed = _LIST_CONTEXT.search(before) and context.found and context.found[-1].end >= parts.start - 2
    if not (parts.part or parts.get("of") or words.search(before) or listed or opened):
        return choose_year(_yearly_month(parts), context, parts.start) if _is_plain(month, context) else None
    return choose_year(_yearly_month(parts), context, parts.start)


_ONLY_MONTHS = frozenset(("january", "february", "july", "september", "october", "november", "december"))
_NAMES_SELDOM = frozenset(("april", "june", "august"))
_ARTICLE = re.compile(r"\b(?:the|an?)\s+$", re.IGNORECASE)
_ANOTHER_YEAR = re.compile(r"\b(?:that|given|any)\s+$", re.IGNORECASE)
_CAPITAL_BEFORE = re.compile(
    r"\b(?!(?:The|An?|This|Its|His|Her|Their|Our|My|In|By|Since|Come)\b)[A-Z][\w.'’]*(?<!['’]s)\s+$|[\w’'][-–]$"
)
_CAPITAL_AFTER = re.compile(r"\s+[A-Z]|\s*[-–/]|['’]")


def _is_plain(month: Token, context: Context) -> bool:
    """Whether it is the name of nothing but a month and part of no longer name: "the November election", not "Black September"."""
    before = context.before(month.start)
    known = month.key in _ONLY_MONTHS or (month.key in _NAMES_SELDOM and _ARTICLE.search(before))
    return (
        bool(known)
        and not _ANOTHER_YEAR.search(before)
        and not _CAPITAL_BEFORE.search(before)
        and not _CAPITAL_AFTER.match(context.text, month.end)
    )


def read_of_which_year(parts: Parts, context: Context) -> Time:
    """ "May 3 last year", "in September of this year", "Christmas this year"."""
    if context.reference is None:
        return UNRESOLVED_RELATIVE
    year = context.reference.year + step_of(parts["which"].value)
    day = parts.get("d")
    make = yearly_day(parts["m"].value, day.value) if day else _yearly_month(parts)
    interval = make(year)
    return Time((interval,), True, weekday=parts.weekday) if interval else UNRESOLVED_RELATIVE


def read_which_month(parts: Parts, context: Context) -> Time:
    """ "last February", "this May", "early next September"."""
    return choose_named(parts["which"].value, _yearly_month(parts), context)
