"""Time expressions of English news prose, read as intervals with precision.

``find_times`` gives every expression with its readings, the likeliest first: "Friday" is the last
one or the coming one, "in September" the past or the next. What needs the article's date stays
unresolved where the date is unknown. A verdict against a time needs all readings to disagree, so
a reading too many costs recall and never truth.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from claims.records import Interval, Precision, Reason, Span, TimeMention
from claims.values.dates import day_interval, month_interval, year_interval

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    )
}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
        start=1,
    )
} | {"a": 1, "an": 1, "couple": 2, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
# First and last month of a season; winter runs over the turn of the year. News of the northern
# hemisphere is the default, and a season is always approximate.
SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 15)}
PARTS = {"early": (0.0, 0.4), "mid": (0.3, 0.7), "late": (0.6, 1.0)}

_MONTH = r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_YEAR = r"(?:1[0-9]|20)\d\d"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_NUMBER = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|a couple of)"
_PART = r"(?:(?P<part>early|mid|late)[\s-]+(?:in\s+)?)?"
_RELATION = r"(?P<relation>since|until|till|through|before|after|by|prior\s+to|following|as\s+of|(?:from|between)(?=\s+\d))"

Reading = tuple[Interval, ...]
Reader = Callable[[re.Match[str], date | None], Reading | Reason]


def _month(name: str) -> int:
    return MONTHS[name.casefold().rstrip(".")]


def _number(text: str) -> int:
    word = text.casefold().split()
    if word[0].isdigit():
        return int(word[0])
    return NUMBERS[word[1] if word[:1] == ["a"] and len(word) > 1 else word[0]]


def _narrow(interval: Interval, part: str | None) -> Interval:
    """The early, middle or late part of an interval."""
    if part is None or interval.start is None or interval.end is None:
        return interval
    low, high = PARTS[part.casefold()]
    days = (interval.end - interval.start).days
    first = interval.start + timedelta(days=int(days * low))
    last = interval.start + timedelta(days=int(days * high))
    return Interval(first, last, interval.precision, approximate=True)


def _season(year: int, name: str) -> Interval:
    first, last = SEASONS[name.casefold()]
    end = month_interval(year + (last - 1) // 12, (last - 1) % 12 + 1).end
    return Interval(date(year, first, 1), end, Precision.SEASON, approximate=True)


def _full_date(match: re.Match[str], _reference: date | None) -> Reading | Reason:
    day = int(re.sub(r"\D", "", match["day"]))
    try:
        return (day_interval(date(int(match["year"]), _month(match["month"]), day)),)
    except ValueError:
        return Reason.TIME_UNKNOWN


def _iso_date(match: re.Match[str], _reference: date | None) -> Reading | Reason:
    try:
        return (day_interval(date.fromisoformat(match["iso"])),)
    except ValueError:
        return Reason.TIME_UNKNOWN


def _day_range(match: re.Match[str], reference: date | None) -> Reading | Reason:
    """ "15-16 September 2022", "Nov. 18-20": without a year, the last such days and the next."""
    month, first, last = _month(match["month"]), int(match["first"]), int(match["last"])

    def make(year: int) -> Interval | None:
        try:
            return Interval(date(year, month, first), date(year, month, last), Precision.DAY)
        except ValueError:
            return None

    if last < first:
        return Reason.TIME_UNKNOWN
    if match["year"]:
        interval = make(int(match["year"]))
        return (interval,) if interval else Reason.TIME_UNKNOWN
    if reference is None:
        return Reason.TIME_UNKNOWN
    return _occurrences(make, reference) or Reason.TIME_UNKNOWN


def _month_year(match: re.Match[str], _reference: date | None) -> Reading:
    return (_narrow(month_interval(int(match["year"]), _month(match["month"])), match["part"]),)


def _season_year(match: re.Match[str], _reference: date | None) -> Reading:
    return (_season(int(match["year"]), match["season"]),)


def _quarter(match: re.Match[str], _reference: date | None) -> Reading:
    digits = {"first": 1, "second": 2, "third": 3, "fourth": 4}
    number = digits.get(match["quarter"].casefold()) or int(match["quarter"])
    first = month_interval(int(match["year"]), number * 3 - 2).start
    last = month_interval(int(match["year"]), number * 3).end
    return (Interval(first, last, Precision.MONTH),)


def _decade(match: re.Match[str], _reference: date | None) -> Reading:
    start = int(match["decade"])
    return (_narrow(Interval(date(start, 1, 1), date(start + 9, 12, 31), Precision.DECADE), match["part"]),)


def _century(match: re.Match[str], _reference: date | None) -> Reading:
    number = int(match["century"])
    first, last = date(number * 100 - 99, 1, 1), date(number * 100, 12, 31)
    return (_narrow(Interval(first, last, Precision.CENTURY), match["part"]),)


def _year_range(match: re.Match[str], _reference: date | None) -> Reading | Reason:
    first, last = int(match["first"]), match["last"]
    end = int(last) if len(last) == 4 else int(match["first"][: 4 - len(last)] + last)
    if end < first:
        return Reason.TIME_UNKNOWN
    return (Interval(date(first, 1, 1), date(end, 12, 31), Precision.YEAR),)


def _year(match: re.Match[str], _reference: date | None) -> Reading:
    return (_narrow(year_interval(int(match["year"])), match["part"]),)


def _occurrences(make: Callable[[int], Interval | None], reference: date) -> Reading:
    """The last occurrence that began by the reference, then the next one, of a yearly interval."""
    years = [make(year) for year in range(reference.year - 2, reference.year + 2)]
    known = [interval for interval in years if interval is not None and interval.start is not None]
    past = [interval for interval in known if interval.start and interval.start <= reference]
    coming = [interval for interval in known if interval.start and interval.start > reference]
    return tuple(past[-1:] + coming[:1])


def _day_of(month: int, day: int) -> Callable[[int], Interval | None]:
    def make(year: int) -> Interval | None:
        try:
            return day_interval(date(year, month, day))
        except ValueError:
            return None

    return make


def _month_day(match: re.Match[str], reference: date | None) -> Reading | Reason:
    if reference is None:
        return Reason.TIME_UNKNOWN
    day = int(re.sub(r"\D", "", match["day"]))
    return _occurrences(_day_of(_month(match["month"]), day), reference) or Reason.TIME_UNKNOWN


def _named(match: re.Match[str]) -> Callable[[int], Interval | None]:
    """What the month or season of a match makes of a year."""
    part = match.groupdict().get("part")
    if match["month"]:
        month = _month(match["month"])
        return lambda year: _narrow(month_interval(year, month), part)
    season = match["season"]
    return lambda year: _season(year, season)


def _bare_month(match: re.Match[str], reference: date | None) -> Reading | Reason:
    if reference is None:
        return Reason.TIME_UNKNOWN
    return _occurrences(_named(match), reference)


def _last_named(match: re.Match[str], reference: date | None) -> Reading | Reason:
    """ "last February": the most recent one, or last year's when this year's is already past."""
    if reference is None:
        return Reason.TIME_UNKNOWN
    make, which = _named(match), match["which"].casefold()
    at = reference.year
    if which == "this":
        return tuple(i for i in (make(at), make(at - 1) if match["season"] else None) if i)
    if which == "next":
        coming = [i for i in (make(at), make(at + 1)) if i and i.start and i.start > reference]
        return tuple(coming[:2])
    past = [i for i in (make(at), make(at - 1), make(at - 2)) if i and i.end and i.end < reference]
    same_year = bool(past and past[0].start and past[0].start.year == at)
    return tuple(past[: 2 if same_year else 1]) or Reason.TIME_UNKNOWN


def _weekday(match: re.Match[str], reference: date | None) -> Reading | Reason:
    if reference is None:
        return Reason.TIME_UNKNOWN
    number = WEEKDAYS[match["weekday"].casefold()]
    back = (reference.weekday() - number) % 7
    last = reference - timedelta(days=back)
    which = (match["which"] or "").casefold()
    if which == "next":
        return (day_interval(last + timedelta(days=7)), day_interval(last + timedelta(days=14)))
    if which == "last":
        return (day_interval(last), day_interval(last - timedelta(days=7)))
    return (day_interval(last), day_interval(last + timedelta(days=7)))


def _unit_interval(unit: str, reference: date, step: int) -> Interval:
    """The week, weekend, month, year, decade or century ``step`` away from the reference's own."""
    if unit in ("week", "weekend"):
        monday = reference - timedelta(days=reference.weekday()) + timedelta(weeks=step)
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        return Interval(first, monday + timedelta(days=6), Precision.DAY, approximate=True)
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 + step
        return month_interval(months // 12, months % 12 + 1)
    if unit == "year":
        return year_interval(reference.year + step)
    width = 10 if unit == "decade" else 100
    first_year = reference.year // width * width + step * width
    precision = Precision.DECADE if width == 10 else Precision.CENTURY
    return Interval(date(first_year, 1, 1), date(first_year + width - 1, 12, 31), precision)


_STEPS = {"last": -1, "this": 0, "next": 1, "current": 0}
_UNIT_DAYS = {"weekend": 7, "week": 7, "month": 31, "year": 366, "decade": 3653, "century": 36525}


def _running(unit: str, reference: date, which: str) -> Interval:
    """ "the past decade": the days up to the reference; "the coming week": those after it."""
    days = timedelta(days=min(_UNIT_DAYS[unit], (reference - date.min).days, (date.max - reference).days))
    first, last = (reference - days, reference) if which == "past" else (reference, reference + days)
    return Interval(first, last, Precision.DAY, approximate=True)


def _this_unit(match: re.Match[str], reference: date | None) -> Reading | Reason:
    if reference is None:
        return Reason.TIME_UNKNOWN
    which = match["which"].casefold().split()[-1]
    if which in ("past", "coming"):
        return (_running(match["unit"].casefold(), reference, which),)
    step = _STEPS[which]
    return (_narrow(_unit_interval(match["unit"].casefold(), reference, step), match["part"]),)


def _day_word(match: re.Match[str], reference: date | None) -> Reading | Reason:
    if reference is None:
        return Reason.TIME_UNKNOWN
    steps = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
    return (day_interval(reference + timedelta(days=steps[match["word"].casefold()])),)


def _ago(match: re.Match[str], reference: date | None) -> Reading | Reason:
    """ "two years ago": around the same day then, as exact as the unit, with half a unit of slack."""
    if reference is None:
        return Reason.TIME_UNKNOWN
    unit = match["unit"].casefold().rstrip("s")
    days = (
        _number(match["count"])
        * {"day": 1, "week": 7, "month": 30.44, "year": 365.25, "decade": 3652.5}[unit]
    )
    slack = {"day": 1, "week": 5, "month": 21, "year": 240, "decade": 1830}[unit]
    try:
        middle = reference - timedelta(days=round(days))
        first, last = middle - timedelta(days=slack), middle + timedelta(days=slack)
    except OverflowError:
        return Reason.TIME_UNKNOWN
    precision = (
        Precision.DAY if unit in ("day", "week") else Precision.MONTH if unit == "month" else Precision.YEAR
    )
    return (Interval(first, last, precision, approximate=True),)


def _unresolved(_match: re.Match[str], _reference: date | None) -> Reason:
    return Reason.TIME_UNKNOWN


# In the order in which they are tried at a position; the first that matches is taken.
_GRAMMAR: tuple[tuple[str, Reader, bool], ...] = (
    (r"(?P<iso>\d{4}-\d\d-\d\d)(?!\d)", _iso_date, False),
    (rf"(?:{_WEEKDAY},?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY}),?\s+(?P<year>{_YEAR})(?!\d)", _full_date, False),
    (rf"(?:{_WEEKDAY},?\s+)?(?:the\s+)?(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>{_YEAR})(?!\d)", _full_date, False),
    (rf"(?P<month>{_MONTH})\s+(?P<first>\d{{1,2}})(?:\s*[-–—]\s*|\s+(?:to|and)\s+)(?P<last>\d{{1,2}})(?:,?\s+(?P<year>{_YEAR}))?(?![\d,]*\d)", _day_range, True),
    (rf"(?P<first>\d{{1,2}})(?:\s*[-–—]\s*|\s+(?:to|and)\s+)(?P<last>\d{{1,2}})\s+(?P<month>{_MONTH})\b\.?(?:,?\s+(?P<year>{_YEAR}))?(?!\d)", _day_range, True),
    (rf"{_PART}(?P<month>{_MONTH})(?:,|\s+of)?\s+(?P<year>{_YEAR})(?!\d)", _month_year, False),
    (rf"(?:the\s+)?(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+|in\s+)?(?P<year>{_YEAR})(?!\d)", _season_year, False),
    (rf"(?:the\s+)?(?P<quarter>first|second|third|fourth)\s+quarter\s+(?:of\s+|in\s+)?(?P<year>{_YEAR})", _quarter, False),
    (rf"Q(?P<quarter>[1-4])\s+(?:of\s+)?(?P<year>{_YEAR})", _quarter, False),
    (rf"(?:the\s+)?{_PART}(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", _decade, False),
    (rf"(?:the\s+)?{_PART}(?P<century>1[0-9]|2[01])(?:st|th)[\s-]century", _century, False),
    (rf"(?:from\s+|between\s+)?(?P<first>{_YEAR})(?:\s*[-–—]\s*|\s+(?:to|and|through|until)\s+)(?P<last>{_YEAR}|\d\d)(?![\d-])", _year_range, False),
    (rf"(?P<part>early|mid|late)[\s-]+(?:in\s+)?(?P<year>{_YEAR})(?![\d-])", _year, False),
    (rf"(?:the\s+)?(?P<which>last|this|next)\s+(?:(?P<month>{_MONTH})\b|(?P<season>spring|summer|autumn|fall|winter)\b)(?!\s+\d)", _last_named, True),
    (rf"(?:(?P<which>last|this|next)\s+)?(?P<weekday>{_WEEKDAY})\b(?!,?\s+(?:{_MONTH})\s+\d)", _weekday, True),
    (r"(?:(?P<part>early|late)(?:r|st|ly)?\s+)?(?P<which>last|this|next|the\s+past|past|coming|current)\s+(?P<unit>weekend|week|month|year|decade|century)\b", _this_unit, True),
    (r"(?P<word>yesterday|today|tonight|tomorrow)\b", _day_word, True),
    (rf"(?:(?:nearly|almost|about|some|around|over|more\s+than|just)\s+)?(?P<count>{_NUMBER})\s+(?P<unit>days?|weeks?|months?|years?|decades?)\s+ago", _ago, True),
    (rf"(?P<month>{_MONTH})\s+(?P<day>{_DAY})(?![\d,]*\d|\s*%|\s+percent)", _month_day, True),
    (rf"(?:the\s+)?(?P<day>{_DAY})\s+(?:of\s+)?(?P<month>{_MONTH})\b", _month_day, True),
    (rf"(?:the\s+)?(?:previous|following|next|same)\s+(?:day|week|month|year|{_WEEKDAY})|(?:{_NUMBER})\s+(?:days?|weeks?|months?|years?)\s+(?:later|earlier|before|after)", _unresolved, True),
    (rf"(?:(?P<part>early|mid|late)[\s-]+)?(?P<season>zzz)?(?P<month>{_MONTH})\b", _bare_month, True),
    (rf"(?P<part>zzz)?(?P<year>{_YEAR})(?![\d-]|[,.]\d|\s*%)", _year, False),
)  # fmt: skip

YEARLESS = (_month_day, _day_range, _bare_month)
_COMPILED = tuple(
    (re.compile(rf"\b(?:{pattern})", re.IGNORECASE), reader, relative)
    for pattern, reader, relative in _GRAMMAR
)
_BARE_MONTH = _COMPILED[-2][0]
_TRIGGER = re.compile(
    rf"\b(?:\d{{4}}|{_MONTH}\b|{_WEEKDAY}|last|this|next|past|coming|yesterday|today|tonight|tomorrow|ago|centur|previous|following|same|later|earlier|before|after|Q[1-4])",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    rf"(?:\b{_RELATION}|(?P<approx>\b(?:around|about|circa|roughly|some time in)|\bc\.))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MONTH_CONTEXT = re.compile(
    r"\b(?:in|since|by|until|till|of|from|during|through|for|before|after|to|and|or|between|late|early|mid|of)[\s-]+$",
    re.IGNORECASE,
)
_NOT_A_YEAR = re.compile(r"(?:[$£€#¥]|\bNo\.\s?|\broute\s|\bflight\s|\broom\s|[\d.,]|/)$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s+(?:people|men|women|troops|soldiers|votes|jobs|homes|miles|km|kilomet|feet|meters|metres|tons|tonnes|dollars|euros|pounds|words|acres|deaths|cases|students|pages|hours|calories)\b",
    re.IGNORECASE,
)
_RELATIONS = {"till": "until", "through": "until", "prior to": "before", "following": "after", "as of": "at"}


def _is_time(match: re.Match[str], pattern: re.Pattern[str], text: str) -> bool:
    """Whether the words around leave the match a time: "May" the verb and "2020 people" are none."""
    before = text[max(0, match.start() - 24) : match.start()]
    if pattern is _BARE_MONTH:
        word = match["month"]
        return word[:1].isupper() and (bool(_MONTH_CONTEXT.search(before)) or match["part"] is not None)
    if pattern is _COMPILED[-1][0]:
        return not _NOT_A_YEAR.search(before) and not _COUNTED.match(text, match.end())
    month = match.groupdict().get("month")
    return month is None or month[:1].isupper() or month.isdigit()


def _relation(before: str) -> tuple[str, bool]:
    """The relation that the words before a time state, and whether it is hedged."""
    match = _BEFORE.search(before)
    if match is None:
        return "at", False
    word = " ".join((match["relation"] or "at").casefold().split())
    return _RELATIONS.get(word, word), match["approx"] is not None


def _hedged(readings: Reading) -> Reading:
    return tuple(Interval(r.start, r.end, r.precision, approximate=True) for r in readings)


def _read(reader: Reader, match: re.Match[str], reference: date | None) -> Reading | Reason:
    """The readings of a match; a day before year 1 or after 9999 is beyond the calendar we have."""
    try:
        return reader(match, reference)
    except (ValueError, OverflowError):
        return Reason.TIME_UNKNOWN


def _read_at(text: str, position: int, reference: date | None, offset: int) -> TimeMention | None:
    for pattern, reader, relative in _COMPILED:
        match = pattern.match(text, position)
        if match is None or not _is_time(match, pattern, text):
            continue
        result = _read(reader, match, reference)
        relation, hedged = _relation(text[max(0, position - 24) : position])
        readings = () if isinstance(result, Reason) else _hedged(result) if hedged else result
        return TimeMention(
            span=Span(position + offset, match.end() + offset),
            text=match.group(),
            readings=readings,
            relative=relative,
            unresolved=result if isinstance(result, Reason) else None,
            relation=relation,
            yearless=reader in YEARLESS and not match.groupdict().get("year"),
        )
    return None


def find_times(text: str, reference: date | None, offset: int = 0) -> list[TimeMention]:
    """The time expressions of a text in order, none overlapping another.

    ``reference`` is the article's date; without it relative times come out unresolved with reason
    ``time_unknown``. ``offset`` is added to all positions.
    """
    return list(_scan(text, reference, offset)) if _TRIGGER.search(text) else []


_STARTS = re.compile(r"\b(?=\w)")


def _scan(text: str, reference: date | None, offset: int) -> Iterator[TimeMention]:
    position = 0
    while True:
        start = _STARTS.search(text, position)
        if start is None:
            return
        mention = _read_at(text, start.start(), reference, offset)
        if mention is None:
            end = re.compile(r"\w+").match(text, start.start())
            position = end.end() if end else start.start() + 1
        else:
            yield mention
            position = mention.span.end - offset
